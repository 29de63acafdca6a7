import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOver, wayOf } from './rules';

const at = new Date('2022-03-01T00:00:00Z');
const letter = { at, state: null, stateAt: null, until: null };
const day = (n: number) => new Date(at.getTime() + n * 86_400_000);

test('a letter is news for sixty days', () => {
  assert.equal(isOver(letter, new Date(day(60).getTime() - 1)), false);
  assert.equal(isOver(letter, day(60)), true);
});

test('what a letter asks for is over when its round or notice has closed', () => {
  const asks = { ...letter, until: day(7) };
  assert.equal(isOver(asks, new Date(day(7).getTime() - 1)), false);
  assert.equal(isOver(asks, day(7)), true);
});

test('a letter is over when its proposal ended after it; the one that tells of the end is not', () => {
  const of = (state: string, stateAt: Date) => isOver({ ...letter, state, stateAt }, day(3));
  assert.equal(of('declined', at), false);
  assert.equal(of('declined', day(1)), true);
  assert.equal(of('verified', day(1)), true);
  assert.equal(of('consulting', day(1)), false);
});

test('a link is named by what one does where it leads', () => {
  const ways = {
    '/act/demo/rounds/2/opinion': 'speak',
    '/me/objections': 'judge',
    '/me/household': 'household',
    '/demo/proposals/1': 'proposal',
    '/demo/proposals/1/notice': 'proposal',
    '/demo/rounds/2': 'round',
    '/demo/resolutions/1': 'resolution',
    '/me': 'look',
  };
  for (const [subject, way] of Object.entries(ways)) assert.equal(wayOf(subject), way, subject);
});
