import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { exportOfMe } from '@/features/account/queries';
import { deskToday } from '@/features/desk/queries';
import { addPicture, lookAtPicture, removePicture } from '@/features/pictures/commands';
import { boardPicture, ownPicture, picturesOf } from '@/features/pictures/queries';
import { boardProgramme } from '@/features/programmes/queries/board';
import { askNoVisits, welcomeVisits } from '@/features/visits/commands/visit';
import { closeAll, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { fair } from '@/tests/programmes';
import { answerDepicted, dropDepicted, nameDepicted, recordDepicted } from './commands';
import { deskDepicted, doorDepicted, myDepicted } from './queries';

after(closeAll);

const pixel = { data: Buffer.from('pixel').toString('base64'), width: 4, height: 3 };

/** An afternoon that was held, with one picture of it. */
async function held() {
  const at = await fair({ kind: 'heritage', title: '剪窗花' });
  const { here, worker, occasion, people } = at;
  const [{ id = 0 } = {}] = await sql<{ id: number }>('select id from occasion where community_id = $1 and no = $2', [
    here.communityId,
    occasion,
  ]);
  const add = (by = worker) =>
    addPicture(here.by(by), { subject: 'occasion', subjectId: id, caption: '剪好的窗花', small: pixel, large: pixel });
  assert.equal(code(await add()), 'not_held');
  here.at('2022-03-05T11:00');
  const { picture } = value(await add());
  const second = await here.staff('governance-secretary');
  const name = (n: number, by = worker) =>
    nameDepicted(here.by(by), { picture, building: '14', entrance: '1', door: `10${n + 1}`, people: '奶奶' });
  const look = (by = second) => lookAtPicture(here.by(by), { picture, verdict: 'board' });
  const say = (n: number, depicted: number, answer: 'yes' | 'no') =>
    answerDepicted(here.by(people[n] ?? 0), { depicted, answer });
  const hangs = async () =>
    (await boardPicture({ id: picture, size: 'small' })) !== undefined &&
    (await boardProgramme(here.slug, { no: 1 }))?.pictures.length === 1;
  const sees = async (by: number) => (await ownPicture(here.by(by), { id: picture, size: 'small' })) !== undefined;
  return { ...at, id, add, picture, second, name, look, say, hangs, sees };
}

test('a picture with nobody on it hangs when a second person has looked', async () => {
  const { worker, people, add, look, hangs, sees, here } = await held();
  assert.equal(code(await add(people[0])), 'not_allowed');
  assert.deepEqual([await sees(worker), await sees(people[0] ?? 0), await hangs()], [true, false, false]);
  assert.equal(code(await look(worker)), 'second_person');
  value(await look());
  assert.equal(await hangs(), true);
  assert.equal((await boardProgramme(here.slug, { no: 1 }))?.pictures[0]?.caption, '剪好的窗花');
});

test('it hangs when each home on it has said yes, and comes down the moment one says no', async () => {
  const { here, worker, second, captain, people, name, look, say, hangs, sees, letters, occasion } = await held();
  const waits = async () =>
    (await deskToday(here.by(second), {}))?.lines.filter(({ act }) => act === 'occasion_pictures').length;
  assert.equal(await waits(), 1);
  assert.equal(code(await name(0, captain)), 'not_allowed');
  const one = value(await name(0)).depicted;
  assert.equal(code(await name(0)), 'named_already');
  assert.equal(code(await name(98)), 'no_such_door');
  const two = value(await name(1)).depicted;
  assert.deepEqual(await letters(0), ['depicted_asked']);
  assert.equal(await waits(), 0, 'nobody looks before they have said yes');
  assert.deepEqual([await sees(people[0] ?? 0), await sees(people[2] ?? 0), await sees(captain)], [true, false, false]);
  assert.equal(code(await look()), 'not_everybody_yes');

  assert.equal(code(await say(1, one, 'yes')), 'not_allowed');
  value(await say(0, one, 'yes'));
  assert.equal(code(await say(0, one, 'yes')), 'said_already');
  assert.equal(code(await look()), 'not_everybody_yes');
  value(await say(1, two, 'yes'));
  assert.deepEqual([await waits(), await hangs()], [1, false]);
  value(await look());
  assert.equal(await hangs(), true);
  assert.equal(code(await name(2)), 'hangs_already');

  value(await say(1, two, 'no'));
  assert.equal(await hangs(), false);
  assert.deepEqual([await sees(people[0] ?? 0), await sees(people[1] ?? 0), await sees(worker)], [false, false, true]);
  assert.equal((await myDepicted(people[0] ?? 0, { after: null })).page[0]?.seen, false);
  assert.equal(code(await look()), 'not_everybody_yes');
  value(await say(1, two, 'yes'));
  assert.equal(await hangs(), false, 'it is looked at anew');
  value(await look());
  assert.equal(await hangs(), true);
  assert.deepEqual(
    (await deskDepicted(here.by(worker), { no: occasion }))?.named.map(({ door, answer }) => [door, answer]),
    [
      ['101', 'yes'],
      ['102', 'yes'],
    ],
  );
  assert.equal(await deskDepicted(here.by(captain), { no: occasion }), undefined);
});

test('at the door a yes has somebody who heard it; a no stays whose it is, and whoever moved in later says nothing', async () => {
  const { here, captain, homes, people, name, say, letters } = await held();
  const one = value(await name(0)).depicted;
  const record = (answer: 'yes' | 'no', more = {}) =>
    recordDepicted(here.by(captain), { depicted: one, answer, ...more });
  const far = await here.captain(here.entrance('15', 1));
  assert.equal(code(await recordDepicted(here.by(far), { depicted: one, answer: 'no' })), 'not_allowed');
  assert.deepEqual((await doorDepicted(here.by(far), { after: null }))?.page, []);
  const [seen] = (await doorDepicted(here.by(captain), { after: null }))?.page ?? [];
  assert.deepEqual([seen?.people, seen?.quiet], ['奶奶', false]);
  value(await askNoVisits(here.by(people[0] ?? 0), { household: homes[0] ?? 0 }));
  assert.equal((await doorDepicted(here.by(captain), { after: null }))?.page[0]?.quiet, true);
  assert.equal(code(await record('no')), 'wants_no_visits');
  value(await welcomeVisits(here.by(people[0] ?? 0), { household: homes[0] ?? 0 }));
  assert.equal(code(await record('yes')), 'witness_missing');
  value(await record('yes', { witness: '王阿姨' }));
  assert.deepEqual((await letters(0)).includes('depicted_recorded'), true);
  value(await say(0, one, 'no'));
  assert.equal(code(await record('yes', { witness: '王阿姨' })), 'no_is_theirs');
  const later = await here.resident(homes[0] ?? 0);
  await sql(`update residency set from_at = '2022-03-05 12:00+08' where person_id = $1`, [later]);
  assert.equal(code(await answerDepicted(here.by(later), { depicted: one, answer: 'yes' })), 'not_allowed');
  assert.deepEqual((await myDepicted(later, { after: null })).page, []);
  value(await say(0, one, 'yes'));
  assert.equal((await myDepicted(people[0] ?? 0, { after: null })).page[0]?.answer, 'yes');
  assert.equal(code(await dropDepicted(here.by(captain), { depicted: one })), 'not_allowed');
});

test('named by mistake they are struck as long as they have not answered; a picture taken away takes its names along', async () => {
  const { here, worker, picture, id, name, say } = await held();
  const one = value(await name(0)).depicted;
  value(await dropDepicted(here.by(worker), { depicted: one }));
  const two = value(await name(1)).depicted;
  value(await say(1, two, 'no'));
  assert.equal(code(await dropDepicted(here.by(worker), { depicted: two })), 'answered_already');
  value(await removePicture(here.by(worker), { picture }));
  assert.deepEqual(await picturesOf(here.by(worker), { subject: 'occasion', id }), []);
});

test('the database itself hangs nothing before all have said yes, and takes no yes back while it hangs', async () => {
  const { here, name, look, say } = await held();
  const one = value(await name(0)).depicted;
  const hang = () => sql('update picture set on_board = true where community_id = $1', [here.communityId]);
  await assert.rejects(hang(), /stays down until everybody/);
  value(await say(0, one, 'yes'));
  value(await look());
  await assert.rejects(
    sql(`update depicted set answer = null, answered_at = null, answered_by = null where community_id = $1`, [
      here.communityId,
    ]),
    /a yes stays as long as it hangs/,
  );
});

test('a no and the look at one moment: it never hangs against a no', async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const { here, name, look, say, hangs } = await held();
    const one = value(await name(0)).depicted;
    value(await say(0, one, 'yes'));
    const [said] = await Promise.all([say(0, one, 'no'), look()]);
    value(said);
    assert.equal(await hangs(), false);
    const [{ n } = { n: -1 }] = await sql<{ n: number }>(
      'select count(*)::int as n from picture where community_id = $1 and on_board',
      [here.communityId],
    );
    assert.equal(n, 0);
  }
});

test('what one said of pictures goes along, and with it whoever deletes their data takes the picture down', async () => {
  const { here, people, name, look, say, hangs } = await held();
  const one = value(await name(0)).depicted;
  value(await say(0, one, 'yes'));
  value(await look());
  const mine = await exportOfMe(people[0] ?? 0, undefined);
  assert.deepEqual(
    (mine.depicted as { people: string; mayHang: string }[]).map(({ people: who, mayHang }) => [who, mayHang]),
    [['奶奶', 'yes']],
  );
  assert.deepEqual((await exportOfMe(people[1] ?? 0, undefined)).depicted, []);
  await sql('select erase($1, moment())', [people[0]]);
  assert.equal(await hangs(), false);
  const rows = await sql('select people, answer, answered_by from depicted where community_id = $1', [
    here.communityId,
  ]);
  assert.deepEqual(rows, [{ people: '', answer: null, answered_by: null }]);
});
