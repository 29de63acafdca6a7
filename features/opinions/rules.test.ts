import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldErrors } from '@/lib/gate';
import { recordInput } from './input';
import {
  checkRecording,
  checkSaidAt,
  checkSeen,
  correctableUntil,
  type DoorState,
  doorsToTry,
  draw,
  lastProof,
  mayCorrect,
  mayRecheck,
  progressOf,
  type Recording,
  recheckSample,
  suspectRecordings,
} from './rules';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const [captain, neighbour, worker] = [1, 2, 3];
const atTheDoor: Recording = {
  recorder: captain,
  channel: 'door',
  proof: 'read_back',
  witness: neighbour,
  photo: false,
  message: '',
};
const code = (over: Partial<Recording>) => {
  const result = checkRecording({ ...atTheDoor, ...over });
  return result.ok ? 'ok' : result.refusal.code;
};

test('nothing is recorded on behalf without a fitting proof and a second person', () => {
  assert.equal(code({ proof: null }), 'proof_missing');
  assert.equal(code({ channel: 'phone', proof: 'signature_photo' }), 'proof_missing');
  assert.equal(code({ channel: 'paper', proof: 'signature_photo', witness: null, photo: true }), 'ok');
  assert.equal(code({ proof: 'signature_photo' }), 'photo_missing');
  assert.equal(code({ proof: 'signature_photo', photo: true }), 'ok');
  assert.equal(code({ proof: 'sms_reply' }), 'message_missing');
  assert.equal(code({ proof: 'sms_reply', message: '同意 9:05' }), 'ok');
  assert.equal(code({ witness: null }), 'witness_missing');
  assert.equal(code({ witness: captain }), 'witness_is_recorder');
});

test('attack 14: nobody is their own witness under a name that looks like theirs, and no witness has a hidden one', () => {
  const named = (witnessName: string) => {
    const read = recordInput.shape.witnessName.safeParse(witnessName);
    return read.success ? code({ witness: read.data, recorderName: '王小明' }) : read.error.issues[0]?.message;
  };
  for (const name of ['王小明', '王小明。', ' 王 小 明 ', '王·小明', '（王小明）'])
    assert.equal(named(name), 'witness_is_recorder', name);
  for (const name of ['王小\u200b明', '王\u00ad小明', '\u202e明小王', '\u2067明小王\u2069'])
    assert.equal(named(name), 'name_letters', name);
  assert.equal(named('王小月'), 'ok');
});

test('what came after the form was opened is not replaced unseen', () => {
  assert.equal(checkSeen(0, null).ok, true);
  assert.equal(checkSeen(7, { id: 7 }).ok, true);
  assert.equal(checkSeen(0, { id: 7 }).ok, false);
  assert.equal(checkSeen(6, { id: 7 }).ok, false);
});

test('what is typed later was said within the round, and not in the time to come', () => {
  const round = { opensAt: new Date('2022-03-01T00:00:00Z'), closesAt: new Date('2022-03-10T00:00:00Z') };
  const now = new Date('2022-03-05T12:00:00Z');
  const why = (saidAt?: string) => {
    const said = checkSaidAt(round, saidAt === undefined ? undefined : new Date(saidAt), now);
    return said.ok ? 'ok' : said.refusal.fieldErrors?.saidAt;
  };
  assert.equal(why(), 'ok');
  for (const at of ['2022-03-01T00:00:00Z', '2022-03-05T12:00:00Z']) assert.equal(why(at), 'ok', at);
  assert.equal(why('2022-03-05T12:00:01Z'), 'said_later');
  assert.equal(why('2022-02-28T23:59:59Z'), 'said_earlier');
});

test('the way goes on to doors nobody tried, then to those where nobody was home, the least tried first', () => {
  const at = (...days: number[]) => days.map((day) => ({ at: new Date(Date.UTC(2022, 2, day)) }));
  const door = (no: number, state: DoorState, visits: { at: Date }[] = []) => ({ no, state, visits });
  const doors = [
    ...[door(101, 'not_tried'), door(102, 'not_home', at(1, 2)), door(201, 'support'), door(202, 'not_home', at(3))],
    ...[door(301, 'not_tried'), door(302, 'refused', at(1)), door(401, 'not_home', at(2)), door(402, 'not_tried')],
  ];
  const from = (place: number, all: readonly ((typeof doors)[number] & { quiet?: boolean })[] = doors) =>
    doorsToTry(all, place).map(({ no }) => no);
  assert.deepEqual(from(2), [301, 402, 101, 401, 202, 102]);
  assert.deepEqual(from(4), [402, 101, 401, 202, 102]);
  assert.deepEqual(from(3), [301, 402, 101, 401, 102], 'never the door one stands at');
  const quiet = doors.map((one) => ({ ...one, quiet: one.no === 301 || one.no === 401 }));
  assert.deepEqual(from(2, quiet), [402, 101, 202, 102], 'nor one that asks for no visits');
});

test('how the last one was proved today is known at the next door; a picture or a message is asked for anew', () => {
  const now = new Date('2022-03-05T12:00:00Z');
  const said = (id: number, more: object = {}) => ({
    ...({
      id,
      recorder: 1,
      receivedAt: new Date('2022-03-05T11:00:00Z'),
      channel: 'door',
      proof: 'read_back',
    } as const),
    witnessId: null,
    witness: '孙丽',
    ...more,
  });
  const last = lastProof([said(2), said(1, { witness: '别人' }), said(3, { recorder: 2 })], 1, now);
  assert.deepEqual(last, { channel: 'door', proof: 'read_back', witnessId: null, witness: '孙丽', again: true });
  assert.equal(lastProof([said(1, { receivedAt: new Date('2022-03-04T11:00:00Z') })], 1, now), null);
  assert.equal(lastProof([said(1, { recorder: null })], 1, now), null);
  assert.equal(lastProof([said(1, { proof: 'signature_photo' })], 1, now)?.again, false);
  assert.equal(lastProof([], 1, now), null);
});

test('72 hours to correct, to the millisecond', () => {
  const received = new Date('2022-04-01T10:00:00Z');
  assert.equal(mayCorrect(received, new Date('2022-04-04T09:59:59.999Z')), true);
  assert.equal(mayCorrect(received, new Date('2022-04-04T10:00:00Z')), false);
  const until = (closes: string) => correctableUntil(received, new Date(closes)).toISOString();
  assert.equal(until('2022-04-04T09:59:59.999Z'), '2022-04-04T10:00:00.000Z', 'also after the round has closed');
  assert.equal(until('2022-04-04T10:00:00.001Z'), '2022-04-04T10:00:00.001Z', 'as long as everybody is asked');
});

test('the draw is repeatable, whatever the order, and another seed draws otherwise', () => {
  const ids = Array.from({ length: 100 }, (_, n) => `h${n}`);
  const first = draw(ids, 10, 'seed', sha256);
  assert.deepEqual(draw([...ids, ...ids].reverse(), 10, 'seed', sha256), first);
  assert.notDeepEqual(draw(ids, 10, 'other seed', sha256), first);
  assert.equal(new Set(first).size, 10);
});

test('one in ten, rounded up', () => {
  const ids = (n: number) => Array.from({ length: n }, (_, i) => String(i));
  for (const [of, size] of [
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [590, 59],
  ] as const) {
    assert.equal(recheckSample(ids(of), 's', sha256).length, size);
  }
});

test('the sample comes from the recorded and is never under a tenth', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (ids, seed) => {
      const sample = recheckSample(ids, seed, sha256);
      return sample.every((id) => ids.includes(id)) && sample.length * 10 >= ids.length;
    }),
  );
});

test('neither recorder nor witness re-checks', () => {
  assert.equal(mayRecheck(captain, atTheDoor), false);
  assert.equal(mayRecheck(neighbour, atTheDoor), false);
  assert.equal(mayRecheck(worker, atTheDoor), true);
});

test('ten flats in ten minutes are quick, eleven are suspect, and so is any at night', () => {
  const every = (seconds: number, count: number, from = '2022-04-01T10:00:00+08:00') =>
    Array.from({ length: count }, (_, n) => new Date(new Date(from).getTime() + n * seconds * 1000));
  assert.deepEqual(suspectRecordings(every(60, 10)), []);
  assert.equal(suspectRecordings(every(60, 11)).length, 11);
  assert.deepEqual(suspectRecordings(every(61, 11)), []);
  assert.deepEqual(suspectRecordings(every(600, 1, '2022-04-01T21:59:59+08:00')), []);
  assert.deepEqual(suspectRecordings(every(600, 1, '2022-04-01T22:00:00+08:00')), [0]);
  assert.deepEqual(suspectRecordings(every(600, 1, '2022-04-02T06:59:59+08:00')), [0]);
  assert.deepEqual(suspectRecordings(every(600, 1, '2022-04-02T07:00:00+08:00')), []);
});

test('a door is knocked at, met and heard, each counted by itself', () => {
  const doors = (['not_tried', 'not_home', 'refused', 'support', 'no_view'] as const).map((state) => ({ state }));
  assert.deepEqual(progressOf(doors), { households: 5, knocked: 4, met: 3, heard: 2 });
  assert.deepEqual(progressOf([]), { households: 0, knocked: 0, met: 0, heard: 0 });
});

test('everything wrong with what is written down is said at once', () => {
  const errors = (given: Record<string, unknown>) => {
    const { error } = recordInput.safeParse({ round: '1', household: '2', seen: '0', ...given });
    return error ? fieldErrors(error) : {};
  };
  assert.deepEqual(errors({ stance: 'oppose', proof: 'signature_photo' }), {
    ground: 'ground_missing',
    photo: 'photo_missing',
  });
  assert.deepEqual(errors({ stance: 'support_if', proof: 'read_back' }), {
    condition: 'condition_missing',
    witness: 'witness_missing',
  });
  assert.deepEqual(errors({ stance: 'oppose', proof: '' }), { proof: 'choose_one', ground: 'ground_missing' });
  // Alone it is for the rules, whoever asks.
  assert.deepEqual(errors({ stance: 'support', proof: 'signature_photo' }), {});
  assert.ok(errors({ stance: 'support', proof: 'read_back', round: 'x' }).round);
});
