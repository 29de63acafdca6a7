import { Pictures } from '@/components/data/pictures';
import { Aloud } from '@/components/page/aloud';
import { Section } from '@/components/page/section';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { Drawing } from '@/features/siteplan/components/drawing';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { myRound } from '../queries/mine';

type Asked = NonNullable<Awaited<ReturnType<typeof myRound>>>;

/** The plan a round asks about, with what one needs to judge it: cost, drawings, what changed, what was answered. */
export function PlanAsked({ round, slug, locale }: { round: Asked; slug: string; locale: Locale }) {
  const t = pick(messages, locale).act;
  const { proposal, version, before } = round;
  return (
    <Section title={t.plan(version, round.planTitle)} id="plan" brief={round.planSummary}>
      <Aloud
        text={[round.title, round.planTitle, round.planSummary, ...round.clauses.map((one) => one.text)]}
        locale={locale}
      />
      <p>{round.planSummary}</p>
      <Cost cost={round.cost} note={round.costNote} locale={locale} />
      <Clauses clauses={round.clauses} locale={locale} />
      {round.over && (
        <Drawing
          id="site-plan"
          title={t.plan(version, round.planTitle)}
          site={round.over.site}
          plan={round.over.shapes}
          locale={locale}
        />
      )}
      {round.drawings.length > 0 && (
        <Pictures
          items={round.drawings.map(({ id, caption, width, height }) => ({
            ...{
              key: String(id),
              src: to.picture(id, 'small'),
              large: to.picture(id, 'large'),
              alt: caption,
              caption,
              width,
              height,
            },
          }))}
        />
      )}
      <ul className="ways">
        <li>
          <a className="tap" href={to.plan(locale, slug, proposal, version)}>
            {t.fullPlan}
          </a>
        </li>
        {before !== null && (
          <li>
            <a className="tap" href={to.planComparison(locale, slug, proposal, before, version)}>
              {t.compare(before, version)}
            </a>
          </li>
        )}
        {round.objections > 0 && (
          <li>
            <a className="tap" href={to.objections(locale, slug, proposal)}>
              {t.answers}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
