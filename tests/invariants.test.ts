import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { closeAll } from './fixture';
import { begin, FEW, MANY, pick, type Step } from './history';
import {
  countedAlike,
  countedOnce,
  everyWordDrawn,
  lawfulSteps,
  neverAlone,
  oneLeafEach,
  signedLawfully,
} from './invariants';
import { joinedExactly } from './joining';
import { attempt, everyoneAnswers, WAYS } from './matters';
import { comparedOnce, homesLawful, lawfulMatter, shortLawful } from './matters-invariants';
import { neighboursSpeak } from './talks';
import { watchBoard } from './watching';

after(closeAll);

const runs = Number(process.env.TONGXIN_HISTORIES ?? 100);
/** Given, the same histories again; otherwise new ones every time, and a failure prints its seed. */
const seed = process.env.TONGXIN_SEED ? Number(process.env.TONGXIN_SEED) : Date.now() % 2 ** 31;

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.nat(9999),
  who: fc.nat(9),
  a: fc.nat(59),
  b: fc.nat(59),
  c: fc.nat(59),
});
const history = fc.tuple(fc.boolean(), fc.array(step, { minLength: 40, maxLength: 75, size: 'max' }));

/** What a hundred histories manage at least once, whatever the numbers. */
const acts = [
  ...['merge', 'separate', 'link case', 'unlink case', 'ask outside', 'answer outside', 'choose'],
  ...['object short', 'answer short', 'judge home'],
];

test(`${runs} random histories by real commands keep what must hold (TONGXIN_SEED=${seed})`, async (t) => {
  const seen = {
    writes: 0,
    refusals: 0,
    signed: 0,
    counts: 0,
    alike: 0,
    numbers: 0,
    compared: 0,
    homes: 0,
    short: 0,
    states: new Set<string>(),
    done: new Set<string>(),
  };
  let run = 0;
  const property = fc.asyncProperty(history, async ([termActive, tried]) => {
    run += 1;
    const isLarge = run % 5 === 0;
    const way = pick(WAYS, run);
    const w = { ...(await begin(termActive, isLarge ? MANY : FEW, {}, way === 'full' ? 'lift' : 'other')), way };
    const board = watchBoard(w);
    let writes = w.begun;
    const told: string[] = [];
    try {
      for (const one of tried) {
        const step = await attempt(w, one);
        const { name, outcome, before } = step;
        told.push(`${name}: ${outcome.ok ? 'done' : outcome.refusal.code}`);
        if (outcome.ok) seen.done.add(name);
        if (outcome.ok && name === 'agree') await everyWordDrawn(w);
        assert.equal(before, writes, `before ${name}: a write left no leaf, or two`);
        writes += outcome.ok ? 1 : 0;
        if (outcome.ok) await lawfulMatter(w, step);
        if (outcome.ok && name === 'compare') writes += await everyoneAnswers(w, one);
        if (isLarge && name === 'open round' && outcome.ok)
          writes += await neighboursSpeak(w, one, (outcome.value as { round: number }).round);
        if (outcome.ok && (isLarge || run % 4 === 0)) await board.look();
        if (outcome.ok && run % 4 === 1) seen.alike += await countedAlike(w);
      }
      await oneLeafEach(w, writes);
      for (const state of await lawfulSteps(w)) seen.states.add(state);
      seen.counts += await countedOnce(w);
      seen.compared += await comparedOnce(w);
      seen.homes += await homesLawful(w);
      seen.short += await shortLawful(w);
      await neverAlone(w);
      await joinedExactly(w);
      await board.look();
      if (isLarge) seen.numbers += await board.numbers();
      assert.deepEqual(await board.learned(), [], 'what somebody learns who keeps every page of the board');
      if (await signedLawfully(w)) seen.signed += 1;
    } catch (error) {
      throw new Error(`${told.join('\n')}\n${(error as Error).message}`, { cause: error });
    }
    seen.writes += writes;
    seen.refusals += tried.length + w.begun - writes;
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true, includeErrorInReport: true });
  t.diagnostic(
    `${seen.writes} writes, ${seen.refusals} refusals, ${seen.signed} signed, ${seen.counts} groups counted, ${seen.numbers} with numbers, ${seen.alike} counts at desk and doors, ${seen.compared} groups of alternatives, ${seen.homes} homes, ${seen.short} small things`,
  );
  if (process.env.TONGXIN_HISTORIES) t.diagnostic([...seen.states, ...seen.done].join(', '));
  if (runs < 100) return;
  assert.ok(seen.alike >= 100, `only ${seen.alike} counts were compared at desk and doors`);
  assert.ok(seen.numbers >= 3, `only ${seen.numbers} groups had numbers on the board`);
  assert.ok(seen.signed >= 3, `only ${seen.signed} histories reached a signature`);
  for (const state of ['redesign', 'agreed', 'noticed', 'merged', 'comparing', 'repairing', 'short'])
    assert.ok(seen.states.has(state), `no history came to ${state}`);
  for (const act of acts) assert.ok(seen.done.has(act), `no history managed to ${act}`);
});
