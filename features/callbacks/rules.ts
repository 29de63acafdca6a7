import { type Satisfaction, WAVES, type Wave } from '@/db/words/callbacks';
import { type Digest, draw } from '@/features/opinions/rules';
import { notAtThisStep } from '@/features/proposals/rules';
import { addDays, type Day } from '@/lib/calendar';
import { atLeast, shareOf } from '@/lib/quantity';
import { ok, type Result, refuse } from '@/lib/result';

export { type Satisfaction, WAVES, type Wave };

/**
 * When each wave is due: 28 and 90 days after completion, and the day after the first snow since. Null while no snow
 * has fallen; a path of steps is proved by its first winter.
 */
export function dueDates(completedOn: Day, firstSnowOn: Day | null): Record<Wave, Day | null> {
  const snow = firstSnowOn !== null && firstSnowOn >= completedOn ? addDays(firstSnowOn, 1) : null;
  return { four_weeks: addDays(completedOn, 28), ninety_days: addDays(completedOn, 90), first_snow: snow };
}

/** Completed, and not yet asked about after a snow. */
export const awaitsSnow = ({ state, snowDrawn }: { state: string; snowDrawn: boolean }): boolean =>
  !snowDrawn && (state === 'completed' || state === 'verifying');

/** The day it snowed, of the day from which its wave could be drawn. */
export const snowBefore = (dueOn: Day): Day => addDays(dueOn, -1);

export function dueWaves(completedOn: Day, firstSnowOn: Day | null, today: Day): Wave[] {
  const due = dueDates(completedOn, firstSnowOn);
  return WAVES.filter((wave) => {
    const day = due[wave];
    return day !== null && day <= today;
  });
}

/** A group to draw from; `always`: former objectors, and households whose case was gathered. */
export type Drawing = { households: readonly number[]; always: readonly number[] };

/** One household in five is called, and not fewer than five where there are five. */
export const SAMPLE = { share: [1, 5], least: 5 } as const;

/**
 * Who of one group is called in a wave: all of `always`, filled up by a draw anybody can repeat from the published
 * seed. Those in `always` who are not of the group are left out.
 */
export function waveSample(group: Drawing, seed: string, digest: Digest): number[] {
  const households = [...new Set(group.households)];
  const always = households.filter((household) => group.always.includes(household));
  const size = Math.max(SAMPLE.least, shareOf(households.length, ...SAMPLE.share));
  const others = households.filter((household) => !always.includes(household));
  return [...always, ...draw(others, Math.max(0, size - always.length), seed, digest)];
}

/** One call of a wave; `satisfaction` null: not reached, or no answer to that question. */
export type Call = { group: number; reached: boolean; satisfaction: Satisfaction | null };

/** n of d who answered are content; `silent` were asked and gave no answer. Printed together, always. */
export type GroupResult = { group: number; n: number; d: number; silent: number; passes: boolean };

/**
 * Whether a group reaches its floor (a share of those who answered). Content is satisfied or fairly satisfied.
 * A group in which nobody answered passes nothing.
 */
export function groupResult(group: number, calls: readonly Call[], floor: readonly [number, number]): GroupResult {
  const asked = calls.filter((call) => call.group === group);
  const answers = asked.filter((call) => call.reached && call.satisfaction !== null);
  const n = answers.filter((call) => call.satisfaction !== 'dissatisfied').length;
  const d = answers.length;
  return { group, n, d, silent: asked.length - d, passes: d > 0 && atLeast(n, d, ...floor) };
}

/** Somebody was reached and says that it is not done, or that they are not content: whatever its group comes to, they hear. */
export const isUnsolved = (call: {
  reached: boolean | null;
  resolved: boolean | null;
  satisfaction: Satisfaction | null;
}) => call.reached === true && (call.resolved === false || call.satisfaction === 'dissatisfied');

export type WaveResult = { passes: boolean; groups: GroupResult[]; below: number[] };

/** Every group by itself. A group below its floor reopens the matter. */
export function waveResult(
  groups: readonly number[],
  calls: readonly Call[],
  floor: readonly [number, number],
): WaveResult {
  const results = groups.map((group) => groupResult(group, calls, floor));
  const below = results.filter((result) => !result.passes).map((result) => result.group);
  return { passes: groups.length > 0 && below.length === 0, groups: results, below };
}

/** Verified when every wave has been held and none is below the floor. */
export function isVerified(results: ReadonlyMap<Wave, WaveResult>): boolean {
  return WAVES.every((wave) => results.get(wave)?.passes === true);
}

/** Persons who had a part in it: `handlers` brought it or named its groups, `builders` reported or checked a milestone. */
export type Parts = { handlers: readonly number[]; builders: readonly number[] };

/** Why somebody does not call about it; null when they may. Nobody asks households about their own work. */
export function callBlock(caller: number, { handlers, builders }: Parts): 'handler_calls' | 'builder_calls' | null {
  if (handlers.includes(caller)) return 'handler_calls';
  return builders.includes(caller) ? 'builder_calls' : null;
}

/**
 * Whether people are still called in a wave: while what it was drawn for is being verified. What was reopened and
 * completed again has waves of its own; what was said of the first completion says nothing of the second.
 */
export function checkWave(
  state: string,
  wave: { completedAt: Date; closedAt: Date | null },
  completedAt: Date | null,
): Result<undefined, 'wave_closed' | 'not_at_this_step' | 'wave_of_before'> {
  if (wave.closedAt) return refuse('wave_closed');
  if (state !== 'verifying') return { ok: false, refusal: notAtThisStep('verifying') };
  return wave.completedAt.getTime() === completedAt?.getTime() ? ok() : refuse('wave_of_before');
}

/** Callbacks of one group in one wave, as the board tells them. */
export type CallbackView = {
  households: number;
  asked: number;
  answered: number;
  /** Were asked and gave no answer. */
  silent: number;
  /** Null: it would tell of too few. */
  content: number | null;
  /** Whether the group reaches its floor; null: it would tell of too few. */
  agrees: boolean | null;
};
