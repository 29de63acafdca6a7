import fs from 'node:fs';
import { startNode, stopChild } from './stack.mjs';

const tail = (file) => {
  try {
    return fs.readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
};

/**
 * Keeps one child running: a crash is followed by a new start after 1, 2, 4 … 30 seconds, and a minute of health resets
 * the wait.
 * @param {{ name: string, args: string[], env: () => Record<string, string>, output?: number, log?: string,
 *   say: (line: string) => void, started?: (child: import('node:child_process').ChildProcess) => void }} options
 */
export function supervise({ name, args, env, output, log, say, started }) {
  let wait = 1_000;
  let stopped = false;
  let timer;
  let child;
  const start = () => {
    const since = Date.now();
    child = startNode(args, env(), { output });
    started?.(child);
    child.once('exit', (code, signal) => {
      if (stopped) return;
      if (Date.now() - since > 60_000) wait = 1_000;
      say(
        `${name} ended (${signal ?? code}); starting it again in ${wait / 1000} s${log ? `; ${log} says:\n${tail(log)}` : ''}`,
      );
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, 30_000);
    });
  };
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await stopChild(child);
    },
    /** Ends the child; the supervision starts it again with a fresh environment. */
    restart: () => stopChild(child),
  };
}
