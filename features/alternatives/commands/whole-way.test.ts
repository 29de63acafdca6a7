import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawObjection } from '@/features/objections/commands/draw';
import { drawRechecks } from '@/features/opinions/commands/recheck';
import { draftPlan } from '@/features/plans/commands/draft';
import { closeRound } from '@/features/rounds/commands/close';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { decideGate } from '@/features/scoping/commands/gates';
import { boardResolutionByNo } from '@/features/signoff/queries/resolution';
import { boardStory } from '@/features/story/queries';
import { makeComparison } from '@/tests/choosing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { countedOnce, lawfulSteps } from '@/tests/invariants';
import { comparedOnce } from '@/tests/matters-invariants';
import { verifyRecord } from '@/tests/record';
import {
  answerObjection,
  approveWording,
  chooseAlternative,
  citeChanges,
  confirmMateriality,
  declareAgreement,
  escalateObjection,
  giveVerdict,
  judgeMateriality,
  openRound,
  postNotice,
  publishPlan,
  recordOpinion,
  signResolution,
} from '@/tests/shown';

after(closeAll);

/** The lawn was chosen, though the wall was proposed: four homes of building 9 cannot live with it, nobody of building 7. */
async function chosen() {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  await here.recordAll('7', [10, [[1, 'can']], 1], [2, [[1, 'cannot']]]);
  await here.recordAll('9', [8, [[2, 'can']], 2], [4, [[2, 'cannot']]]);
  const either: [number, 'can'][] = [
    [1, 'can'],
    [2, 'can'],
  ];
  await here.recordAll('8', [12, either, 1]);
  done(await here.close());
  const choose = (reason?: string) =>
    chooseAlternative(here.by(here.governance), { proposal, alternative: 2, ...(reason && { reason }) });
  assert.equal(code(await choose()), 'reason_missing');
  const { round } = done(await choose('墙边埋着燃气管，挖不得'));
  done(await drawRechecks(here.bySystem('recheck.draw'), { round }));
  const against = await sql<{ id: number; household: number }>(
    `select id, household_id as household from opinion where community_id = $1 and stance = 'oppose' order by id`,
    [here.communityId],
  );
  return { ...here, round, against };
}

/** What those four said is one objection, and one of them says that its words are what was meant. */
async function drawn(here: Awaited<ReturnType<typeof chosen>>) {
  const { proposal, against } = here;
  const opinions = against.map(({ id }) => id);
  const said = { ground: 'noise', weight: 'harm', wording: '离窗太近，夜里吵' };
  const { objection } = done(await drawObjection(here.by(here.worker), { proposal, opinions, ...said }));
  const home = here.by(await here.resident(against[0]?.household ?? 0));
  done(await approveWording(home, { proposal, objection }));
  return objection;
}

/** What the law asks decided, the notice hung and over on this day, and signed by both. */
async function signed(here: Awaited<ReturnType<typeof chosen>>, day: string) {
  const { proposal, secretary, governance } = here;
  for (const gate of ['owners_vote_use', 'charging_fire_safety'])
    done(
      await decideGate(here.by(secretary), {
        proposal,
        gate,
        outcome: 'satisfied',
        evidence: '批文',
        decidedOn: '2022-03-01',
      }),
    );
  done(await postNotice(here.by(secretary), { proposal }));
  here.at(day);
  done(await signResolution(here.by(secretary), { proposal }));
  done(await signResolution(here.by(governance), { proposal }));
}

test('what was said of the chosen one is answered in the next version, asked about anew and signed', async () => {
  const here = await chosen();
  const { proposal, communityId, worker, governance, secretary } = here;
  assert.equal(here.against.length, 4);
  assert.ok(here.against.every(({ household }) => here.households('9').includes(household)));
  done(await summariseRound(here.by(governance), { round: here.round, summary: '9号楼嫌近，别的楼都行' }));
  assert.equal(code(await declareAgreement(here.by(governance), { proposal })), 'words_undrawn');
  const objection = await drawn(here);
  done(
    await draftPlan(here.by(worker), {
      proposal,
      title: '9号楼前草坪，往北挪',
      summary: '草坪北边建十个棚',
      cost: '61000',
      clauses: '不动树\n离窗15米',
    }),
  );
  const answer = { kind: 'adopted', answer: '往北挪三米，离窗15米', clause: 2 };
  done(await answerObjection(here.by(worker), { proposal, objection, ...answer }));
  done(
    await citeChanges(here.by(worker), { proposal, changes: [{ clause: 2, note: '挪远', objections: [objection] }] }),
  );
  const judgements = [
    { group: 1, material: 'yes', reason: '离窗远了' },
    { group: 2, material: 'no', reason: '还在草坪上' },
  ];
  done(await judgeMateriality(here.by(worker), { proposal, judgements }));
  done(await confirmMateriality(here.by(secretary), { proposal }));
  done(await publishPlan(here.by(governance), { proposal }));
  const { round, asked } = done(await openRound(here.by(worker), { proposal, closesOn: '2022-03-22' }));
  assert.equal(asked, 12 + 3, 'building 9, for which it matters, and whoever of building 8 has said nothing yet');
  for (const household of here.households('9'))
    done(
      await recordOpinion(here.by(here.captains['9'] ?? 0), {
        round,
        household,
        stance: 'support',
        proof: 'read_back',
        witnessName: '对门王阿姨',
      }),
    );
  for (const { household } of here.against) {
    const said = { household, verdict: 'settled', words: '', provenance: '上门念给他听的' };
    done(await giveVerdict(here.by(here.captains['9'] ?? 0), { proposal, objection, ...said }));
  }
  here.at('2022-03-23');
  done(await closeRound(here.bySystem('round.close'), { round }));
  done(await drawRechecks(here.bySystem('recheck.draw'), { round }));
  done(await summariseRound(here.by(governance), { round, summary: '往北挪了，9号楼也行' }));
  assert.equal(await countedOnce({ communityId }), 4, 'two groups in two rounds');
  assert.equal(await comparedOnce({ communityId }), 4, 'two groups of two alternatives');
  done(await declareAgreement(here.by(governance), { proposal }));
  await signed(here, '2022-04-01');
  const text = JSON.stringify(await boardResolutionByNo(here.slug, { no: 1 }));
  for (const kept of ['离窗15米', '不动树', '离窗太近，夜里吵', '往北挪三米，离窗15米'])
    assert.ok(text.includes(kept), `the resolution lacks ${kept}`);
  const told = JSON.stringify(await boardStory(here.slug, { no: proposal }));
  assert.ok(told.includes('墙边埋着燃气管，挖不得'), 'why another was taken is still to be read');
  const [row] = await sql<{ id: number }>('select id from proposal where community_id = $1', [communityId]);
  assert.equal((await lawfulSteps({ communityId, draft: row?.id ?? 0 })).at(-1), 'signed_off');
  await verifyRecord(communityId);
});

test('who keeps their no to the chosen one keeps it to the signature, with the answer beside it', async () => {
  const here = await chosen();
  const { proposal, worker, governance } = here;
  const objection = await drawn(here);
  const answer = { kind: 'not_possible', answer: '草坪没有别处能接电' };
  done(await answerObjection(here.by(worker), { proposal, objection, ...answer }));
  const captain = here.by(here.captains['9'] ?? 0);
  for (const [index, { household }] of here.against.entries()) {
    const verdict = index === 0 ? { verdict: 'maintained', words: '我就睡在窗边' } : { verdict: 'settled', words: '' };
    done(await giveVerdict(captain, { proposal, objection, household, provenance: '上门念给他听的', ...verdict }));
  }
  done(await summariseRound(here.by(governance), { round: here.round, summary: '9号楼一户还是不行' }));
  assert.equal(code(await declareAgreement(here.by(governance), { proposal })), 'not_agreed');
  const reason = { reason: '谈了三次', words: '我就睡在窗边' };
  done(await escalateObjection(here.by(governance), { proposal, objection, ...reason }));
  done(await declareAgreement(here.by(governance), { proposal }));
  await signed(here, '2022-03-22');
  const text = JSON.stringify(await boardResolutionByNo(here.slug, { no: 1 }));
  for (const kept of ['离窗12米', '离窗太近，夜里吵', '草坪没有别处能接电'])
    assert.ok(text.includes(kept), `the resolution lacks ${kept}`);
});
