import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { recallTerm } from '@/features/cohorts/commands/terms';
import { askExport } from '@/features/exports/commands';
import { handOver, keepThing } from '@/features/terms/commands';
import type { Result } from '@/lib/result';
import { makeDistrict } from './district';
import { closeAll, makeCommunity, makePerson, sql } from './fixture';
import { races, together } from './races';
import { verifyRecord } from './record';

after(closeAll);

const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

/** Somebody who serves here in a term of a cohort, over and over again. */
async function makePosted() {
  const here = await makeCommunity({ buildings: [] });
  here.at(undefined);
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const person = await makePerson('何志远');
  const id = async (text: string, values: unknown[]) => (await sql<{ id: number }>(text, values))[0]?.id ?? 0;
  const cohort = await id(
    `insert into cohort (district_id, no, name, from_day, to_day, before_from, before_to, after_from, after_to, weights, basis,
       basis_hash, drafted_by, drafted_at, submission) values ($1, 1, '一批', '2000-01-01', '2100-01-01', '2000-01-01', '2000-01-02',
       '2000-02-01', '2000-02-02', '{}', '{"passed": []}', '\\x01', $2, now(), $3) returning id`,
    [of.id, second, randomUUID()],
  );
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, resolved, satisfied, fairly_satisfied, recorded_at)
       values ($1, '2022-01-19', '2022-02-18', 'beijing_district_2025', 100, 60, 50, 0, now())`,
    [here.communityId],
  );
  await sql('insert into cohort_place (community_id, cohort_id) values ($1, $2)', [here.communityId, cohort]);
  const candidate = await id(
    `insert into candidate (district_id, person_id, name, home_unit, named, at) values ($1, $2, '何志远', '区里', false, now()) returning id`,
    [of.id, person],
  );
  /** Each in days of its own, all of which hold today's grant: no two terms overlap. */
  const send = async (n: number) => {
    const grant = await here.grant(person, 'governance-secretary');
    const day = (more: number) => new Date(Date.UTC(2030, 0, 1 + 3 * n + more)).toISOString().slice(0, 10);
    const term = await id(
      `insert into term (community_id, person_id, cohort, from_day, to_day) values ($1, $2, '一批', $3, $4) returning id`,
      [here.communityId, person, day(0), day(1)],
    );
    await sql(
      `insert into posting (community_id, term_id, grant_id, cohort_id, candidate_id, from_day, to_day, sent_by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
      [here.communityId, term, grant, cohort, candidate, day(0), day(1), first],
    );
    return { district: of.slug, community: here.communityId, term, reason: '另有任用', seen: 'on' };
  };
  return { here, first, person, send };
}

test('access ends with the term: whoever is recalled while they act acts before it, or not at all', async () => {
  const { here, first, person, send } = await makePosted();
  const act = () => askExport(here.by(person), { what: 'figures', file: 'csv', purpose: '月底汇总' });
  await races(['acted first', 'recalled first'], async (n) => {
    const term = await send(n);
    // So many are taken out in a day.
    await sql(`update data_export set asked_at = asked_at - interval '2 days' where community_id = $1`, [
      here.communityId,
    ]);
    const [recalled, acted] = await together(() => recallTerm(first, term), act);
    const again = await act();
    const leaves = await sql<{ act: string; seq: string }>(
      `select act, seq from ledger_leaf where community_id = $1 and (act = 'term.recall' or act like 'export.%')
         order by seq desc limit 2`,
      [here.communityId],
    );
    return {
      order: acted.ok ? ('acted first' as const) : ('recalled first' as const),
      wrong: [
        ...(codeOf(recalled) === 'ok' ? [] : [`recalled: ${codeOf(recalled)}`]),
        ...(['ok', 'not_allowed'].includes(codeOf(acted)) ? [] : [`acted: ${codeOf(acted)}`]),
        ...(codeOf(again) === 'not_allowed' ? [] : ['still in office']),
        ...(leaves[0]?.act === 'term.recall' ? [] : ['acted after the recall']),
      ],
    };
  });
  await verifyRecord(here.communityId);
  const [row] = await sql<{ n: number }>(
    'select count(*)::int as n from term where community_id = $1 and closed_at is null',
    [here.communityId],
  );
  assert.equal(row?.n, 0);
});

test('nothing is lost at a handover: what whoever leaves writes down meanwhile gets a receiver, or was never written', async () => {
  const here = await makeCommunity({ buildings: [] });
  here.at(undefined);
  const [secretary, leaver] = [await here.staff('party-secretary'), await here.outsider()];
  const open = async () =>
    (
      await sql<{ item: string }>(
        `select i.item from open_items($1) i left join lateral (select receiver_id from handover h
             where h.community_id = $1 and h.item = i.item order by h.id desc limit 1) h on true
          where coalesce(h.receiver_id, i.owner) = $2`,
        [here.communityId, leaver],
      )
    ).map(({ item }) => item);
  await races(['kept first', 'handed over first'], async (n) => {
    const grant = await here.grant(leaver, 'governance-secretary');
    const hand = (items: readonly string[]) =>
      handOver(here.by(secretary), {
        grant,
        reason: '任期到了',
        ...Object.fromEntries(items.map((item) => [`to_${item}`, String(secretary)])),
      });
    const key = { kind: 'key', title: `第${n}把钥匙`, place: '值班室' };
    const [handed, kept] = await together(
      () => hand([]),
      () => keepThing(here.by(leaver), key),
    );
    const later = handed.ok ? handed : await hand(await open());
    const left = await open();
    return {
      order: kept.ok ? ('kept first' as const) : ('handed over first' as const),
      wrong: [
        ...(codeOf(kept) === (handed.ok ? 'not_allowed' : 'ok') ? [] : [`kept: ${codeOf(kept)}`]),
        ...(['ok', 'receivers_lacking'].includes(codeOf(handed)) ? [] : [`handed over: ${codeOf(handed)}`]),
        ...(later.ok ? [] : [`handed over at last: ${codeOf(later)}`]),
        ...left.map((item) => `still with whoever left: ${item}`),
      ],
    };
  });
  const lost = await sql(
    `select x.id from thing x where x.community_id = $1 and not exists (select from handover h
       where h.community_id = $1 and h.item = 'thing-' || x.id and h.receiver_id = $2)`,
    [here.communityId, secretary],
  );
  assert.deepEqual(lost, []);
  await verifyRecord(here.communityId);
});
