import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myLetters } from '@/features/me/queries';
import { showing } from '@/lib/shown';
import { makeConsultation } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { giveOpinion } from '@/tests/shown';
import { endCare, expireCare, writeCare } from './commands/care';
import { answerNeed, giveNeed, judgeNeed, noteNeed } from './commands/need';
import { turnNeed } from './commands/turn';
import { askNoVisits, dropVisit, planVisit, recordVisit, welcomeVisits } from './commands/visit';
import { needShown } from './input';
import { hasLapsed } from './queries/care';
import { deskVisits } from './queries/desk';
import { doorEntrance, doorVisits } from './queries/door';
import { doorHome } from './queries/home';
import { myVisits } from './queries/mine';
import { doorNeed } from './queries/need';

after(closeAll);

async function begun() {
  const here = await makeCommunity();
  here.at('2022-04-15T10:00');
  const worker = await here.staff('social-worker');
  const captain = await here.captain(here.entrance('14', 1));
  const other = await here.captain(here.entrance('15', 1));
  const household = here.household('14', 0);
  const one = await here.resident(household);
  const two = await here.resident(household);
  const plan = (by: number, more: Record<string, unknown> = {}) =>
    planVisit(here.by(by), { household, purpose: 'comfort', reason: 'fall', day: '2022-04-18', ...more });
  const record = (by: number, more: Record<string, unknown> = {}) =>
    recordVisit(here.by(by), {
      household,
      purpose: 'comfort',
      outcome: 'met',
      on: '2022-04-15T09:30',
      place: 'home',
      met: '老两口',
      said: '下楼要扶，台阶滑',
      done: '扶他下楼',
      follows: '问问扶手',
      ...more,
    });
  const home = async (by: number) => doorHome(here.by(by), { household });
  return { here, worker, captain, other, household, one, two, plan, record, home };
}

test('a visit is planned once for a home, by whoever goes there, and written down in the field’s words', async () => {
  const { here, worker, captain, other, household, plan, record, home, one, two } = await begun();
  assert.equal(code(await plan(one)), 'not_allowed');
  assert.equal(code(await plan(other)), 'not_allowed');
  assert.equal(code(await plan(worker, { visitor: String(other) })), 'not_theirs');
  assert.equal(code(await plan(worker, { day: '2022-04-14' })), 'day_past');
  value(await plan(worker, { visitor: String(captain) }));
  assert.equal(code(await plan(captain)), 'planned_already');
  const mine = await doorVisits(here.by(captain), {});
  assert.deepEqual(
    mine?.planned.map(({ household: at, reason, day }) => [at, reason, day]),
    [[household, 'fall', '2022-04-18']],
  );
  assert.equal((await myLetters(captain, { after: null }))?.letters[0]?.kind, 'visit_given');
  assert.equal(code(await record(captain, { met: '' })), 'nobody_named');
  value(await record(captain, { person: String(one) }));
  const seen = await home(captain);
  assert.equal(seen?.plan, undefined);
  assert.deepEqual(
    seen?.visits.map(({ said, outcome }) => [outcome, said]),
    [['met', '下楼要扶，台阶滑']],
  );
  assert.equal(await home(other), undefined, 'a captain of another entrance finds no such home');
  const [own] = await myVisits(one, {});
  assert.equal(own?.visits[0]?.said, '下楼要扶，台阶滑');
  const [shared] = await myVisits(two, {});
  assert.deepEqual([shared?.visits[0]?.said, shared?.visits[0]?.others], ['', true], 'words are a person’s');
  value(await plan(captain));
  value(await dropVisit(here.by(captain), { household, reason: '他去女儿家了' }));
  assert.equal(code(await dropVisit(here.by(captain), { household, reason: '再说' })), 'not_planned');
});

test('a household that wants no visits is planned for, suggested and recorded at home by nobody, until it says so', async () => {
  const { here, worker, captain, household, one, plan, record } = await begun();
  const suggested = async () =>
    (await doorVisits(here.by(captain), {}))?.suggested.some((at) => at.household === household);
  assert.equal(await suggested(), true);
  value(await plan(captain));
  value(await askNoVisits(here.by(one), { household }));
  assert.equal(code(await askNoVisits(here.by(captain), { household })), 'asked_already');
  assert.equal((await doorVisits(here.by(captain), {}))?.planned.length, 0, 'what was planned is off');
  assert.equal(await suggested(), false);
  assert.equal(code(await plan(captain)), 'asked_not_to');
  assert.equal(code(await record(captain)), 'asked_not_to');
  value(await record(captain, { place: 'phone' }));
  const entrance = await doorEntrance(here.by(captain), { entrance: here.entrance('14', 1) });
  assert.deepEqual(
    entrance?.homes.filter(({ quiet }) => quiet).map((at) => at.household),
    [household],
  );
  here.at('2022-04-16T10:00');
  value(await welcomeVisits(here.by(worker), { household }));
  assert.equal((await myLetters(one, { after: null }))?.letters[0]?.kind, 'visits_welcome_recorded');
  value(await plan(captain));
});

const secret = '两个人都查出了病，药费借了八万';

test('what is private is read by whoever helps and whose it is, and by nobody else, on no page, in no letter and no record', async () => {
  const { here, worker, captain, household, one, two, home } = await begun();
  const write = (by: number, more: Record<string, unknown> = {}) =>
    writeCare(here.by(by), {
      household,
      consent: 'said',
      agreed: '刘桂芬',
      words: secret,
      person: String(one),
      ...more,
    });
  assert.equal(code(await write(one)), 'not_allowed');
  assert.equal(code(await write(captain, { agreed: '' })), 'invalid');
  assert.equal(code(await write(captain, { consent: '' })), 'invalid');
  assert.equal(code(await write(captain, { person: String(captain) })), 'not_at_home');
  value(await write(captain));
  const knows = async (who: number) => JSON.stringify(await home(who)).includes(secret);
  assert.equal(await knows(captain), true);
  assert.equal(await knows(worker), false, 'another of the team, with every right at that door');
  const sees = async (who: number) => JSON.stringify(await myVisits(who, {})).includes(secret);
  assert.equal(await sees(one), true);
  assert.equal(await sees(two), false, 'whoever lives in the same home');
  const places = await sql<{ found: string }>(
    `select 'letter' as found from letter l where l::text like $1 union all select 'record' from ledger_content c where c::text like $1
       union all select 'visit' from home_visit v where v::text like $1`,
    [`%${secret}%`],
  );
  assert.deepEqual(places, []);
  const [note] = (await home(captain))?.cares ?? [];
  assert.equal(code(await endCare(here.by(two), { note: note?.id })), 'not_allowed');
  assert.equal(code(await endCare(here.by(worker), { note: note?.id })), 'not_allowed');
  value(await endCare(here.by(one), { note: note?.id }));
  assert.equal(code(await endCare(here.by(one), { note: note?.id })), 'care_ended');
  assert.equal(await knows(captain), false);
  assert.deepEqual(
    await sql('select 1 from care_note where community_id = $1 and words <> $2', [here.communityId, '']),
    [],
  );
});

test('after ninety days it is read by nobody, and gone with the night', async () => {
  const { here, captain, household, home } = await begun();
  value(await writeCare(here.by(captain), { household, consent: 'signed', agreed: '老伴', words: secret }));
  here.at(new Date('2022-07-14T09:59:59+08:00'));
  assert.equal((await home(captain))?.cares.length, 1);
  assert.equal(await hasLapsed(here.bySystem('care_expire'), {}), false);
  here.at(new Date('2022-07-14T10:00:01+08:00'));
  assert.equal((await home(captain))?.cares.length, 0);
  assert.equal(await hasLapsed(here.bySystem('care_expire'), {}), true);
  assert.equal(value(await expireCare(here.bySystem('care_expire'), {})).ended, 1);
  assert.equal(code(await expireCare(here.by(captain), {})), 'not_allowed');
});

test('a need is a task with an owner and a day, and nobody but its household closes it', async () => {
  const { here, worker, captain, other, household, one } = await begun();
  const wording = '楼梯口装一根扶手';
  const { need } = value(await noteNeed(here.by(captain), { household, wording }));
  assert.equal((await myLetters(one, { after: null }))?.letters[0]?.kind, 'need_noted');
  const answer = (by: number, words = '装好了') => answerNeed(here.by(by), { need, words });
  assert.equal(code(await answer(captain)), 'nobody_has_it');
  const give = (by: number, owner: number, due = '2022-04-22') =>
    giveNeed(here.by(by), { need, owner: String(owner), due });
  assert.equal(code(await give(captain, captain)), 'not_allowed');
  assert.equal(code(await give(worker, other)), 'not_theirs');
  assert.equal(code(await give(worker, captain, '2022-04-14')), 'day_past');
  value(await give(worker, captain));
  assert.equal(code(await answer(worker)), 'not_their_task');
  const judge = (by: number, verdict: string, shown: { wording: string; answer: string | null }, more = {}) =>
    judgeNeed(here.by(by), { need, verdict, shown: showing(needShown(shown)), ...more });
  value(await answer(captain));
  assert.equal(
    code(await judge(one, 'met', { wording, answer: null })),
    'overtaken',
    'it says yes to what it was shown',
  );
  value(await judge(one, 'not_yet', { wording, answer: '装好了' }, { words: '松的' }));
  assert.equal((await myLetters(captain, { after: null }))?.letters[0]?.kind, 'need_not_yet');
  value(await answer(captain, '拧紧了'));
  const said = { wording, answer: '拧紧了' };
  assert.equal(code(await judge(captain, 'met', said, { proof: 'read_back', witnessName: '对门' })), 'second_person');
  assert.equal(code(await judge(worker, 'met', said)), 'proof_missing');
  assert.equal(code(await judge(worker, 'met', said, { proof: 'read_back' })), 'witness_missing');
  value(await judge(worker, 'met', said, { proof: 'read_back', witnessName: '对门王阿姨' }));
  assert.equal(code(await give(worker, captain)), 'need_over');
  const [mine] = await myVisits(one, {});
  assert.deepEqual(
    mine?.needs[0]?.steps.map(({ step }) => step),
    ['noted', 'given', 'answered', 'not_yet', 'answered', 'met'],
  );
  assert.equal(await doorNeed(here.by(other), { need }), undefined);
});

test('a need becomes a case or a proposal that does not say whose it is, and each leads back to it', async () => {
  const { here, worker, household, one } = await begun();
  const { need } = value(await noteNeed(here.by(one), { household, wording: '晚上看不见台阶' }));
  const turn = (more: Record<string, string>) =>
    turnNeed(here.by(worker), {
      need,
      title: '台阶没有灯',
      place: '14号楼前',
      problem: '晚上看不见',
      into: 'case',
      ...more,
    });
  assert.equal(code(await turn({ title: '刘阿姨看不见台阶' })), 'names_a_person');
  assert.equal(code(await turn({ place: '14号楼1单元101室' })), 'names_a_door');
  const asCase = value(await turn({}));
  const asProposal = value(await turn({ into: 'proposal', title: '台阶上装灯' }));
  const steps = (await doorNeed(here.by(worker), { need }))?.steps.filter(({ step }) => step === 'turned');
  assert.deepEqual(
    steps?.map(({ into, no }) => [into, no]),
    [
      ['case', asCase.no],
      ['proposal', asProposal.no],
    ],
  );
  const [made] = await sql<{ household_id: number; words: string }>(
    `select c.household_id, k.words from cases c join case_content k on k.community_id = c.community_id and k.case_id = c.id
      where c.community_id = $1 and c.no = $2`,
    [here.communityId, asCase.no],
  );
  assert.deepEqual(made, { household_id: household, words: '晚上看不见' });
  assert.equal(
    code(await turnNeed(here.by(one), { need, title: '灯', place: '前', problem: '暗', into: 'case' })),
    'not_allowed',
  );
});

test('the last metre counts homes by entrance and names none', async () => {
  const { here, worker, record, captain, household } = await begun();
  value(await record(captain));
  value(await askNoVisits(here.by(captain), { household }));
  const page = await deskVisits(here.by(worker), {});
  assert.deepEqual(
    page?.metres.map(({ building, entrance, homes, met, quiet }) => [building, entrance, homes, met, quiet]),
    [
      ['14', 1, 12, 1, 1],
      ['14', 2, 12, 0, 0],
      ['15', 1, 12, 0, 0],
      ['15', 2, 12, 0, 0],
    ],
  );
  assert.deepEqual([...new Set(page?.metres.map(({ asked, heard }) => asked + heard))], [0], 'no round is under way');
  assert.equal(await deskVisits(here.by(captain), {}), undefined);
});

test('beside it stands how many of those asked in rounds under way were heard', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const household = here.household('14', 0);
  value(await giveOpinion(here.by(here.author), { round: 1, household, stance: 'support' }));
  const page = await deskVisits(here.by(here.worker), {});
  assert.deepEqual(
    page?.metres.map(({ building, asked, heard }) => [building, asked, heard]),
    [
      ['14', 12, 1],
      ['15', 8, 0],
    ],
  );
});

test('whoever was asked something at their door was met, and by telephone was not', async () => {
  const { here, worker, captain, household, one } = await begun();
  const met = async () => (await deskVisits(here.by(worker), {}))?.metres[0]?.met;
  const judge = async (channel: string) => {
    const { need } = value(await noteNeed(here.by(one), { household, wording: '灯泡坏了' }));
    const page = await doorNeed(here.by(captain), { need });
    assert.ok(page);
    const proved = { channel, proof: 'read_back', witnessName: '对门王阿姨', shown: showing(needShown(page)) };
    return judgeNeed(here.by(captain), { need, verdict: 'dropped', ...proved });
  };
  value(await judge('phone'));
  assert.equal(await met(), 0);
  value(await judge('door'));
  assert.equal(await met(), 1);
  value(await askNoVisits(here.by(one), { household }));
  assert.equal(code(await judge('door')), 'wants_no_visits');
  value(await judge('phone'));
});
