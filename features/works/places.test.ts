import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkNamed,
  checkUntil,
  checkWhole,
  checkWord,
  isBuilt,
  type Place,
  placesIn,
  stateOfPlace,
  unheard,
} from './rules/places';

const place: Place = { builtOn: '2022-05-01', checked: true, missingUntil: null, beside: [11, 12], words: [] };
const yes = (entrance: number, household = entrance * 10) =>
  ({ household, entrance, outcome: 'accepted', mendOn: null }) as const;
const no = (entrance: number, mendOn: string | null = null) =>
  ({ household: entrance * 10 + 1, entrance, outcome: 'refused', mendOn }) as const;

test('a place stands when it is built, looked at, and each entrance beside it was heard', () => {
  assert.equal(stateOfPlace({ ...place, builtOn: null }), 'planned');
  assert.equal(stateOfPlace({ ...place, builtOn: null, missingUntil: '2022-06-01' }), 'missing');
  assert.equal(stateOfPlace({ ...place, checked: false, words: [yes(11), yes(12)] }), 'built');
  assert.equal(stateOfPlace({ ...place, words: [yes(11)] }), 'asking');
  assert.deepEqual(unheard({ ...place, words: [yes(11)] }), [12]);
  assert.equal(stateOfPlace({ ...place, words: [yes(11), yes(12)] }), 'stands');
  assert.equal(stateOfPlace({ ...place, beside: [] }), 'stands');
});

test('the whole is accepted when every milestone was looked at, or its places are settled; nothing planned is nothing built', () => {
  const whole = { inPlaces: false, target: 23, places: [], checked: true };
  const gap = { ...place, builtOn: null, missingUntil: '2022-06-01' };
  const inPlaces = { inPlaces: true, target: 1, places: [gap], checked: false };
  assert.equal(isBuilt([]), false);
  assert.equal(isBuilt([whole]), true);
  assert.equal(isBuilt([whole, { ...whole, checked: false }]), false);
  assert.equal(isBuilt([whole, inPlaces]), true);
  assert.equal(isBuilt([whole, { ...inPlaces, target: 2 }]), false);
  assert.deepEqual(
    [
      checkWhole('accepted', [whole]),
      checkWhole('refused', []),
      checkWhole(undefined, []),
      checkWhole('accepted', []),
    ].map(({ ok }) => ok),
    [true, true, true, false],
  );
});

test('one no without a day is enough, however many say yes; with a day it stands', () => {
  const words = [yes(11), yes(11, 112), yes(12)];
  assert.equal(stateOfPlace({ ...place, words: [...words, no(11)] }), 'refused');
  assert.equal(stateOfPlace({ ...place, words: [...words, no(11, '2022-06-01')] }), 'stands');
  assert.equal(stateOfPlace({ ...place, words: [no(11, '2022-06-01')] }), 'asking');
});

test('8 of 10: the two that are missing have a reason and a day, or the works cannot end', () => {
  const done = Array.from({ length: 8 }, () => ({ ...place, beside: [] }));
  const gap = { ...place, builtOn: null };
  const of = (places: readonly Place[]) => placesIn({ inPlaces: true, target: 10, places });
  assert.deepEqual(of(done), { of: 10, built: 8, open: 2 });
  assert.deepEqual(of([...done, gap, gap]), { of: 10, built: 8, open: 2 });
  const told = { ...gap, missingUntil: '2022-09-01' };
  assert.deepEqual(of([...done, told, gap]), { of: 10, built: 8, open: 1 });
  assert.deepEqual(of([...done, told, told]), { of: 10, built: 8, open: 0 });
  assert.deepEqual(placesIn({ inPlaces: false, target: 10, places: [] }), { of: 0, built: 0, open: 0 });
  assert.equal(checkNamed({ inPlaces: true, target: 10, places: done }).ok, true);
  assert.equal(checkNamed({ inPlaces: true, target: 8, places: done }).ok, false);
});

test('whatever is said, what is open and what is settled are all there is, and one more yes closes nothing that was open to nobody', () => {
  const word = fc.record({
    household: fc.nat(9),
    entrance: fc.constantFrom(11, 12),
    outcome: fc.constantFrom('accepted' as const, 'refused' as const),
    mendOn: fc.constantFrom(null, '2022-06-01'),
  });
  const any = fc.record({
    builtOn: fc.constantFrom(null, '2022-05-01'),
    checked: fc.boolean(),
    missingUntil: fc.constantFrom(null, '2022-06-01'),
    beside: fc.subarray([11, 12]),
    words: fc.array(word, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), fc.integer({ min: 0, max: 8 }), (places, target) => {
      const { of, open, built } = placesIn({ inPlaces: true, target, places });
      assert.equal(of, Math.max(target, places.length));
      assert.equal(open >= 0 && open <= of && built <= places.length, true);
      const more = places.map((one) => ({ ...one, words: [...one.words, yes(11), yes(12)] }));
      assert.equal(placesIn({ inPlaces: true, target, places: more }).open <= open, true);
    }),
  );
});

test('a no has a reason, and the day it is put right has not gone by', () => {
  assert.equal(checkWord('accepted', '').ok, true);
  assert.equal(checkWord('refused', ' ').ok, false);
  assert.equal(checkWord('refused', '挡窗').ok, true);
  assert.equal(checkUntil('2022-05-01', '2022-05-01', 'until').ok, true);
  assert.equal(checkUntil('2022-04-30', '2022-05-01', 'until').ok, false);
});
