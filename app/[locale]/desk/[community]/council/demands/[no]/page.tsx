import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { claimDemand, withdrawDemand } from '@/features/council/actions';
import { messages } from '@/features/council/messages';
import { deskDemand } from '@/features/council/queries/desk';
import { demandState } from '@/features/council/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** A need: where it came from, who claimed it, and what it became. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskDemand(call, { no });
  if (!one) return null;
  const { desk: t, sources, states, board } = pick(messages, locale);
  const state = demandState({ ...one, claims: one.claims.length });
  const free = state === 'open' || state === 'claimed';
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'council')}>{t.title}</a>}
        title={one.title}
        state={{ text: states[state] }}
        next={sources[one.source]}
      />
      <p>
        <Written>{one.words}</Written>
      </p>
      {one.withdrawn && <p>{board.before(one.reason)}</p>}
      <p>
        {one.need !== null && (
          <a className="tap" href={to.door(locale, community, 'needs', one.need)}>
            {sources.visit}
          </a>
        )}{' '}
        {one.case !== null && (
          <a className="tap" href={to.desk(locale, community, 'cases', one.case)}>
            {sources.case}
          </a>
        )}{' '}
        {one.project !== null && (
          <a className="tap" href={to.desk(locale, community, 'council', 'projects', one.project)}>
            {states.project}
          </a>
        )}
      </p>
      <Section title={t.claims} id="claims">
        <ul className="ways">
          {one.claims.map((claim) => (
            <li key={claim.member}>
              {`${claim.member}: `}
              <Written>{claim.brings}</Written>
            </li>
          ))}
        </ul>
        {free && (
          <KeptForm
            {...form}
            id="claim-form"
            action={claimDemand}
            about={{ demand: no }}
            fields={[
              {
                kind: 'select',
                name: 'member',
                label: t.member,
                options: one.members.map((member) => ({ value: String(member.no), label: member.name })),
              },
              { kind: 'textarea', name: 'brings', label: t.brings, rows: 2 },
            ]}
            submitLabel={t.claimSubmit}
          />
        )}
      </Section>
      {free && (
        <Section title={t.withdraw} id="withdraw">
          <Undoes losses={{ pledges: one.claims.length }} locale={locale} />
          <KeptForm
            {...form}
            id="withdraw-form"
            action={withdrawDemand}
            about={{ demand: no }}
            fields={[{ kind: 'textarea', name: 'reason', label: t.reason, rows: 2 }]}
            submitLabel={t.withdraw}
            danger
          />
        </Section>
      )}
    </>
  );
});
