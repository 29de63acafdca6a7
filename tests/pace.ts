// How long something may take, said without seconds: a slow machine, or one with other work to do, decides nothing.
import assert from 'node:assert/strict';

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

/** The milliseconds this process computes for `act`; what others compute meanwhile does not count. */
export async function computing(act: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const sortWords = () => Array.from({ length: 20_000 }, (_, n) => String((n * 7919) % 20_011)).sort();

/** The milliseconds this process computes, here and now, to sort twenty thousand words: about ten. */
export async function yardstick(): Promise<number> {
  const times: number[] = [];
  while (times.length < 7) times.push(await computing(sortWords));
  return median(times);
}

async function took(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Tried by turns, the one takes at most so many times as long as the other; the medians of three decide. */
export async function atMost(times: number, one: () => unknown, other: () => unknown): Promise<void> {
  const seen: [number[], number[]] = [[], []];
  while (seen[0].length < 3) {
    seen[1].push(await took(other));
    seen[0].push(await took(one));
  }
  const [long, usual] = [median(seen[0]), median(seen[1])];
  assert.ok(long <= times * usual, `${long.toFixed(1)} ms, and ${usual.toFixed(1)} ms otherwise`);
}
