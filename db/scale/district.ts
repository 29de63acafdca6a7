import type pg from 'pg';

/** So many were sent to, in a second cohort of it. */
const SENT = 150;

const before = `date '2023-01-19', date '2023-02-18'`;
const after = `date '2023-06-19', date '2023-07-18'`;

/**
 * A district of so many communities: each counted for the choice of the next ones, each with callbacks before and after, and a
 * second cohort that was published, so that its comparison reads all of them.
 */
export async function widenDistrict(client: pg.Client, communities: number): Promise<number> {
  const { rows } = await client.query<{ id: number; street: number; here: number }>(
    `select d.id, min(s.id) as street, count(c.id)::int as here from district d join street s on s.district_id = d.id
       left join community c on c.street_id = s.id where d.slug = 'fengtai' group by d.id`,
  );
  const { id = 0, street = 0, here = 0 } = rows[0] ?? {};
  const lacking = Math.max(0, communities - here);
  await client.query(
    `insert into community (slug, name_zh, name_en, street_id, settings, invented)
     select 'w' || n, '第' || n || '号小区', 'Compound ' || n, $1,
         (select settings from community where slug = 'zhuguang'), true from generate_series(1, $2::int) n`,
    [street, lacking],
  );
  const all = `select c.id, row_number() over (order by c.id) as n from community c join street s on s.id = c.street_id
    where s.district_id = $1`;
  await client.query(
    `insert into selection_snapshot (community_id, day, counts, has_data, hash, at)
     select a.id, date '2023-03-01', json_build_object('households', 200 + n * 7 % 1900, 'volume', n * 13 % 90,
         'repeats', n * 7 % 20, 'unresolved', n * 5 % 30, 'overdue', n * 3 % 15, 'opposites', n % 9, 'trend', n * 11 % 25)::text,
         true, '\\x01', now() from (${all}) a on conflict do nothing`,
    [id],
  );
  for (const [days, more] of [
    [before, 0],
    [after, 20],
  ] as const)
    await client.query(
      `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied,
           fairly_satisfied, recorded_at)
       select a.id, ${days}, 'beijing_district_2025', e, e, e * (40 + ${more} + n % 35) / 100, e * (38 + ${more} + n % 33) / 100,
           e * (n % 5) / 100, now() from (select id, n, 20 + n * 17 % 300 as e from (${all}) x) a`,
      [id],
    );
  const { rows: made } = await client.query<{ id: number }>(
    `insert into cohort (district_id, no, name, from_day, to_day, before_from, before_to, after_from, after_to, weights, basis,
         basis_hash, drafted_by, drafted_at, submission)
     select district_id, no + 1, '大的一批', date '2023-03-01', date '2023-12-31', ${before}, ${after}, weights, '{"passed": []}',
         sha256('{"passed": []}'), drafted_by, now(), gen_random_uuid() from cohort where district_id = $1 order by no desc limit 1
     returning id`,
    [id],
  );
  const cohort = made[0]?.id ?? 0;
  await client.query(
    `insert into cohort_place (community_id, cohort_id) select id, $2 from (${all}) a where n % 2 = 0 limit ${SENT}`,
    [id, cohort],
  );
  await client.query(
    `with b as (select json_object_agg(r.community_id, json_build_object('effective', r.effective, 'resolved', r.resolved,
         'satisfied', r.satisfied, 'fairlySatisfied', r.fairly_satisfied))::text as baseline
         from rate_period r join (${all}) a on a.id = r.community_id where r.from_day = date '2023-01-19'),
       x as (insert into cohort_approval (cohort_id, drafted_by, approved_by, baseline, baseline_hash, at)
         select c.id, c.drafted_by, p.approved_by, b.baseline, sha256(convert_to(b.baseline, 'UTF8')), now()
           from cohort c, b, (select approved_by from cohort_approval order by cohort_id limit 1) p where c.id = $2
         returning cohort_id, approved_by)
     insert into cohort_publication (cohort_id, published_by, at) select cohort_id, approved_by, now() from x`,
    [id, cohort],
  );
  return here + lacking;
}
