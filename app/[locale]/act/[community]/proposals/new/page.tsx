import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { joinFirst } from '@/features/people/components/join-first';
import { saveDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { draftFields } from '@/features/proposals/components/draft-fields';
import { messages } from '@/features/proposals/messages';
import { ownDrafts, writableHouseholds } from '@/features/proposals/queries/drafts';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const t = pick(messages, locale);
  const writable = (await writableHouseholds(call, {})) ?? { lives: false, households: [] };
  const drafts = (await ownDrafts(call, {})) ?? [];
  const may = writable.lives || writable.households.length > 0;
  return (
    <Act
      crumb={{ href: to.proposals(locale, community), label: t.board.title }}
      title={t.draft.title}
      lead={t.draft.lead}
      first={may ? undefined : await joinFirst({ call, community, locale })}
      blocked={may ? null : t.own.residentsOnly}
    >
      <p>
        <a className="tap" href={to.act(locale, community, 'cases', 'new')}>
          {t.draft.rather}
        </a>
      </p>
      {drafts.length > 0 && (
        <Section title={t.draft.mine}>
          <ul className="entries">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a className="tap" href={to.act(locale, community, 'drafts', draft.id)}>
                  <Written>{draft.title}</Written>
                </a>{' '}
                <span className="tone-soft">{formatMoment(draft.lastEventAt, locale)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <KeptForm action={saveDraft} fields={draftFields(locale, writable)} submitLabel={t.draft.save} {...form} />
    </Act>
  );
});
