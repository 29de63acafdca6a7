import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { drawObjection } from '@/features/objections/commands/draw';
import { deskObjections } from '@/features/objections/queries/desk';
import { doorObjections } from '@/features/objections/queries/raised';
import { waitsForWord } from '@/features/objections/rules';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { closeRound } from '@/features/rounds/commands/close';
import { redesign } from '@/features/rounds/commands/redesign';
import { type Consultation, done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import {
  acknowledgeObjection,
  answerObjection,
  citeChanges,
  confirmMateriality,
  giveVerdict,
  judgeMateriality,
  publishPlan,
  recordOpinion,
} from '@/tests/shown';
import { addressOf, reasonOf } from './components/words';
import { deskLife, deskRooms, deskToday } from './queries';

after(closeAll);

const linesOf = async (here: Consultation, person: number) =>
  (await deskToday(here.by(person), {}))?.lines.map((line) => [line.act, line.path.join('/'), line.count]);

const lifeOf = async (here: Consultation, person: number) => {
  const life = await deskLife(here.by(person), { no: 1 });
  assert.ok(life);
  const acts = Object.fromEntries(life.acts.map((one) => [one.act, one]));
  const next = life.acts.filter((one) => one.needed && one.block === null).map((one) => one.act);
  const others = life.acts.filter((one) => one.needed && one.block !== null && one.by.length > 0);
  return { ...life, acts, next, others: others.map((one) => [one.act, one.by.join(' ')]) };
};

const oppose = async (here: Consultation, door: number, ground = 'noise') =>
  done(
    await recordOpinion(here.by(here.captain), {
      round: 1,
      household: here.household('14', door),
      stance: 'oppose',
      ground,
      words: '怕吵',
      channel: 'door',
      proof: 'read_back',
      witnessName: '对门王阿姨',
    }),
  );

test('the bar has the rooms a role finds something in, and none for whoever has no desk', async () => {
  const here = await makeConsultation();
  const rooms = async (person: number) =>
    (await deskRooms(here.by(person), {}))?.doors.map(({ path }) => path).join(' ');
  const of = async (role: Parameters<typeof here.staff>[0]) => rooms(await here.staff(role));
  assert.equal(
    await of('social-worker'),
    'proposals cases sheets blanks works callbacks meetings programmes skills council figures register joins site stewards visits inherited things diagnosis playbooks keys',
  );
  assert.equal(
    await of('party-secretary'),
    'proposals cases blanks works callbacks meetings programmes skills council figures register grants site stewards visits inherited things diagnosis playbooks keys',
  );
  assert.equal(
    await of('governance-secretary'),
    'proposals cases blanks works callbacks meetings figures grants site inherited things diagnosis playbooks keys',
  );
  assert.equal(await of('hotline'), 'proposals cases sheets blanks works callbacks figures diagnosis playbooks keys');
  assert.equal(await of('property'), 'proposals cases works site');
  assert.equal(await of('district'), 'proposals works callbacks figures grants site diagnosis playbooks');
  assert.equal(await of('auditor'), 'proposals works callbacks figures grants site diagnosis playbooks keys');
  const leaver = await here.staff('governance-secretary');
  assert.equal((await deskRooms(here.by(leaver), {}))?.over, null);
  await sql(`update grants set to_at = from_at + interval '1 day' where person_id = $1`, [leaver]);
  assert.equal(await rooms(leaver), '');
  assert.equal(
    (await deskRooms(here.by(leaver), {}))?.over?.role,
    'governance-secretary',
    'they are told that it is over',
  );
  assert.equal(await deskToday(here.by(leaver), {}), undefined, 'and read nothing');
  assert.equal((await deskRooms(here.by(here.author), {}))?.over, null, 'nobody else learns of an office');
  assert.equal(await rooms(here.captain), '');
  assert.equal(await rooms(here.author), '');
  assert.equal(await deskToday(here.by(here.author), {}), undefined);
  assert.equal(await deskLife(here.by(here.author), { no: 1 }), undefined);
});

test('a draft waits for whoever publishes, a published plan for whoever opens a round', async () => {
  const here = await makeConsultation();
  assert.deepEqual(await linesOf(here, here.worker), [['draft', 'proposals/1/plans', 1]]);
  assert.deepEqual(await linesOf(here, here.governance), []);
  done(await here.draft('从坡上直下'));
  assert.deepEqual(await linesOf(here, here.governance), [['publication', 'proposals/1/plans/1/publication', 1]]);
  assert.deepEqual(await linesOf(here, here.worker), []);
  assert.deepEqual((await lifeOf(here, here.worker)).others, [['publication', 'governance-secretary']]);
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  for (const person of [here.worker, here.governance])
    assert.deepEqual(await linesOf(here, person), [['opening', 'proposals/1/rounds/opening', 1]]);
  assert.deepEqual(await linesOf(here, here.secretary), []);
  const today = await deskToday(here.by(here.worker), {});
  assert.deepEqual(
    today?.progress.map(({ no, state }) => [no, state]),
    [[1, 'consulting']],
  );
});

test('a running round stands there with its end and who was not reached, and nothing that the page would refuse', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  await oppose(here, 3);
  const today = await deskToday(here.by(here.worker), {});
  const round = today?.lines.find((line) => line.act === 'round');
  assert.equal(round?.due?.toISOString(), '2022-03-12T16:00:00.000Z');
  assert.deepEqual(
    round?.groups.map((one) => [one.name, one.households, one.reached]),
    [
      ['14号楼', 12, 1],
      ['15号楼', 8, 0],
    ],
  );
  assert.deepEqual(
    (await linesOf(here, here.secretary))?.map(([act]) => act),
    [],
  );
  const life = await lifeOf(here, here.governance);
  assert.equal(life.acts.opening?.block?.code, 'round_running');
  assert.equal(life.acts.redesign?.block?.code, 'round_running');
  assert.equal(life.acts.agreement?.block?.code, 'round_running');
  assert.equal(life.acts.extension?.block, null);
  assert.equal(reasonOf(life.acts.agreement ?? assert.fail(), 'zh'), '这一轮还没听完。');
});

test('what was said waits to be drawn, an objection for its first reply within 48 hours, then for an answer', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  for (const door of [1, 2, 3]) await oppose(here, door);
  const undrawn = async () => (await deskObjections(here.by(here.worker), { no: 1 }))?.undrawn ?? [];
  const line = async (person: number, act: string) =>
    (await linesOf(here, person))?.find(([name]) => name === act)?.slice(1);
  assert.equal((await undrawn()).length, 3);
  assert.deepEqual(await line(here.worker, 'drawing'), ['proposals/1/objections#draw', 3]);
  assert.equal(await line(here.secretary, 'drawing'), undefined);
  const opinions = (await undrawn()).slice(0, 2).map((one) => String(one.id));
  const drawn = { proposal: 1, opinions, ground: 'noise', weight: 'harm', wording: '晚上吵' };
  const made = done(await drawObjection(here.by(here.worker), drawn)) as { objection: number };
  assert.deepEqual(await line(here.worker, 'drawing'), ['proposals/1/objections#draw', (await undrawn()).length]);
  const due = async () =>
    (await deskToday(here.by(here.governance), {}))?.lines.find((one) => one.act === 'acknowledge')?.due?.toISOString();
  assert.equal(await due(), '2022-03-03T01:00:00.000Z');
  here.at('2022-03-05');
  assert.equal((await linesOf(here, here.governance))?.[0]?.[0], 'acknowledge', 'overdue first');
  const { objection } = made;
  done(await acknowledgeObjection(here.by(here.worker), { proposal: 1, objection }));
  assert.deepEqual(await line(here.worker, 'acknowledge'), undefined);
  assert.deepEqual(await line(here.worker, 'answer'), [`proposals/1/objections/${objection}/answer`, 1]);
  const answer = { proposal: 1, objection, kind: 'not_possible', answer: '做不了' };
  done(await answerObjection(here.by(here.worker), answer));
  assert.deepEqual(await line(here.worker, 'verdicts'), ['objections', 2]);
  assert.equal(await line(here.governance, 'verdicts'), undefined);
  assert.ok(
    (await lifeOf(here, here.governance)).others.some(([act, by]) => act === 'verdicts' && by === 'social-worker'),
  );
  const [asked] = (await deskToday(here.by(here.worker), {}))?.lines.filter((one) => one.act === 'verdicts') ?? [];
  assert.equal(asked && addressOf(asked, { slug: here.slug, locale: 'zh' }), `/door/${here.slug}/objections`);
  const [raiser] = await here.sql<{ id: number }>(
    'select household_id as id from objection_raiser where community_id = $1',
    [here.communityId],
  );
  const said = { proposal: 1, objection, verdict: 'maintained', words: '还是睡不着' };
  const told = { household: raiser?.id, provenance: '念给她听过' };
  for (const person of [here.worker, here.secretary]) assert.equal(await line(person, 'maintained'), undefined);
  done(await giveVerdict(here.by(here.captain), { ...said, ...told }));
  for (const person of [here.worker, here.governance, here.secretary]) {
    const kept = (await deskToday(here.by(person), {}))?.lines.find((one) => one.act === 'maintained');
    assert.deepEqual([kept?.path.join('/'), kept?.count, kept?.words], ['proposals/1/objections', 1, ['还是睡不着']]);
  }
  const waiting = ((await doorObjections(here.by(here.worker), {})) ?? []).filter(waitsForWord);
  assert.equal(waiting.length, 1);
  assert.deepEqual(await line(here.worker, 'verdicts'), ['objections', waiting.length], 'as the page it leads to');
  const life = await lifeOf(here, here.worker);
  const [part] = life.parts
    .flatMap((one) => one.of({ facts: life.facts, now: life.now, locale: 'zh' }))
    .filter(({ key }) => key === 'objections');
  assert.match(part?.note ?? '', /^1条都答复了，其中1条有人还不行/);
});

test('after a round: summary, then redesign; a draft is explained, judged, confirmed by another, published', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  assert.deepEqual(await linesOf(here, here.governance), [
    ['summary', 'rounds/1/summary', 1],
    ['decide', 'proposals/1', 1],
  ]);
  const life = await lifeOf(here, here.governance);
  assert.deepEqual(life.next, ['summary', 'redesign']);
  assert.deepEqual(life.acts.agreement?.block?.code, 'not_agreed');
  done(await redesign(here.by(here.governance), { proposal: 1, reason: '没听够' }));
  assert.deepEqual(
    (await linesOf(here, here.worker))?.map(([act]) => act),
    ['draft'],
  );
  done(await here.draft('1. 从坡上绕下\n2. 路宽一米二\n3. 不砍树'));
  const names = async (person: number) => (await linesOf(here, person))?.map(([act]) => act);
  assert.deepEqual(await names(here.worker), ['changes']);
  assert.deepEqual(await names(here.governance), ['summary']);
  const publication = async () => (await lifeOf(here, here.governance)).acts.publication?.block?.code ?? null;
  const cited = { note_1: '绕一下', objections_1: [], gate_1: '', technical_1: '坡太陡' };
  done(await citeChanges(here.by(here.worker), { proposal: 1, ...cited }));
  assert.deepEqual(await names(here.worker), ['judging']);
  assert.deepEqual(await names(here.secretary), ['judging']);
  const judgements = [1, 2].map((group) => ({ group, material: 'no', reason: '还是那条路' }));
  done(await judgeMateriality(here.by(here.worker), { proposal: 1, judgements }));
  assert.deepEqual(await names(here.worker), [], 'nobody proposes and alone approves');
  assert.deepEqual(await names(here.secretary), ['judged']);
  assert.deepEqual(await publication(), 'materiality_unconfirmed');
  done(await confirmMateriality(here.by(here.secretary), { proposal: 1 }));
  assert.deepEqual(await names(here.secretary), []);
  assert.deepEqual(await names(here.governance), ['summary', 'publication']);
  assert.equal(await publication(), null);
});

test('a new proposal is due in five working days; overdue work stands first, whoever joins waits for another', async () => {
  const here = await makeConsultation();
  await here.sql(
    `update proposal set state = 'submitted', submitted_at = '2022-03-01T10:00:00+08:00' where community_id = $1`,
    [here.communityId],
  );
  await here.sql('insert into join_request (community_id, household_id, person_id) values ($1, $2, $3)', [
    here.communityId,
    here.household('15', 2),
    await here.outsider(),
  ]);
  const today = await deskToday(here.by(here.worker), {});
  assert.deepEqual(
    today?.lines.map((line) => [line.act, line.due?.toISOString() ?? null]),
    [
      ['acceptance', '2022-03-08T15:59:59.999Z'],
      ['joins', null],
    ],
  );
  const one = today?.lines.at(-1);
  assert.equal(one?.path.length, 2, 'one is checked on a page of their own');
  await here.sql('insert into join_request (community_id, household_id, person_id) values ($1, $2, $3)', [
    here.communityId,
    here.household('15', 3),
    await here.outsider(),
  ]);
  const both = (await deskToday(here.by(here.worker), {}))?.lines.at(-1);
  assert.deepEqual([both?.path, both?.count], [['joins'], 2], 'several on one');
  assert.deepEqual(await linesOf(here, await here.staff('hotline')), []);
  const life = await lifeOf(here, await here.staff('hotline'));
  assert.deepEqual(life.next, []);
  assert.deepEqual(life.others, [['acceptance', 'social-worker governance-secretary']]);
});

test('everything that is not possible says why, in both languages and for every role', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const roles = [
    'social-worker',
    'party-secretary',
    'governance-secretary',
    'hotline',
    'property',
    'district',
    'auditor',
  ] as const;
  for (const state of [
    'submitted',
    'scoping',
    'consulting',
    'redesign',
    'agreed',
    'noticed',
    'signed_off',
    'shelved',
    'reopened',
  ]) {
    await here.sql(`update proposal set state = $2 where community_id = $1`, [here.communityId, state]);
    for (const role of roles) {
      const life = await deskLife(here.by(await here.staff(role)), { no: 1 });
      assert.ok(life);
      for (const one of life.acts.filter((act) => act.block !== null))
        for (const locale of ['zh', 'en'] as const) {
          const reason = reasonOf(one, locale);
          assert.ok(reason && !/^[a-z_]+$/.test(reason), `${state} ${role} ${one.act} ${one.block?.code}: ${reason}`);
          assert.doesNotMatch(reason, /undefined|出了点问题/, `${state} ${one.act}`);
        }
    }
  }
});

test('a drawing nobody else has looked at waits for everybody who may look, and for nobody else', async () => {
  const here = await makeConsultation();
  done(await here.draft('从坡上直下'));
  const [row] = await here.sql<{ id: number }>('select id from plan where community_id = $1', [here.communityId]);
  const pixel = { data: Buffer.from('drawing').toString('base64'), width: 4, height: 3 };
  const { picture } = done(
    await addPicture(here.by(here.worker), {
      subject: 'plan',
      subjectId: row?.id ?? 0,
      caption: '路线',
      small: pixel,
      large: pixel,
    }),
  );
  const waits = async (person: number) =>
    (await deskToday(here.by(person), {}))?.lines
      .filter((line) => line.act === 'plan_pictures')
      .map(({ path }) => path);
  const colleague = await here.staff('social-worker');
  for (const person of [here.governance, here.secretary, colleague])
    assert.deepEqual(await waits(person), [['proposals', 1, 'plans', 'drawings']]);
  for (const person of [here.worker, await here.staff('property'), await here.staff('auditor')])
    assert.deepEqual(await waits(person), []);
  done(await lookAtPicture(here.by(colleague), { picture, verdict: 'board' }));
  assert.deepEqual(await waits(here.governance), []);
});

test('every statement runs for somebody who holds every role', async () => {
  const here = await makeConsultation();
  const all = await here.staff('social-worker');
  for (const role of ['party-secretary', 'governance-secretary', 'hotline', 'property', 'district'] as const)
    await here.grant(all, role);
  assert.ok(await deskToday(here.by(all), {}));
});
