import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawObjection } from '@/features/objections/commands/draw';
import { drawRechecks } from '@/features/opinions/commands/recheck';
import { proposeShelving } from '@/features/proposals/commands/shelve';
import { type Comparison, makeComparison } from '@/tests/choosing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  answerObjection,
  chooseAlternative,
  confirmShelving,
  correctOpinion,
  giveVerdict,
  sayWord,
} from '@/tests/shown';
import { endComparison, extendComparison } from './commands/end';
import { noteAtDoor } from './commands/say';

after(closeAll);

/** Building 7 minds the wall, building 9 the lawn less, building 8 would use either: the lawn's weakest group is stronger. */
async function talk({ recordAll }: Comparison) {
  await recordAll('7', [4, [[1, 'can']], 1], [8, [[1, 'cannot']]]);
  await recordAll('9', [8, [[2, 'can']], 2], [4, [[2, 'cannot']]]);
  const either: [number, 'can'][] = [
    [1, 'can'],
    [2, 'can'],
  ];
  await recordAll('8', [12, either, 1]);
}

const counts = async ({ communityId }: Comparison) => {
  const rows = await sql<{ position: number; name: string; said: number[]; proposed: boolean; weakest: string[] }>(
    `select a.position, g.name, json_build_array(c.supports, c.opposes, c.no_view, c.not_tried, c.takes) as said,
        r.proposed, (select json_agg(x.name) from alternative_group x where x.community_id = r.community_id
          and r.weakest @> to_jsonb(x.id)) as weakest
      from alternative_cell c join alternative_group g on g.community_id = c.community_id and g.id = c.group_id
        join alternative a on a.community_id = c.community_id and a.id = c.alternative_id
        join alternative_result r on r.community_id = a.community_id and r.alternative_id = a.id
      where c.community_id = $1 order by a.position, g.position`,
    [communityId],
  );
  return rows.map(({ position, name, said, proposed, weakest }) => [position, name, said, proposed, weakest]);
};

test('drawn up by one, sealed by another, asked about, counted group by group, and the chosen one is the plan', async () => {
  const here = await makeComparison();
  const { proposal, governance } = here;
  assert.equal(code(await here.open()), 'no_alternatives');
  done(await here.write());
  assert.equal(code(await here.open()), 'too_few_alternatives');
  done(await here.write(here.lawn));
  assert.equal(code(await here.open('2022-03-05')), 'window_too_short');
  assert.equal(code(await chooseAlternative(here.by(governance), { proposal, alternative: 1 })), 'not_at_this_step');
  const { households, asked } = done(await here.open());
  assert.deepEqual([households, asked], [39, 39]);
  assert.equal(await here.state(), 'comparing');
  assert.equal(code(await here.write()), 'not_at_this_step');
  assert.equal(code(await here.record('7', 0, [[2, 'can']])), 'not_concerned');
  await talk(here);
  assert.equal(
    code(await chooseAlternative(here.by(governance), { proposal, alternative: 2 })),
    'comparison_not_closed',
  );
  const { proposed } = done(await here.close());
  assert.equal(proposed, 1);
  assert.deepEqual(await counts(here), [
    [1, '7号楼', [4, 8, 0, 0, 4], false, ['7号楼']],
    [1, '8号楼', [12, 0, 0, 3, 12], false, ['7号楼']],
    [2, '9号楼', [8, 4, 0, 0, 8], true, ['9号楼']],
    [2, '8号楼', [12, 0, 0, 3, 0], true, ['9号楼']],
  ]);
  assert.equal(code(await chooseAlternative(here.by(governance), { proposal, alternative: 1 })), 'reason_missing');
  assert.equal(code(await chooseAlternative(here.by(governance), { proposal, alternative: 5 })), 'no_such_alternative');
  const { round } = done(await chooseAlternative(here.by(governance), { proposal, alternative: 2 }));
  assert.equal(await here.state(), 'consulting');
  const [plan] = await sql<{ version: number; title: string; state: string; same: boolean; clauses: string[] }>(
    `select p.version, p.title, p.state, p.hash = a.hash as same,
        (select json_agg(c.text order by c.no) from clause c where c.community_id = p.community_id and c.plan_id = p.id) as clauses
      from plan p join alternative a on a.community_id = p.community_id and a.title = p.title where p.community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(plan, {
    version: 1,
    title: '9号楼前草坪',
    state: 'published',
    same: true,
    clauses: ['不动树', '离窗12米'],
  });
  const opinions = await sql<{ name: string; stance: string; n: number }>(
    `select b.name, o.stance, count(*)::int as n from opinion o
      join round r on r.community_id = o.community_id and r.id = o.round_id
      join household h on h.community_id = o.community_id and h.id = o.household_id
      join building b on b.community_id = h.community_id and b.id = h.building_id
      where o.community_id = $1 and r.no = $2 and r.state = 'closed' group by 1, 2 order by 1, 2`,
    [here.communityId, round],
  );
  assert.deepEqual(
    opinions.map(({ name, stance, n }) => [name, stance, n]),
    [
      ['8', 'support', 12],
      ['9', 'oppose', 4],
      ['9', 'support', 8],
    ],
  );
  const cells = await sql<{ name: string; cells: number[]; same: boolean }>(
    `select g.name, json_build_array(c.supports, c.conditional, c.opposes, c.no_view, c.not_tried) as cells,
        c.published = (select x.published from alternative_cell x join alternative_group y
            on y.community_id = x.community_id and y.id = x.group_id
          join alternative a on a.community_id = x.community_id and a.id = x.alternative_id and a.position = 2
          where x.community_id = c.community_id and y.name = g.name) as same
      from round_cell c join affected_group g on g.community_id = c.community_id and g.id = c.group_id
      where c.community_id = $1 order by g.position`,
    [here.communityId],
  );
  assert.deepEqual(
    cells.map(({ name, cells: said, same }) => [name, said, same]),
    [
      ['9号楼', [8, 0, 4, 0, 0], true],
      ['8号楼', [12, 0, 0, 0, 3], true],
    ],
  );
  const { recorded, drawn } = done(await drawRechecks(here.bySystem('recheck.draw'), { round }));
  assert.equal(recorded, 24);
  assert.ok(drawn >= 3);
});

test('who cannot live with the chosen one has an objection, is answered, and says that it will do', async () => {
  const here = await makeComparison();
  const { proposal, governance, worker } = here;
  await here.opened();
  await talk(here);
  done(await here.close());
  const { round } = done(await chooseAlternative(here.by(governance), { proposal, alternative: 2 }));
  done(await drawRechecks(here.bySystem('recheck.draw'), { round }));
  const against = await sql<{ id: number; household: number }>(
    `select o.id, o.household_id as household from opinion o join round r on r.community_id = o.community_id
      and r.id = o.round_id where o.community_id = $1 and r.no = $2 and o.stance = 'oppose' order by o.id`,
    [here.communityId, round],
  );
  const drawn = { opinions: against.map(({ id }) => id), ground: 'noise', weight: 'harm', wording: '夜里存车吵' };
  const { objection } = done(await drawObjection(here.by(worker), { proposal, ...drawn }));
  const answer = { kind: 'not_possible', answer: '夜里十点以后锁棚，草坪这边没有别的门' };
  done(await answerObjection(here.by(worker), { proposal, objection, ...answer }));
  const captain = here.by(here.captains['9'] ?? 0);
  for (const { household } of against) {
    const said = { household, verdict: 'settled', words: '', provenance: '上门念给他听的' };
    done(await giveVerdict(captain, { proposal, objection, ...said }));
  }
  const [stands] = await sql<{ state: string; raisers: number }>(
    `select o.state, (select count(*)::int from objection_raiser w where w.community_id = o.community_id
        and w.objection_id = o.id and w.verdict = 'settled') as raisers from objection o where o.community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(stands, { state: 'settled', raisers: 4 });
});

test('whoever drew one up opens nothing, and the same text is not kept over another', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.drafted();
  assert.equal(code(await here.write({ ...here.wall, position: 1, rowVersion: 9 })), 'stale_text');
  assert.equal(code(await here.write({ ...here.wall, position: 5, rowVersion: 1 })), 'no_such_alternative');
  done(await here.write({ ...here.wall, position: 1, rowVersion: 1, title: '靠墙' }));
  for (let n = 3; n <= 6; n += 1) done(await here.write({ ...here.lawn, title: `第${n}个` }));
  assert.equal(code(await here.write()), 'alternatives_full');
  await sql('update alternative set drafted_by = $2 where community_id = $1 and position = 2', [
    ...[here.communityId, here.secretary],
  ]);
  assert.equal(code(await here.open()), 'second_person');
  await assert.rejects(
    sql(
      'update comparison set opened_by = drafted_by, opens_at = moment(), closes_at = moment() where community_id = $1',
      [here.communityId],
    ),
    /comparison_two_people|comparison_window|comparison_opened/,
  );
  assert.equal(proposal > 0, true);
});

test('whoever takes back a no takes back why, too; what they write anew stands', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const home = await here.resident(here.household('7', 0));
  const say = async (answer: 'can' | 'cannot', words: string) =>
    done(
      await sayWord(here.by(home), {
        proposal,
        answers: [{ position: 1, answer, words, ...(answer === 'cannot' && { ground: 'noise' }) }],
      }),
    );
  await say('cannot', '夜里吵');
  await say('can', '夜里吵');
  await say('cannot', '夜里吵');
  await say('can', '十点以后锁门就行');
  const said = await sql<{ words: Record<string, string> }>(
    'select words from alternative_word_content where community_id = $1 order by word_id',
    [here.communityId],
  );
  assert.deepEqual(
    said.map(({ words }) => Object.values(words)),
    [['夜里吵'], [], ['夜里吵'], ['十点以后锁门就行']],
  );
});

test('a household says which it can live with; its own word beats what was recorded, for 72 hours also after the close', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  const home = await here.resident(here.household('7', 0));
  const say = (answer: 'can' | 'cannot' | 'no_view', more: object = {}) =>
    sayWord(here.by(home), { proposal, answers: here.answers([[1, answer]]), ...more });
  assert.equal(code(await say('cannot', { takes: 1 })), 'invalid');
  assert.equal(
    code(await sayWord(here.by(home), { proposal, answers: [{ position: 1, answer: 'cannot' }] })),
    'invalid',
  );
  done(await say('can', { takes: 1 }));
  assert.equal(code(await say('can', { takes: 1 })), 'nothing_changed');
  done(await say('cannot'));
  const neighbour = await here.resident(here.household('7', 1));
  const other = sayWord(here.by(neighbour), {
    proposal,
    household: here.household('7', 0),
    answers: here.answers([[1, 'can']]),
  });
  assert.equal(code(await other), 'not_found');
  const far = await here.resident(here.household('9', 3));
  assert.equal(code(await sayWord(here.by(far), { proposal, answers: here.answers([[1, 'can']]) })), 'not_concerned');
  here.at('2022-03-11T12:00');
  done(await here.record('7', 1, [[1, 'cannot']]));
  done(
    await noteAtDoor(here.by(here.captains['7'] ?? 0), {
      proposal,
      household: here.household('7', 2),
      outcome: 'not_home',
    }),
  );
  done(await here.close());
  assert.equal(code(await say('can')), 'round_closed', 'its own word was not recorded by anybody');
  const corrected = { proposal, answers: here.answers([[1, 'can']]) };
  done(await sayWord(here.by(neighbour), corrected));
  here.at('2022-03-14T12:01');
  const late = await sayWord(here.by(neighbour), { proposal, answers: here.answers([[1, 'no_view']]) });
  assert.equal(code(late), 'round_closed');
  assert.deepEqual((await counts(here))[0]?.[2], [0, 2, 0, 9, 0], 'what was counted stays as it was told');
  const { round } = done(
    await chooseAlternative(here.by(here.governance), { proposal, alternative: 1, reason: '离变压器近' }),
  );
  const stands = await sql<{ stance: string; own: boolean; words: string }>(
    `select o.stance, o.own, t.words from opinion o join opinion_content t on t.community_id = o.community_id
        and t.opinion_id = o.id join round r on r.community_id = o.community_id and r.id = o.round_id
      where o.community_id = $1 and r.no = $2 and o.household_id = $3 order by o.seq`,
    [here.communityId, round, here.household('7', 1)],
  );
  assert.deepEqual(
    stands.map(({ stance, own }) => [stance, own]),
    [
      ['oppose', false],
      ['support', true],
    ],
  );
});

test('what was recorded can still be corrected in the round it became', async () => {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  here.at('2022-03-12T20:00');
  done(await here.record('7', 1, [[1, 'cannot']]));
  done(await here.close());
  const { round } = done(
    await chooseAlternative(here.by(here.governance), { proposal, alternative: 1, reason: '离变压器近' }),
  );
  const neighbour = await here.resident(here.household('7', 1));
  done(await correctOpinion(here.by(neighbour), { round, stance: 'support' }));
});

test('it is made longer and never shorter; set aside, what was said of the very same one stands when it is asked about again', async () => {
  const here = await makeComparison();
  const { proposal, secretary, governance } = here;
  await here.opened();
  await here.recordAll('7', [6, [[1, 'cannot']]]);
  const extend = (closesOn: string) => extendComparison(here.by(secretary), { proposal, closesOn });
  assert.equal(code(await extend('2022-03-12')), 'extension_shortens');
  assert.equal(code(await extend('2022-04-12')), 'extension_too_long');
  done(await extend('2022-03-20'));
  assert.equal(code(await here.close()), 'round_running');
  const end = await endComparison({ ...here.by(governance), undoes: '' }, { proposal, reason: '两处都不行，再找地方' });
  assert.deepEqual(end.ok ? null : [end.refusal.code, end.refusal.details?.answers], ['undoes', 6]);
  const undoes = String(end.ok ? '' : end.refusal.details?.undoes);
  done(await endComparison({ ...here.by(governance), undoes }, { proposal, reason: '两处都不行，再找地方' }));
  assert.equal(await here.state(), 'scoping');
  done(await here.write(here.wall));
  done(await here.write({ ...here.lawn, clauses: '离窗15米' }));
  const { households, asked } = done(await here.open('2022-03-25'));
  assert.deepEqual([households, asked], [39, 33], 'six said what they think of the wall, of which nothing changed');
  await here.sql('select 1');
  here.at('2022-03-26T00:30');
  const { closeComparison } = await import('./commands/close');
  done(await closeComparison(here.bySystem('comparison.close'), { proposal }));
  const now = (await counts(here)).filter(([, , said]) => (said as number[]).some((n) => n > 0)).slice(-4);
  assert.deepEqual(now[0]?.slice(0, 3), [1, '7号楼', [0, 6, 0, 6, 0]]);
  const { round } = done(
    await chooseAlternative(here.by(governance), { proposal, alternative: 1, reason: '只有这里接得上电' }),
  );
  const [{ n } = { n: 0 }] = await sql<{ n: number }>(
    `select count(*)::int as n from opinion o join round r on r.community_id = o.community_id and r.id = o.round_id
      where o.community_id = $1 and r.no = $2 and o.stance = 'oppose'`,
    [here.communityId, round],
  );
  assert.equal(n, 6);
});

test('a shelved proposal ends its comparison, and nobody says anything in it', async () => {
  const here = await makeComparison();
  const { proposal, secretary, governance } = here;
  await here.opened();
  done(await proposeShelving(here.by(secretary), { proposal, reason: '等电力增容', lookAgainOn: '2022-06-01' }));
  const first = await confirmShelving({ ...here.by(governance), undoes: '' }, { proposal });
  const undoes = String(first.ok ? '' : first.refusal.details?.undoes);
  assert.equal(code(first), 'undoes');
  done(await confirmShelving({ ...here.by(governance), undoes }, { proposal }));
  assert.equal(await here.state(), 'shelved');
  assert.equal(code(await here.record('7', 0, [[1, 'can']])), 'not_found');
  await assert.rejects(
    sql(
      `insert into alternative_visit (community_id, comparison_id, household_id, outcome, visitor_id, at)
        select $1, id, $2, 'not_home', $3, moment() from comparison where community_id = $1`,
      [here.communityId, here.household('7', 0), here.worker],
    ),
    /comparison is not open/,
  );
});

test('the database refuses what the code should: another text once it is sealed, an answer of whom it does not concern', async () => {
  const here = await makeComparison();
  await here.opened();
  done(await here.record('7', 0, [[1, 'can']]));
  const c = here.communityId;
  for (const change of [
    `update alternative set title = 'x' where community_id = $1`,
    `delete from alternative_clause where community_id = $1`,
    `update alternative_group set name = 'x' where community_id = $1`,
    `delete from alternative_place where community_id = $1`,
    `update alternative_household set group_id = group_id where community_id = $1`,
    `update alternative_word set own = not own where community_id = $1`,
  ])
    await assert.rejects(sql(change, [c]), /immutable|append-only|may only be added|never change/i, change);
  await assert.rejects(
    sql(
      `insert into alternative_answer (community_id, word_id, alternative_id, household_id, answer)
        select w.community_id, w.id, a.id, w.household_id, 'can' from alternative_word w, alternative a
        where w.community_id = $1 and a.community_id = $1 and a.position = 2`,
      [c],
    ),
    /alternative_answer_asked/,
  );
});
