import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { closeAll } from './fixture';
import { pick, type Step, type Tried, tryStep } from './history';
import { countedOnce, lawfulSteps, neverAlone, oneLeafEach } from './invariants';
import { beginSigned, type Lives } from './lives';
import { lawful, wholeLife } from './lives-invariants';
import { act, type Course, closed, goOn, lives, ready, settled } from './lives-will';
import { watchBoard } from './watching';

after(closeAll);

const runs = Number(process.env.TONGXIN_HISTORIES ?? 40);
/** Given, the same histories again; otherwise new ones every time, and a failure prints its seed. */
const seed = process.env.TONGXIN_SEED ? Number(process.env.TONGXIN_SEED) : Date.now() % 2 ** 31;

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.nat(9999),
  who: fc.nat(9),
  a: fc.nat(59),
  b: fc.nat(59),
  c: fc.nat(59),
});
const history = fc.tuple(fc.boolean(), fc.array(step, { minLength: 12, maxLength: 20, size: 'max' }));

type Note = (tried: Tried) => Promise<void>;

interface Life {
  /** How far people of good will bring it before anything can happen. */
  begin: (w: Lives, note: Note) => Promise<void>;
  /** How they see it through afterwards. */
  course: Course;
}

/** One after the other, so that every stage of a life is come to, whatever the numbers. */
const kinds: Life[] = [
  { begin: async () => {}, course: 'verify' },
  { begin: (w, note) => goOn(w, ready, note), course: 'mend' },
  { begin: (w, note) => goOn(w, (f) => f.state === 'completed', note), course: 'verify' },
  {
    begin: async (w, note) => {
      await goOn(w, closed(0), note);
      for (const name of ['complaints', 'close wave']) await note(await act(w, name));
    },
    course: 'mend',
  },
  {
    begin: async (w, note) => {
      await goOn(w, closed(2), note);
      await note(await act(w, 'draw first_snow'));
      for (const name of ['call as handler', 'call as anybody']) await note(await act(w, name));
    },
    course: 'verify',
  },
  {
    begin: async (w, note) => {
      await goOn(w, (f) => f.state === 'verified', note);
      for (const name of ['reopen', 'resume redesign']) await note(await act(w, name));
    },
    course: 'shelve',
  },
  {
    begin: async (w, note) => {
      await goOn(w, ready, note);
      await note(await act(w, 'break'));
      await goOn(w, (f) => f.site?.no === 2, note);
    },
    course: 'mend',
  },
  {
    begin: async (w, note) => {
      await goOn(w, closed(1), note);
      await note(await act(w, 'reopen'));
      await goOn(w, closed(0), note);
    },
    course: 'mend',
  },
];

/** What became of an act that went through: of a wave that is over, the state it led to. */
const outcomeOf = (value: unknown) =>
  z.object({ wave: z.string(), state: z.string() }).safeParse(value).data?.state ?? 'done';

const done = (name: string) => `${name}: done`;

/** States and acts each of which forty histories come to more than a few times, whatever the numbers. */
const wanted = [
  ...['building', 'completed', 'verifying', 'verified', 'reopened', 'redesign'],
  ...['start works', 'plan milestone', 'photograph', 'report', 'check', 'name delegate', 'complete', 'break'].map(done),
  ...['plan places', 'name place', 'build place', 'check place', 'judge place'].map(done),
  ...['promise accepted', 'promise refused', 'works accepted', 'works refused', 'calls', 'complaints'].map(done),
  ...['draw four_weeks', 'draw ninety_days', 'draw first_snow', 'clock'].map(done),
  ...['reopen', 'resume building', 'resume redesign'].map(done),
  ...['close wave: verifying', 'close wave: verified', 'close wave: reopened'],
  ...['call as handler: handler_calls', 'call as anybody: not_allowed'],
];

test(`${runs} random histories from the signature to what people say of it (TONGXIN_SEED=${seed})`, async (t) => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  let run = 0;
  const property = fc.asyncProperty(history, async ([termActive, tried]) => {
    const w = await beginSigned(termActive, run % 5);
    const life = pick(kinds, run);
    run += 1;
    const board = watchBoard(w);
    await board.look();
    const told: string[] = [];
    let writes = w.begun;
    const note: Note = async (one) => {
      const { name, outcome, before, state } = one;
      const how = outcome.ok ? outcomeOf(outcome.value) : outcome.refusal.code;
      told.push(`${w.today()} ${state}, ${name}: ${how}`);
      count(`${name}: ${how}`);
      assert.equal(before, writes, `before ${name}: a write left no leaf, or two`);
      writes += w.also + (outcome.ok ? 1 : 0);
      w.also = 0;
      if (!outcome.ok) return;
      await lawful(w, one);
      if (run % 3 === 0) await board.look();
    };
    try {
      await life.begin(w, note);
      told.push('--');
      for (const one of tried) await note(await tryStep(w, one, lives));
      told.push('--');
      await wholeLife(w);
      await goOn(w, settled(life.course), note, life.course);
      await wholeLife(w);
      await oneLeafEach(w, writes);
      for (const state of await lawfulSteps(w)) count(state);
      await countedOnce(w);
      await neverAlone(w);
      await board.look();
      assert.deepEqual(await board.learned(), [], 'what somebody learns who keeps every page of the board');
    } catch (error) {
      throw new Error(`${told.join('\n')}\n${(error as Error).message}`, { cause: error });
    }
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true, includeErrorInReport: true });
  if (process.env.TONGXIN_HISTORIES) {
    const all = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what} ${n}`);
    t.diagnostic(all.join(', '));
  }
  if (runs < 40) return;
  for (const what of wanted) assert.ok((seen.get(what) ?? 0) >= 5, `${what}: ${seen.get(what) ?? 0} times`);
});
