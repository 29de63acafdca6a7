import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Section } from '@/components/page/section';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import { saveDraft } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { messages } from '@/features/proposals/messages';
import { ownDrafts, writableHouseholds } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { localeFrom, type P } from '@/lib/page';
import { formatMoment, pick } from '@/lib/words';
import { draftFields } from '../../drafts/begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.act(locale, community, 'proposals', 'new');
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const t = pick(messages, locale);
  const writable = (await writableHouseholds(call, {})) ?? { lives: false, households: [] };
  const drafts = (await ownDrafts(call, {})) ?? [];
  const values = await keptDraft(person, path);
  const may = writable.lives || writable.households.length > 0;
  const place = may ? undefined : await myPlace(call, {});
  return (
    <Act
      crumb={{ href: to.proposals(locale, community), label: t.board.title }}
      title={t.draft.title}
      lead={t.draft.lead}
      first={place && <JoinFirst claim={place.claim} slug={community} locale={locale} />}
      blocked={may ? null : t.own.residentsOnly}
    >
      {drafts.length > 0 && (
        <Section title={t.draft.mine}>
          <ul className="entries">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a className="tap" href={to.act(locale, community, 'drafts', draft.id)}>
                  {draft.title}
                </a>{' '}
                <span className="tone-soft">{formatMoment(draft.lastEventAt, locale)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ActionForm
        action={saveDraft}
        fields={draftFields(locale, writable)}
        submitLabel={t.draft.save}
        hidden={{ community, locale, submission: randomUUID(), back: path }}
        initial={values ? { values } : {}}
        locale={locale}
      />
    </Act>
  );
}
