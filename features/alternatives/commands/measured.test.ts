import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myToday } from '@/features/me/queries';
import { drawRechecks } from '@/features/opinions/commands/recheck';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { planText } from '@/features/plans/moves';
import { boardPlan } from '@/features/plans/queries/published';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { boardResolutionByNo } from '@/features/signoff/queries/resolution';
import { drawSite, publishSite } from '@/features/siteplan/commands';
import { cardOf } from '@/features/siteplan/rules/consequence';
import { shapesText } from '@/features/siteplan/rules/shapes';
import { canonical, sha256 } from '@/lib/ledger';
import { type Comparison, makeComparison } from '@/tests/choosing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { chooseAlternative, declareAgreement, postNotice, sayWord, signResolution } from '@/tests/shown';
import { boardComparison } from '../queries/board';
import { doorComparison } from '../queries/door';
import { ownComparison } from '../queries/own';

after(closeAll);

const site = `楼 7: 0 0, 40 0, 40 12, 0 12
楼 8: 0 60, 40 60, 40 72, 0 72
楼 9: 100 0, 140 0, 140 12, 100 12
窗 7-1: 0 12, 40 12
窗 8-1: 0 60, 40 60
窗 9-1: 100 0, 140 0
树 T1: 120 -8`;

async function measured(here: Comparison) {
  const [compound] = await sql<{ id: number }>('select id from compound where community_id = $1', [here.communityId]);
  const of = { compound: compound?.id };
  done(await drawSite(here.by(here.worker), { ...of, shapes: site, source: '步量' }));
  done(await publishSite(here.by(here.secretary), { ...of, rowVersion: 1 }));
}

test('each alternative draws over the site, and is measured for a home by itself; one that draws nothing is not', async () => {
  const here = await makeComparison();
  const { proposal, author } = here;
  const wall = { ...here.wall, shapes: '棚 S1 第1条: 10 18, 30 18, 30 20, 10 20' };
  assert.equal(code(await here.write(wall)), 'no_site');
  await measured(here);
  const wrong = await here.write({ ...wall, shapes: '棚 S1 第7条: 10 18, 30 18, 30 20, 10 20' });
  assert.equal(code(wrong), 'shape_without_clause');
  assert.equal(code(await here.write({ ...wall, shapes: '移走 T9 第1条' })), 'wrong_lines');
  const { position, rowVersion } = done(await here.write(wall));
  done(await here.write(here.lawn));
  const late = await here.write({ ...wall, position, rowVersion: rowVersion - 1 });
  assert.ok(!late.ok && String(late.refusal.details?.text).includes('棚 S1 第1条: 10 18'));
  assert.equal((await boardComparison(here.slug, { no: proposal }))?.drawn, undefined, 'nobody is asked yet');
  done(await here.open());
  await assert.rejects(
    sql('update alternative_drawing set shapes = $2 where community_id = $1', [here.communityId, '[]']),
    /immutable/,
  );
  const board = await boardComparison(here.slug, { no: proposal });
  assert.deepEqual(
    [...(board?.drawn?.values() ?? [])].map(({ shapes }) => shapes.map(({ name }) => name)),
    [['S1']],
  );
  const own = await ownComparison(here.by(author), { no: proposal });
  const cards = own?.alternatives.map((one) => {
    const over = own.drawn?.get(one.id);
    const [home] = own.homes;
    return over && home ? cardOf(over, home)?.after.shed : null;
  });
  assert.deepEqual(cards, [40_000, null], 'from the windows of 8 to the shed 40 m, and nothing of what is not drawn');
  const door = await doorComparison(here.by(here.captains['7'] ?? 0), {
    no: proposal,
    household: here.household('7', 0),
  });
  const over = door?.drawn?.get(door.alternatives[0]?.id ?? 0);
  assert.equal(over && door?.home && cardOf(over, door.home)?.after.shed, 6000);
  const [waits] = (await myToday(author, {})).asked['alternative.say'] ?? [];
  assert.deepEqual(
    waits?.drawn?.map(({ which, over, homes }) => [which, over?.siteVersion, homes.length]),
    [[1, 1, 1]],
  );
  const answers = here.answers([
    [1, 'can'],
    [2, 'no_view'],
  ]);
  done(await sayWord(here.by(author), { proposal, answers }));
  const [leaf] = (await here.leaves()).filter(({ act }) => act === 'alternative.say');
  const told: { card?: string }[] = JSON.parse(leaf?.content ?? '{}').answers;
  const [drawn, home] = [own?.drawn?.get(own.alternatives[0]?.id ?? 0), own?.homes[0]];
  const shown = drawn && home && JSON.parse(JSON.stringify(cardOf(drawn, home)));
  assert.deepEqual(
    told.map(({ card }) => card),
    [sha256(canonical(shown)).toString('hex'), undefined],
    'what it was shown of each goes into the record with what it said',
  );
});

test('nothing of the chosen one is lost on its way to the signature: its words, its drawing, its pictures, what was said', async () => {
  const here = await makeComparison();
  const { proposal, governance, secretary, worker } = here;
  await measured(here);
  const shapes = '棚 S2 第2条: 110 -14, 130 -14, 130 -12, 110 -12\n保留 T1 第1条';
  done(await here.write());
  done(await here.write({ ...here.lawn, costNote: '街道补一半', shapes }));
  const [lawn] = await sql<{ id: number }>('select id from alternative where community_id = $1 and position = 2', [
    here.communityId,
  ]);
  const pixel = { data: Buffer.from('草坪').toString('base64'), width: 4, height: 3 };
  const sent = { subject: 'alternative', subjectId: lawn?.id, caption: '草坪北边', small: pixel, large: pixel };
  const { picture } = done(await addPicture(here.by(worker), sent));
  done(await lookAtPicture(here.by(governance), { picture, verdict: 'board' }));
  done(await here.open());
  await here.recordAll('7', [12, [[1, 'cannot']]]);
  await here.recordAll('9', [12, [[2, 'can']], 2]);
  await here.recordAll('8', [
    15,
    [
      [1, 'can'],
      [2, 'can'],
    ],
    2,
  ]);
  done(await here.close());
  const [sealed] = await sql<{ hash: string }>(
    `select encode(hash, 'hex') as hash from alternative where community_id = $1 and position = 2`,
    [here.communityId],
  );
  const { round } = done(await chooseAlternative(here.by(governance), { proposal, alternative: 2 }));
  const plan = await boardPlan(here.slug, { no: proposal, version: 1 });
  assert.deepEqual(
    [plan?.plan.title, plan?.plan.summary, plan?.plan.cost, plan?.plan.costNote, plan?.plan.hash],
    ['9号楼前草坪', '草坪北边建十个棚', 5_800_000, '街道补一半', sealed?.hash],
  );
  assert.deepEqual(
    plan?.clauses.map(({ no, text }) => [no, text]),
    [
      [1, '不动树'],
      [2, '离窗12米'],
    ],
  );
  assert.equal(shapesText(plan?.drawn?.shapes ?? []), shapes);
  assert.deepEqual(
    plan?.drawings.map(({ id, caption }) => [id, caption]),
    [[picture, '草坪北边']],
  );
  const card = plan?.drawn && cardOf({ ...plan.drawn, before: null }, { building: '9', entrance: 1, door: null });
  assert.equal(card?.after.shed, 12_000);
  assert.deepEqual(await drawingHeld(here.communityId), sealed?.hash, 'its fingerprint worked out anew from the rows');

  done(await drawRechecks(here.bySystem('recheck.draw'), { round }));
  done(await summariseRound(here.by(governance), { round, summary: '草坪都能接受' }));
  for (const key of ['owners_vote_use', 'charging_fire_safety'])
    await here.sql(
      `insert into legal_gate (community_id, proposal_id, key, state, evidence, decided_on, signer_id)
       select p.community_id, p.id, $2, 'satisfied', '批文', '2022-03-01', $3 from proposal p
       where p.community_id = $1 and p.no = $4 on conflict (community_id, proposal_id, key) do update set
         state = 'satisfied', evidence = '批文', decided_on = '2022-03-01', signer_id = $3`,
      [here.communityId, key, secretary, proposal],
    );
  done(await declareAgreement(here.by(governance), { proposal }));
  done(await postNotice(here.by(secretary), { proposal }));
  here.at('2022-03-23');
  done(await signResolution(here.by(secretary), { proposal }));
  assert.equal(done(await signResolution(here.by(governance), { proposal })).complete, true);
  const signed = await boardResolutionByNo(here.slug, { no: 1 });
  const text = JSON.parse(signed?.canonical ?? '{}');
  assert.deepEqual(text.plan, { version: 1, hash: sealed?.hash });
  assert.deepEqual(
    signed?.plan?.clauses.map((one) => one.text),
    ['不动树', '离窗12米'],
  );
  assert.equal(shapesText(signed?.plan?.over?.shapes ?? []), shapes, 'what is signed is drawn as it was chosen');
  const [said] = await sql<{ words: number; opinions: number }>(
    `select (select count(*)::int from alternative_answer a where a.community_id = $1 and a.alternative_id = $2) as words,
      (select count(*)::int from opinion o where o.community_id = $1) as opinions`,
    [here.communityId, lawn?.id],
  );
  assert.deepEqual(said, { words: 27, opinions: 27 });
});

/** The fingerprint of the published version, from its rows alone. */
async function drawingHeld(communityId: number) {
  const [row] = await sql<{ proposal: number; facts: unknown[] }>(
    `select no as proposal from proposal where community_id = $1 and state = 'consulting'`,
    [communityId],
  );
  const rows = await sql<Parameters<typeof planText>[0] & { shapes: string; site: object }>(
    `select p.version, null as before, p.title, p.summary, p.cost::int as cost, p.cost_note as "costNote",
        (select json_agg(json_build_object('no', c.no, 'text', c.text) order by c.no) from clause c
          where c.community_id = p.community_id and c.plan_id = p.id) as clauses, d.shapes,
        json_build_object('compound', s.compound_id, 'version', s.version, 'hash', encode(s.hash, 'hex')) as site
      from plan p join plan_drawing d on d.community_id = p.community_id and d.plan_id = p.id
        join site_plan s on s.community_id = d.community_id and s.id = d.site_plan_id where p.community_id = $1`,
    [communityId],
  );
  const [found] = rows;
  assert.ok(found && row);
  const { shapes, site: lies, ...plan } = found;
  const drawing = { site: lies, shapes: JSON.parse(shapes) };
  const text = planText({ ...plan, proposal: row.proposal, changes: [], materiality: [], drawing });
  return sha256(canonical(text)).toString('hex');
}
