import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { submitProposal } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { similarProposals } from '@/features/proposals/queries';
import { type Kind, missingFor } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import { missing as gone } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatList } from '@/lib/words';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; draft: string }>) {
  const { locale, community, id, draft, call, at, hidden, t } = await begin(params, 'submission');
  if (!draft) {
    gone();
    return <Missing locale={locale} slug={community} />;
  }
  const { title, place, problem, ask } = draft;
  const similar = (await similarProposals(call, { title, place, problem })) ?? [];
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
              {one.title}
            </a>{' '}
            <span className="tone-soft">
              {one.place} · {t.states[one.state]}
            </span>
          </li>
        ))}
      </ul>
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
        <ActionForm
          action={submitProposal}
          fields={[]}
          submitLabel={t.draft.submit}
          cancel={{ href: at(), label: t.draft.edit }}
          {...{ locale, hidden }}
        />
      )}
    </Act>
  );
}
