import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type pg from 'pg';
import { REACHED_KEYS, UNREACHED_KEYS } from '@/db/words/rounds';
import { type ObjectionState, objectionState, wordingOnBoard } from '@/features/objections/rules';
import {
  askedTold,
  contentTold,
  fromThree,
  namedBuildings,
  publishedCells,
  raisersTold,
  sourcesView,
} from '@/lib/telling';
import { asBoard, insert, moment, type Values } from './board-rows';

/** Many communities, one made of each case, read in one statement. */
async function each<T, R extends pg.QueryResultRow>(
  cases: readonly T[],
  make: (one: T, community_id: number) => Promise<unknown>,
  view: string,
): Promise<[T, R | undefined][]> {
  for (const [at, one] of cases.entries()) await make(one, at + 1);
  const ids = cases.map((_, at) => at + 1);
  const rows = await asBoard<{ community_id: number; row: R }>(
    `select community_id, to_jsonb(v) as row from ${view} v`,
    ids,
  );
  return cases.map((one, at) => [one, rows.find((row) => row.community_id === at + 1)?.row]);
}

const times = (count: number, row: (at: number) => Values) => Array.from({ length: count }, (_, at) => row(at));
const sizes = [0, 1, 2, 3, 4, 5];

test('support, opposition and raisers: 0, then nothing, then from three on', async () => {
  const supported = await each<number, { supporters: number | null }>(
    sizes,
    async (n, community_id) => {
      await insert('proposal', [{ community_id, id: 1, no: 1 }]);
      await insert(
        'support',
        times(n, (household_id) => ({ community_id, proposal_id: 1, household_id })),
      );
    },
    'proposal',
  );
  const opposed = await each<number, { oppositions: number | null }>(
    sizes,
    async (n, community_id) => {
      await insert('notice', [
        { community_id, id: 1, to_at: moment },
        { community_id, id: 2, to_at: '2122-03-01T00:00:00Z' },
      ]);
      const said = times(n, (household_id) => ({ community_id, notice_id: 1, household_id }));
      const running = said.map((one) => ({ ...one, notice_id: 2 }));
      const replaced = { community_id, notice_id: 1, household_id: 99, replaced_at: moment };
      await insert('notice_opposition', [...said, ...running, replaced]);
    },
    '(select * from notice where id = 1)',
  );
  const running = await asBoard(
    'select 1 from notice where id = 2 and oppositions is not null',
    sizes.map((_, at) => at + 1),
  );
  assert.deepEqual(running, [], 'while it hangs, not how many');
  assert.deepEqual(
    supported.map(([, row]) => row?.supporters),
    [0, null, null, 3, 4, 5],
  );
  for (const [n, row] of supported) assert.equal(row?.supporters, fromThree(n));
  for (const [n, row] of opposed) assert.equal(row?.oppositions, fromThree(n));
});

const small = fc.nat(7);
/** Plain objects, as rows come back. */
const sampled = <T>(of: fc.Arbitrary<T>, n = 150): T[] => JSON.parse(JSON.stringify(fc.sample(of, { numRuns: n })));

test('an objection: where it stands, in which words and of how many, as the rules say', async () => {
  const cellsOf = (conditional: number) =>
    publishedCells({ supports: 9, conditional, opposes: 5, noView: 4, refused: 0, notHome: 0, notTried: 0 }, 'numbers');
  const told = { whole: cellsOf(3), joined: cellsOf(2), numbers: 0 };
  const raiser = fc.record({
    verdict: fc.constantFrom('settled' as const, 'maintained' as const, 'withdrawn' as const, null),
    tries: fc.nat(3),
    approved: fc.boolean(),
  });
  const silent = fc.record({
    verdict: fc.constantFrom('withdrawn' as const, null),
    tries: fc.constantFrom(2, 3),
    approved: fc.boolean(),
  });
  const kinds = ['adopted', 'adopted_another_way', 'partly', 'not_possible', null] as const;
  const made = sampled(
    fc.record({
      raisers: fc.array(fc.oneof(raiser, silent), { maxLength: 5 }),
      kind: fc.constantFrom(...kinds),
      acknowledged: fc.boolean(),
      answered: fc.boolean(),
      published: fc.constantFrom(null, told.whole, told.joined),
      earlier: fc.nat(2),
    }),
    400,
  );
  const found = await each<
    (typeof made)[number],
    { state: ObjectionState; households: number | null; wording: string | null }
  >(
    made,
    async ({ raisers, kind, acknowledged, answered, published, earlier }, community_id) => {
      if (published)
        await insert('round_cell', [{ community_id, round_id: 1, group_id: 1, published: JSON.stringify(published) }]);
      const at = kind !== null || answered ? moment : null;
      const state = acknowledged ? 'acknowledged' : 'raised';
      const row = {
        community_id,
        id: 1,
        group_id: 1,
        round_id: 1,
        state,
        answer_kind: kind,
        answered_at: at,
        wording: '原话',
      };
      await insert('objection', [row]);
      await insert(
        'opinion',
        raisers.map((_, id) => ({ community_id, id, round_id: id < earlier ? 2 : 1, household_id: id, seq: 1 })),
      );
      await insert(
        'objection_raiser',
        raisers.map((one, household_id) => ({
          community_id,
          objection_id: 1,
          household_id,
          opinion_id: household_id,
          verdict: one.verdict,
          tries_to_reach: one.tries,
          wording_approved: one.approved ? 'yes' : null,
        })),
      );
    },
    'objection',
  );
  const states = new Set<string>();
  for (const [{ raisers, kind, acknowledged, answered, published, earlier }, row] of found) {
    const answer = kind && { kind, version: 1, clause: null, reason: null };
    const by = raisers.map((one, household) => ({ household, verdict: one.verdict, tries: one.tries }));
    const state = objectionState({ id: 1, group: 1, acknowledged, reopened: !answer && answered, answer, raisers: by });
    states.add(state);
    assert.equal(row?.state, state);
    const inItsRound = Math.max(0, raisers.length - earlier);
    assert.equal(row?.households, raisersTold(inItsRound, published));
    told.numbers += row?.households ? 1 : 0;
    assert.equal(row?.wording !== null, wordingOnBoard(raisers));
  }
  assert.equal(states.size, 8, 'every state was met');
  assert.ok(told.numbers > 20, `${told.numbers} numbers were told`);
});

const cellNames = { noView: 'no_view', notHome: 'not_home', notTried: 'not_tried' } as Record<string, string>;

test('a closed round prints the cells the rules join, and no small one even if they were kept wrongly', async () => {
  const cells = fc.record({
    supports: small,
    conditional: small,
    opposes: small,
    noView: small,
    refused: small,
    notHome: small,
    notTried: small,
  });
  const wrong = fc.array(
    fc.record({
      kinds: fc.subarray([...REACHED_KEYS, ...UNREACHED_KEYS], { minLength: 1, maxLength: 3 }),
      count: fc.nat(5),
    }),
    { maxLength: 7 },
  );
  const made = sampled(fc.record({ cells, kept: fc.option(wrong, { nil: undefined }) }), 400);
  const many = (own: (typeof made)[number]['cells']) => REACHED_KEYS.reduce((sum, key) => sum + own[key], 0) >= 10;
  const stored = ({ cells: own, kept }: (typeof made)[number]) =>
    kept ?? publishedCells(own, many(own) ? 'numbers' : 'gate');
  const found = await each<
    (typeof made)[number],
    { published: { kinds: string[]; count: number }[]; reached: null; agrees: boolean | null }
  >(
    made,
    async (one, community_id) => {
      const counts = Object.fromEntries(Object.entries(one.cells).map(([key, n]) => [cellNames[key] ?? key, n]));
      await insert('round', [{ community_id, id: 1, state: 'closed', closes_at: moment }]);
      await insert('electorate', [{ community_id, round_id: 1, group_id: 1, household_id: 1 }]);
      const row = {
        community_id,
        round_id: 1,
        group_id: 1,
        ...counts,
        published: JSON.stringify(stored(one)),
        agrees: true,
      };
      await insert('round_cell', [row]);
    },
    'round_group',
  );
  let kept = 0;
  for (const [one, row] of found) {
    const whole = (kinds: string[], keys: readonly string[]) => keys.every((key) => kinds.includes(key));
    for (const { kinds, count } of row?.published ?? [])
      assert.ok(count === 0 || count >= 3 || whole(kinds, REACHED_KEYS) || whole(kinds, UNREACHED_KEYS));
    if (!one.kept) assert.deepEqual(row?.published, stored(one));
    else if (!isDeepStrictEqual(row?.published, one.kept)) {
      kept += 1;
      assert.deepEqual(row?.published, publishedCells(one.cells, 'reached'));
    }
    const answers = REACHED_KEYS.reduce((sum, key) => sum + one.cells[key], 0);
    assert.equal(row?.agrees, answers >= 4 ? true : null);
    assert.equal(row?.reached, null, 'a closed round has its cells and nothing beside them');
  }
  assert.ok(kept > 20, `${kept} wrong ones were kept back`);
});

test('an open round says reached and not reached, nothing else', async () => {
  const found = await each<number, Values>(
    sizes,
    async (n, community_id) => {
      await insert('round', [{ community_id, id: 1, state: 'open', closes_at: moment }]);
      const voters = times(8, (household_id) => ({ community_id, round_id: 1, group_id: 1, household_id }));
      await insert('electorate', voters);
      const said = times(n, (household_id) => ({ community_id, round_id: 1, household_id, stance: 'oppose', seq: 1 }));
      await insert('opinion', said);
    },
    'round_group',
  );
  for (const [reached, row] of found) {
    const { community_id: _, ...group } = row ?? {};
    assert.deepEqual(group, {
      round_id: 1,
      group_id: 1,
      households: 8,
      asked: 8,
      reached,
      published: null,
      agrees: null,
    });
  }
  assert.deepEqual(
    await asBoard(
      'select 1 from round_source',
      sizes.map((_, at) => at + 1),
    ),
    [],
  );
});

test('whose word a round’s answers are and what asking again brought: as the rules say', async () => {
  const made = sampled(
    fc.record({
      own: small,
      recorded: small,
      met: small,
      same: small,
      different: small,
      notReached: small,
      waiting: fc.nat(1),
    }),
  );
  const found = await each<(typeof made)[number], Record<string, number | null>>(
    made,
    async ({ own, recorded, met, same, different, notReached, waiting }, community_id) => {
      await insert('round', [{ community_id, id: 1, state: 'closed', closes_at: '2022-03-08T00:00:00Z' }]);
      const by = (household_id: number, mine: boolean, seq: number) => ({
        community_id,
        round_id: 1,
        household_id,
        own: mine,
        seq,
        prev_seq: seq - 1,
        id: household_id * 100 + seq,
        channel: mine ? 'self' : 'door',
        received_at: moment,
        submission: `00000000-0000-4000-8000-${String(household_id * 100 + seq).padStart(12, '0')}`,
      });
      await insert(
        'opinion',
        times(own, (at) => by(at, true, 2)),
      );
      await insert(
        'opinion',
        times(own, (at) => by(at, false, 1)),
      );
      await insert(
        'opinion',
        times(recorded, (at) => ({
          ...by(100 + at, false, 1),
          ...(at < met && { channel: 'meeting', proof: 'attendance', meeting_id: 1 }),
        })),
      );
      const corrected = times(recorded, (at) => ({ ...by(100 + at, true, 2), received_at: '2022-03-09T00:00:00Z' }));
      await insert('opinion', corrected);
      await insert(
        'opinion',
        [by(900, true, 1)].map((one) => ({ ...one, round_id: 2 })),
      );
      const looks = { same, different, not_reached: notReached, waiting };
      const outcomes = Object.entries(looks).flatMap(([outcome, n]) => Array.from({ length: n }, () => outcome));
      // Several looks at one household's words; none where nobody speaks for themselves.
      for (const [at, outcome] of own > 0 ? outcomes.entries() : []) {
        await insert('opinion', [by(0, false, 10 + at)]);
        await insert('recheck', [
          { community_id, opinion_id: 10 + at, outcome: outcome === 'waiting' ? null : outcome },
        ]);
      }
    },
    'round_source',
  );
  for (const [one, row] of found) {
    const { own, recorded } = one;
    const met = Math.min(one.met, recorded);
    const none = { same: 0, different: 0, notReached: 0, waiting: 0 };
    const { same, different, notReached, waiting } = own > 0 ? one : none;
    const drawn = same + different + notReached + waiting;
    const { community_id: _, round_id: _of, not_reached, ...view } = row ?? {};
    assert.deepEqual(
      { ...view, notReached: not_reached },
      sourcesView(
        { own, recorded, met },
        { drawn, asked: same + different, same, different, notReached: waiting ? null : notReached },
      ),
    );
  }
});

test('how many are asked, and buildings where somebody is meant, as the rules say', async () => {
  const asked = await each<number, { asked: number | null }>(
    [0, 1, 9, 10, 11, 12],
    async (n, community_id) => {
      await insert('round', [{ community_id, id: 1, state: 'open', closes_at: moment }]);
      const one = { community_id, round_id: 1, group_id: 1 };
      await insert(
        'electorate',
        times(12, (household_id) => ({ ...one, household_id, asked: household_id < n })),
      );
    },
    'round_group',
  );
  for (const [n, row] of asked) assert.equal(row?.asked, askedTold(n, 12));
  const made = sampled(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }), 60);
  const named = await each<number[], { named: string[] | null; cases: number[] | null }>(
    made.map((sizes) => [...new Set(sizes)]),
    async (sizes, community_id) => {
      for (const [building_id, size] of sizes.entries()) {
        const id = (at: number) => building_id * 100 + at;
        await insert('building', [{ community_id, id: building_id, name: `${building_id}` }]);
        await insert(
          'household',
          times(size, (at) => ({ community_id, id: id(at), unit_id: id(at), building_id })),
        );
        await insert('comment', [{ community_id, id: building_id, household_id: id(0) }]);
        await insert('cases', [{ community_id, id: building_id, building_id, no: building_id }]);
      }
    },
    `(select community_id, array_agg(building order by building) filter (where building is not null) as named,
        (select array_agg(x.building_id order by 1) filter (where x.building_id is not null) from cases x
          where x.community_id = c.community_id) as cases
      from comment c group by community_id)`,
  );
  for (const [sizes, row] of named) {
    const wanted = namedBuildings(new Map(sizes.map((size, at) => [at, size]))).sort((a, b) => a - b);
    assert.deepEqual(row?.cases ?? [], wanted, `${sizes}`);
    assert.deepEqual(row?.named ?? [], wanted.map(String));
  }
});

test('callbacks of a closed wave: as the rules say; of an open one nothing', async () => {
  const made = sampled(fc.record({ content: fc.nat(14), not: small, silent: small, closed: fc.boolean() }), 200);
  const found = await each<(typeof made)[number], Record<string, number | null>>(
    made,
    async ({ content, not, silent, closed }, community_id) => {
      await insert('community', [
        { id: community_id, slug: `c${community_id}`, settings: '{"callbackFloor": [2, 3]}' },
      ]);
      await insert('proposal', [{ community_id, id: 1, no: 1 }]);
      await insert('callback_wave', [
        { community_id, id: 1, proposal_id: 1, completed_at: moment, closed_at: closed ? moment : null },
      ]);
      const answers = [
        ...times(content, (at) => ({ reached: true, satisfaction: at % 2 ? 'satisfied' : 'fairly_satisfied' })),
        ...times(not, () => ({ reached: true, satisfaction: 'dissatisfied' })),
        ...times(silent, (at) => ({ reached: at % 2 === 0, satisfaction: null })),
      ];
      await insert(
        'callback',
        answers.map((one, at) => ({
          community_id,
          wave_id: 1,
          group_id: 1,
          household_id: at,
          ...one,
        })),
      );
      await insert('round', [{ community_id, id: 1, proposal_id: 1, opens_at: '2022-01-01T00:00:00Z' }]);
      await insert(
        'electorate',
        times(30, (household_id) => ({ community_id, round_id: 1, group_id: 1, household_id })),
      );
    },
    'callback_group',
  );
  for (const [{ content, not, silent, closed }, row] of found) {
    const answered = content + not;
    const asked = answered + silent;
    if (!closed || asked === 0) {
      assert.equal(row, undefined);
      continue;
    }
    const { community_id: _, wave_id: _of, group_id: _in, ...view } = row ?? {};
    assert.deepEqual(view, {
      households: 30,
      asked,
      answered,
      content: contentTold(answered, content),
      agrees: answered >= 4 ? 3 * content >= 2 * answered : null,
    });
  }
});
