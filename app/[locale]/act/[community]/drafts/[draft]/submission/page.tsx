import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { Offers } from '@/features/playbooks/components/offers';
import { playbooksLike } from '@/features/playbooks/queries/offers';
import { submitProposal } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { draftShown } from '@/features/proposals/input';
import { similarProposals } from '@/features/proposals/queries/drafts';
import { type Kind, missingFor } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { formatList } from '@/lib/words';
import { draftPage } from '../draft-page';

export default draftPage(async ({ locale, community, id, draft, call, at, t, form }) => {
  const { title, place, problem, ask } = draft;
  const similar = (await similarProposals(call, { title, place, problem })) ?? [];
  const matters = [{ text: `${title}。${problem}`, kind: draft.kind as Kind }];
  const [offers = []] = (await playbooksLike(call, { matters })) ?? [];
  const { facts } = t.desk;
  const pictures = (await picturesOf(call, { subject: 'proposal', id })) ?? [];
  const missing = missingFor(draft).map((field) => facts[field]);
  const items = [
    { key: 'kind', term: t.draft.kindTerm, value: t.kinds[draft.kind as Kind] },
    { key: 'place', term: facts.place, value: place || t.draft.none },
    { key: 'problem', term: facts.problem, value: problem || t.draft.none },
    { key: 'ask', term: facts.ask, value: ask || t.draft.none },
  ];
  return (
    <Act crumb={{ href: at('pictures'), label: t.draft.picturesTitle }} title={t.draft.similarTitle}>
      {similar.length === 0 ? <p>{t.draft.noSimilar}</p> : <p>{t.draft.similarLead}</p>}
      <ul className="entries">
        {similar.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.proposal(locale, community, one.no ?? 0)}>
              <Written>{one.title}</Written>
            </a>{' '}
            <span className="tone-soft">
              {one.place} · {t.states[one.state]}
            </span>
          </li>
        ))}
      </ul>
      <Offers offers={offers} slug={community} locale={locale} />
      <Section title={t.draft.check}>
        <h3>{title}</h3>
        <Facts items={items} />
        {pictures.length > 0 ? (
          <PictureList pictures={pictures} locale={locale} />
        ) : (
          <p>
            {t.draft.pictures}
            {locale === 'zh' ? '：' : ': '}
            {t.draft.noPictures}
          </p>
        )}
      </Section>
      {missing.length > 0 ? (
        <Notice kind="warn" title={t.draft.missing(formatList(missing, locale))}>
          <Actions>
            <ActionLink href={at()}>{t.draft.fill}</ActionLink>
          </Actions>
        </Notice>
      ) : (
        <KeptForm
          action={submitProposal}
          submitLabel={t.draft.submit}
          cancel={{ href: at(), label: t.draft.edit }}
          {...form}
          about={{ ...form.about, shown: showing(draftShown(draft)) }}
        />
      )}
    </Act>
  );
});
