// What processes take of the machine, as Linux counts it in /proc.
import fs from 'node:fs';

/** Fields of /proc/PID/stat after the name, which may hold anything; the first of them is the third of the manual. */
function statOf(pid: number): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** A process and all below it. */
function treeOf(root: number): number[] {
  const below = new Map<number, number[]>();
  for (const name of fs.readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = Number(statOf(pid)[1]);
    below.set(parent, [...(below.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(below.get(pid) ?? []));
  return found;
}

/** Milliseconds of processor a process and all below it have taken; of those that ended, what their parents waited for. */
export const cpuOf = (root: number): number =>
  treeOf(root)
    .flatMap((pid) => statOf(pid).slice(11, 15).map(Number))
    .reduce((sum, ticks) => sum + ticks * 10, 0);

/** Megabytes of memory a process and all below it hold. */
export const memoryOf = (root: number): number =>
  treeOf(root).reduce((sum, pid) => sum + (Number(statOf(pid)[21] ?? 0) * 4096) / 2 ** 20, 0);

/** Watches the memory of a process until asked for the most it was, in megabytes. */
export function peakOf(root: number): () => number {
  let most = memoryOf(root);
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(root));
  }, 200);
  return () => {
    clearInterval(look);
    return Math.max(most, memoryOf(root));
  };
}
