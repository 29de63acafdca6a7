import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { closeComparison } from '@/features/alternatives/commands/close';
import { endComparison } from '@/features/alternatives/commands/end';
import { noteAtDoor } from '@/features/alternatives/commands/say';
import { ANSWERS, type Answer } from '@/features/alternatives/rules';
import { type Comparison, makeComparison } from './choosing';
import { done } from './consultation';
import { closeAll, sql } from './fixture';
import { countedOnce, lawfulSteps } from './invariants';
import { comparedOnce } from './matters-invariants';
import { verifyRecord } from './record';
import { chooseAlternative, sayWord } from './shown';

after(closeAll);

const runs = Math.ceil(Number(process.env.TONGXIN_HISTORIES ?? 100) / 5);
const seed = process.env.TONGXIN_SEED ? Number(process.env.TONGXIN_SEED) : Date.now() % 2 ** 31;

/** Of each building: which alternatives concern it. */
const concerned: Record<string, number[]> = { '7': [1], '8': [1, 2], '9': [2] };

interface Step {
  building: string;
  door: number;
  first: Answer;
  second: Answer;
  takes: number;
  how: 'own' | 'recorded' | 'recorded again' | 'tried' | 'refused' | 'set aside';
}

const step: fc.Arbitrary<Step> = fc.record({
  building: fc.constantFrom('7', '7', '8', '9', '9'),
  door: fc.nat(11),
  first: fc.constantFrom(...ANSWERS),
  second: fc.constantFrom(...ANSWERS),
  takes: fc.nat(2),
  how: fc.constantFrom(
    ...(['own', 'own', 'recorded', 'recorded', 'recorded', 'recorded again', 'tried', 'refused', 'set aside'] as const),
  ),
});

async function attempt(here: Comparison, people: Map<number, number>, { building, door, ...said }: Step) {
  const { proposal } = here;
  const household = here.household(building, door);
  const asked = concerned[building] ?? [];
  const answers = asked.map((position, index): [number, Answer] => [position, index === 0 ? said.first : said.second]);
  const takes = answers.find(([position, answer]) => position === said.takes && answer === 'can')?.[0];
  const captain = here.by(here.captains[building] ?? 0);
  switch (said.how) {
    case 'own': {
      const person = people.get(household) ?? (await here.resident(household));
      people.set(household, person);
      return sayWord(here.by(person), { proposal, answers: here.answers(answers), takes });
    }
    case 'tried':
    case 'refused': {
      const outcome = said.how === 'tried' ? 'not_home' : 'refused';
      return noteAtDoor(captain, { proposal, household, outcome });
    }
    case 'set aside':
      return undefined;
    default:
      return here.record(building, door, answers, takes);
  }
}

test(`${runs} random comparisons by real commands keep what must hold (TONGXIN_SEED=${seed})`, async () => {
  let chosen = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), async (steps) => {
    const here = await makeComparison();
    const { proposal, communityId, governance } = here;
    await here.opened();
    const people = new Map<number, number>();
    let again = 0;
    let writes = await verifyRecord(communityId);
    for (const one of steps) {
      if (one.how === 'set aside' && again === 0) {
        again += 1;
        done(await endComparison(here.by(governance), { proposal, reason: '再找地方' }));
        await here.drafted();
        done(await here.open('2022-03-12'));
        writes += 4;
      }
      const outcome = await attempt(here, people, one);
      if (outcome?.ok) writes += 1;
      else if (outcome) assert.ok(['nothing_changed'].includes(outcome.refusal.code), outcome.refusal.code);
    }
    here.at('2022-03-13T00:30');
    done(await closeComparison(here.bySystem('comparison.close'), { proposal }));
    await comparedOnce({ communityId });
    const alternative = 1 + (steps.length % 2);
    const { round } = done(
      await chooseAlternative(here.by(governance), { proposal, alternative, reason: '只有这里接得上电' }),
    );
    chosen += round;
    const [draft] = await sql<{ id: number }>('select id from proposal where community_id = $1 and no = $2', [
      ...[communityId, proposal],
    ]);
    const told = await lawfulSteps({ communityId, draft: draft?.id ?? 0 });
    assert.equal(told.at(-1), 'consulting');
    assert.equal(await countedOnce({ communityId }), 2, 'the round it becomes, counted as every other');
    assert.equal(await verifyRecord(communityId), writes + 2, 'one leaf for each write');
  });
  await fc.assert(property, { numRuns: runs, seed });
  assert.ok(chosen >= runs);
});
