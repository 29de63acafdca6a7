import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as acts from './acts';
import { isOpen, needsSecond } from './rules';

test('fifty people one takes out alone, fifty-one with somebody else; matters without people however many', () => {
  assert.equal(needsSecond({ personal: true, rows: 50 }), false);
  assert.equal(needsSecond({ personal: true, rows: 51 }), true);
  assert.equal(needsSecond({ personal: false, rows: 50_000 }), false);
});

test('a sheet lasts a day, up to and with the moment', () => {
  const releasedAt = new Date('2022-03-05T01:00:00Z');
  assert.equal(isOpen({ releasedAt }, new Date('2022-03-06T01:00:00Z')), true);
  assert.equal(isOpen({ releasedAt }, new Date('2022-03-06T01:00:00.001Z')), false);
  assert.equal(isOpen({ releasedAt: null }, releasedAt), false);
});

test('nothing, too much, and too often are refused', () => {
  const why = (more: object) =>
    acts.askExport.why({ what: 'cases', personal: false, rows: 1, lately: 0, ...more }, new Date())?.code ?? null;
  assert.equal(why({}), null);
  assert.equal(why({ rows: 0 }), 'nothing_to_export');
  assert.equal(why({ rows: 50_000 }), null);
  assert.equal(why({ rows: 50_001 }), 'too_many_rows');
  assert.equal(why({ lately: 19 }), null);
  assert.equal(why({ lately: 20 }), 'exported_enough');
});
