import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, startDatabase } from '../scripts/database.mjs';
import {
  commands,
  hurried,
  listening,
  newSecrets,
  openLog,
  runNode,
  startNode,
  stopAll,
  stopChild,
} from '../scripts/stack.mjs';

type Settings = Record<string, string>;

export interface Web {
  port: number;
  url: string;
  /** The file it writes its log to. */
  log: string;
  stop(): Promise<void>;
}

export type Trial = Awaited<ReturnType<typeof openTrial>>;

/**
 * A demonstration of its own for a measurement: database, story, production build, servers; all of it gone at the end.
 *
 * @param dir where its database lies, in the folder of temporary files without it; there it stays, to be taken up again
 * @param durable whether the database keeps what it has acknowledged when the power goes
 */
export async function openTrial({ name, dir, durable = false }: { name: string; dir?: string; durable?: boolean }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), `tongxin-${name}-`));
  const database = await startDatabase({ dir: dir ?? path.join(scratch, 'postgres'), durable });
  const env: Settings = {
    DATABASE_URL: database.url,
    TONGXIN_SEED_URL: database.seedUrl ?? '',
    TONGXIN_MODE: 'demonstration',
    TONGXIN_DATA: path.join(scratch, 'data'),
    TONGXIN_DIST: '.next-test',
    NODE_ENV: 'production',
    ...hurried,
    ...newSecrets(),
  };
  const must = async (args: string[], what: string, more: Settings = {}): Promise<string> => {
    const { code, said } = await runNode(args, { ...env, ...more });
    if (code !== 0) throw new Error(`${what} failed\n${said}`);
    return said.trim();
  };
  return {
    scratch,
    database,
    env,
    must,
    start: (args: string[], more: Settings = {}, log?: string) =>
      startNode(args, { ...env, ...more }, log ? { output: openLog(log) } : {}),
    async seed() {
      await must(commands.migrate, 'migration');
      await must(commands.seed, 'seed');
    },
    async build() {
      if (!fs.existsSync(path.join('.next-test', 'BUILD_ID')) || process.argv.includes('--build'))
        await must(commands.build, 'build');
    },
    /** A server; `more` are settings of its own. */
    async web(more: Settings = {}): Promise<Web> {
      const port = await freePort();
      const log = path.join(scratch, `web-${port}.log`);
      const url = `http://127.0.0.1:${port}`;
      const child = startNode(
        commands.web,
        { ...env, ...more, PORT: String(port), TONGXIN_HOST: '127.0.0.1', TONGXIN_URL: url },
        { output: openLog(log) },
      );
      await listening(child);
      return { port, log, url, stop: () => stopChild(child) };
    },
    async end() {
      await stopAll();
      await database.stop();
      fs.rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Runs a measurement on trials that end with it: exit 1 when it throws, with what it says. */
export async function measuring(trials: Trial[], measure: () => Promise<void>): Promise<never> {
  let code = 0;
  try {
    await measure();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    code = 1;
  }
  for (const trial of trials) await trial.end();
  process.exit(code);
}
