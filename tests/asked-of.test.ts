import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { addDemand, addMember } from '@/features/council/commands/lists';
import { startProject } from '@/features/council/commands/projects';
import { answerDepicted, nameDepicted } from '@/features/depicted/commands';
import { myToday } from '@/features/me/queries';
import { correctMinutes } from '@/features/meetings/commands/correct';
import { drawObjection } from '@/features/objections/commands/draw';
import { addPicture } from '@/features/pictures/commands';
import { rooms } from '@/features/rooms';
import { answerNeed, giveNeed, noteNeed } from '@/features/visits/commands/need';
import { completeWorks } from '@/features/works/commands/complete';
import { mendCommitment } from '@/features/works/commands/mend';
import { all, makeCounted } from './agreeing';
import { makeBuilt } from './building';
import { makeComparison } from './choosing';
import { done, makeConsultation, photo } from './consultation';
import { closeAll, makeCommunity, sql } from './fixture';
import { meetingAbout } from './meetings';
import { fair } from './programmes';
import { listed } from './roofs';
import { makeSheds } from './sheds';
import {
  answerObjection,
  answerShort,
  decideCommitment,
  disputeWording,
  giveAcceptance,
  giveOpinion,
  judgePlace,
  judgeUnit,
} from './shown';
import { makeSmall } from './small';

after(closeAll);

const asks = rooms.flatMap((room) => room.asks ?? []);

/** What households do of their own accord, or may say without being asked for it. */
const ofTheirOwnAccord = new Set([
  ...['case.record', 'case.rework', 'case.nudge', 'case.join', 'household.join'],
  ...[
    'proposal.draft',
    'proposal.discard',
    'proposal.submit',
    'proposal.appeal',
    'proposal.withdraw',
    'proposal.reopen',
  ],
  ...['support.give', 'support.take_back', 'comment.add', 'picture.add', 'picture.remove'],
  // Said again, or put right: what somebody wrote down for them stands on the page by itself.
  ...['opinion.correct', 'objection.dispute-wording', 'repair.leaks_again', 'repair.drop'],
  // Silence is an answer: whoever has nothing against it says nothing.
  ...['short.object', 'notice.oppose'],
  ...['invitation.make', 'invitation.take_back', 'care_note.end', 'need.note', 'no_visits.ask', 'no_visits.take_back'],
  ...[
    // Meetings and turns stand on the page by their dates.
    'coming.tell',
    'coming.take_back',
    'steward.show',
    'shift.offer',
    'shift.keep',
    'shift.return',
    'shift.take',
    'home_visit.record',
    'home_visit.drop',
    'attendance.tell',
    'attendance.strike',
  ],
  ...['skill.offer', 'skill.take_back', 'help.join', 'help.leave', 'help.name'],
  ...['sign_up.make', 'sign_up.take_back', 'sign_up.tell'],
]);

/** For each ask somebody who is asked, and what ends it. */
const due: Record<string, () => Promise<[person: number, say?: () => Promise<unknown>]>> = {
  'opinion.give': async () => {
    const here = await makeConsultation();
    await here.firstRound();
    const person = await here.resident(here.household('14', 3));
    return [person, () => giveOpinion(here.by(person), { round: 1, stance: 'support' }).then(done)];
  },
  'alternative.say': async () => {
    const here = await makeComparison();
    await here.opened();
    return [await here.resident(here.household('7', 0))];
  },
  'objection.approve-wording': async () => {
    const { here, raiser } = await objected();
    const words = { proposal: 1, objection: 1, words: '不是吵，是灯太亮' };
    return [raiser, () => disputeWording(here.by(raiser), words).then(done)];
  },
  'objection.verdict': async () => {
    const { here, raiser } = await objected();
    const answer = { proposal: 1, objection: 1, kind: 'not_possible', answer: '坡太陡' };
    done(await answerObjection(here.by(here.worker), answer));
    return [raiser];
  },
  'repair.judge': async () => {
    const here = await listed();
    await here.repaired();
    const unit = await here.unitOf(0);
    return [here.author, () => judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' }).then(done)];
  },
  'place.judge': async () => {
    const here = await makeSheds(2);
    await here.built(1, here.first.id);
    const word = { ...here.of, place: 1, household: here.household('15', 0), outcome: 'accepted' };
    const person = here.person('15', 0);
    return [person, () => judgePlace(here.by(person), word).then(done)];
  },
  'acceptance.give': async () => {
    const here = await makeBuilt();
    const person = here.person('14', 0);
    return [person, () => giveAcceptance(here.by(person), { works: 1, outcome: 'accepted' }).then(done)];
  },
  'commitment.decide': async () => {
    const here = await makeBuilt();
    const [above, below] = [here.person('14', 0), here.person('15', 0)];
    const of = { works: 1, commitment: here.commitment };
    done(await decideCommitment(here.by(below), { ...of, outcome: 'refused', note: '短', repairOn: '2022-05-01' }));
    for (const one of [above, below]) done(await giveAcceptance(here.by(one), { works: 1, outcome: 'accepted' }));
    done(await completeWorks(here.by(here.worker), { works: 1 }));
    done(await mendCommitment(here.by(here.property), { ...of, note: '接长了' }));
    assert.deepEqual((await myToday(above, {})).asked['commitment.decide'], [], 'of the other group');
    return [below, () => decideCommitment(here.by(below), { ...of, outcome: 'accepted' }).then(done)];
  },
  'depicted.answer': async () => {
    const { here, worker, occasion, people } = await fair();
    const [{ id = 0 } = {}] = await sql<{ id: number }>('select id from occasion where community_id = $1 and no = $2', [
      here.communityId,
      occasion,
    ]);
    here.at('2022-03-05T11:00');
    const { picture } = done(await addPicture(here.by(worker), { subject: 'occasion', subjectId: id, ...photo }));
    const named = { picture, building: '14', entrance: '1', door: '101', people: '奶奶' };
    const { depicted } = done(await nameDepicted(here.by(worker), named));
    const person = people[0] ?? 0;
    return [person, () => answerDepicted(here.by(person), { depicted, answer: 'yes' }).then(done)];
  },
  'short.answer': async () => {
    const here = await makeSmall();
    const proposal = await here.finished();
    assert.deepEqual((await myToday(here.neighbour, {})).asked['short.answer'], []);
    return [here.author, () => answerShort(here.by(here.author), { proposal, answer: 'good' }).then(done)];
  },
  'need.judge': async () => {
    const here = await makeCommunity();
    here.at('2022-04-15T10:00');
    const worker = await here.staff('social-worker');
    const household = here.household('14', 0);
    const person = await here.resident(household);
    const { need } = done(await noteNeed(here.by(person), { household, wording: '楼道口装扶手' }));
    assert.deepEqual((await myToday(person, {})).asked['need.judge'], [], 'nobody has seen to it yet');
    done(await giveNeed(here.by(worker), { need, owner: String(worker), due: '2022-04-22' }));
    done(await answerNeed(here.by(worker), { need, words: '装好了' }));
    return [person];
  },
  'meeting.correct': async () => {
    const { here, meeting, homes, people, held } = await meetingAbout();
    await held();
    const person = people[0] ?? 0;
    assert.deepEqual((await myToday(people[2] ?? 0, {})).asked['meeting.correct'], [], 'was not there');
    const said = { meeting, household: homes[0], position: '1', words: '漏了一句' };
    return [person, () => correctMinutes(here.by(person), said).then(done)];
  },
  'project.review': async () => {
    const here = await makeCommunity();
    here.at('2022-03-10T10:00');
    const worker = await here.staff('social-worker');
    const household = here.household('14', 0);
    const person = await here.resident(household);
    const by = here.by(worker);
    const { member } = done(await addMember(by, { name: '社区医院' }));
    const { need } = done(await noteNeed(by, { household, wording: '楼道口装扶手' }));
    const { demand } = done(await addDemand(by, { title: '楼道口装扶手', source: 'visit', need: String(need) }));
    const steps = '量尺寸 2022-04-01\n装上 2022-04-20';
    done(await startProject(by, { title: '给老楼装扶手', demands: [String(demand)], lead: member, steps }));
    assert.deepEqual((await myToday(person, {})).asked['project.review'], [], 'it has only begun');
    here.at('2022-05-20T10:00');
    return [person];
  },
};

/** A resident of building 15 whose objection was drawn. */
async function objected() {
  const here = await makeCounted({ '14': all(12), '15': [...all(5, 'support'), 'oppose'] });
  const drawn = { proposal: 1, opinions: [here.opinion('15', 5)], ground: 'noise', weight: 'harm', wording: '夜里吵' };
  done(await drawObjection(here.by(here.worker), drawn));
  return { here, raiser: here.person('15', 5) };
}

test('whatever a household can do it is asked for on its own page, or does of its own accord', () => {
  const matrix = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');
  const acts = [...new Set([...matrix.matchAll(/^\| ([a-z_]+\.[a-z_-]+) .*\| home /gm)].map(([, act = '']) => act))];
  assert.ok(acts.length > 40);
  const asked = new Set(asks.map(({ act }) => act));
  assert.deepEqual(
    acts.filter((act) => !asked.has(act) && !ofTheirOwnAccord.has(act)),
    [],
    'neither asked for nor of their own accord',
  );
  assert.deepEqual(
    [...ofTheirOwnAccord].filter((act) => asked.has(act) || !acts.includes(act)),
    [],
  );
  assert.deepEqual(Object.keys(due).sort(), [...asked].sort());
});

for (const { act, leads, words } of asks)
  test(`${act}: asked until it is said, and led to the act itself`, async () => {
    const [person, say] = (await due[act]?.()) ?? [0];
    const asked = async () => (await myToday(person, {})).asked[act] ?? [];
    const [one, ...more] = await asked();
    assert.ok(one && more.length === 0, `${more.length} more`);
    assert.ok(one.until ?? one.since, 'until when, or since when');
    for (const locale of ['zh', 'en'] as const) {
      assert.match(leads({ ...one, locale }), locale === 'zh' ? /^\/(act|me)\// : /^\/en\/(act|me)\//);
      assert.ok(words[locale].text(one).includes(one.title) && words[locale].note('3月1日').includes('3月1日'));
    }
    if (!say) return;
    await say();
    assert.deepEqual(await asked(), []);
  });
