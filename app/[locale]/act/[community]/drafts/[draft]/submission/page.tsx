import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { submitProposal } from '@/features/proposals/actions';
import { Act } from '@/features/proposals/components/act';
import { similarProposals } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; draft: string }>) {
  const { locale, community, draft, call, at, hidden, t } = await begin(params, 'submission');
  if (!draft) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { title, place, problem, ask } = draft;
  const similar = (await similarProposals(call, { title, place, problem })) ?? [];
  const { facts } = t.desk;
  const items = [
    { key: 'place', term: facts.place, value: place },
    { key: 'problem', term: facts.problem, value: problem },
    { key: 'ask', term: facts.ask, value: ask },
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
      </Section>
      <ActionForm
        action={submitProposal}
        fields={[]}
        submitLabel={t.draft.submit}
        cancel={{ href: at(), label: t.draft.edit }}
        {...{ locale, hidden }}
      />
    </Act>
  );
}
