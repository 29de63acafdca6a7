import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reaches, subjectIndex } from './board-subjects';

test('what a change reaches', () => {
  for (const [changed, shown, yes] of [
    ['c/proposal/1', 'c/proposal/1', true],
    ['c/proposal/1', 'c/proposal/11', false],
    ['c/proposal/1', 'c/proposals', false],
    ['c/proposal/1/objection/2', 'c/proposal/1', true],
    ['c/works/1', 'c/works', true],
    ['c/works', 'c/works/1', true],
    ['c/works/1', 'c/works/2', false],
    ['c', 'c/works/2', true],
    ['c/draft/3', 'c', true],
    ['c', 'cc', false],
    ['cc/works', 'c', false],
    ['/communities', '/communities', true],
    ['c', '/communities', false],
  ] as const)
    assert.equal(reaches(changed, shown), yes, `${changed} → ${shown}`);
});

const inCommunity = fc
  .array(fc.constantFrom('a', 'b', 'aa'), { minLength: 1, maxLength: 4 })
  .map((names) => names.join('/'));
const subject = fc.oneof({ weight: 9, arbitrary: inCommunity }, fc.constant('/communities'));
const subjects = fc.uniqueArray(subject, { maxLength: 4 });

test('the index finds what asking every page finds, and keeps nothing of pages that are gone', () => {
  fc.assert(
    fc.property(
      fc.array(subjects, { maxLength: 12 }),
      fc.array(subject, { maxLength: 3 }),
      fc.nat(11),
      (pages, changed, gone) => {
        const index = subjectIndex();
        for (const [at, shown] of pages.entries()) index.add(`${at}`, shown);
        index.remove(`${gone}`, pages[gone] ?? []);
        const reached = pages.flatMap((shown, at) =>
          at !== gone && shown.some((one) => changed.some((change) => reaches(change, one))) ? [`${at}`] : [],
        );
        assert.deepEqual([...index.reachedBy(changed)].sort(), reached.sort());
        for (const [at, shown] of pages.entries()) index.remove(`${at}`, shown);
        assert.equal(index.size, 0);
      },
    ),
  );
});
