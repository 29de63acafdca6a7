import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { type Community, compareCohort } from '@/features/figures/rules/cohort';
import { closeAll, sql } from '@/tests/fixture';

after(closeAll);

/** Sums to fifty decimals first: what is exactly a half is one again before it is rounded away from zero. */
const INDEPENDENT = `
  with given as (select * from jsonb_to_recordset($1::jsonb)
      as g (id int, cohort boolean, was_e numeric, was_r numeric, was_s numeric, was_f numeric,
        is_e numeric, is_r numeric, is_s numeric, is_f numeric)),
    counted as (select id, cohort, v.rate, was_e, is_e, v.was, v.is_ from given
      cross join lateral (values ('resolution', was_r, is_r),
        ('satisfaction', was_s + 0.9 * was_f, is_s + 0.9 * is_f)) v (rate, was, is_)),
    rated as (select *, was::numeric(80, 60) / nullif(was_e, 0) as before, is_::numeric(80, 60) / nullif(is_e, 0) as after from counted),
    sides as (select cohort, rate,
        sum(is_)::numeric(80, 60) / nullif(sum(is_e), 0) - sum(was)::numeric(80, 60) / nullif(sum(was_e), 0) as pooled,
        sum(is_) filter (where is_e > 0 and was_e > 0)::numeric(80, 60) / nullif(sum(is_e) filter (where is_e > 0 and was_e > 0), 0)
          - sum(was) filter (where is_e > 0 and was_e > 0)::numeric(80, 60) / nullif(sum(was_e) filter (where is_e > 0 and was_e > 0), 0) as steady,
        avg(after - before) as mean from rated group by cohort, rate)
  select 'each ' || id || ' ' || rate as what, round(round(100 * (after - before), 40), 2)::text as points from rated
  union all select 'pooled ' || cohort || ' ' || rate, round(round(100 * pooled, 40), 2)::text from sides
  union all select 'steady ' || cohort || ' ' || rate, round(round(100 * steady, 40), 2)::text from sides
  union all select 'mean ' || cohort || ' ' || rate, round(round(100 * mean, 40), 2)::text from sides
  union all select 'beyond pooled ' || rate, round(round(100 * (max(pooled) filter (where cohort)
      - max(pooled) filter (where not cohort)), 40), 2)::text from sides group by rate
  union all select 'beyond steady ' || rate, round(round(100 * (max(steady) filter (where cohort)
      - max(steady) filter (where not cohort)), 40), 2)::text from sides group by rate
  union all select 'beyond mean ' || rate, round(round(100 * (max(mean) filter (where cohort)
      - max(mean) filter (where not cohort)), 40), 2)::text from sides group by rate`;

const signed = (points: string | null): string | null =>
  points === null || points === '0.00' || points.startsWith('-') ? points : `+${points}`;

const RATES = ['resolution', 'satisfaction'] as const;

function ours(all: readonly Community[]): Record<string, string | null> {
  const { communities, cohort, others, differenceOfDifferences } = compareCohort(all);
  const said: Record<string, string | null> = {};
  for (const rate of RATES) {
    for (const one of communities) said[`each ${one.community} ${rate}`] = one[rate].change;
    for (const [name, side] of [
      ['true', cohort],
      ['false', others],
    ] as const) {
      said[`pooled ${name} ${rate}`] = side[rate].pooled.change;
      said[`steady ${name} ${rate}`] = side[rate].steady.change;
      said[`mean ${name} ${rate}`] = side[rate].mean.change;
    }
    said[`beyond pooled ${rate}`] = differenceOfDifferences[rate].pooled;
    said[`beyond steady ${rate}`] = differenceOfDifferences[rate].steady;
    said[`beyond mean ${rate}`] = differenceOfDifferences[rate].mean;
  }
  return said;
}

const counts = fc
  .oneof({ weight: 4, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.constant(0) })
  .chain((effective) =>
    fc
      .tuple(fc.nat(effective), fc.nat(effective))
      .chain(([resolved, satisfied]) =>
        fc.nat(effective - satisfied).map((fairlySatisfied) => ({ effective, resolved, satisfied, fairlySatisfied })),
      ),
  );

test('an independent query in SQL comes to the same, to the last hundredth', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), counts, counts), { minLength: 1, maxLength: 40 }),
      async (list) => {
        const all = list.map(([cohort, before, is], at) => ({ community: String(at), cohort, before, after: is }));
        const given = all.map(({ community, cohort, before: w, after: i }) => ({
          id: Number(community),
          cohort,
          was_e: w.effective,
          was_r: w.resolved,
          was_s: w.satisfied,
          was_f: w.fairlySatisfied,
          is_e: i.effective,
          is_r: i.resolved,
          is_s: i.satisfied,
          is_f: i.fairlySatisfied,
        }));
        const said = ours(all);
        const rows = await sql<{ what: string; points: string | null }>(INDEPENDENT, [JSON.stringify(given)]);
        for (const { what, points } of rows) assert.equal(said[what], signed(points), what);
      },
    ),
    { numRuns: 150 },
  );
});
