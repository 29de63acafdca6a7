import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Kept {
  owner?: string;
  seed?: string;
  ready?: boolean;
  port?: number;
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Folders `npm start` keeps an installation in. */
const usual = ['.data', path.join('.data', 'empty')];

/**
 * Without DATABASE_URL: the settings of the installation that `npm start` runs from this checkout, as its web process has
 * them; none where nothing runs.
 * @throws Error when two run: TONGXIN_DATA says which is meant.
 */
export function settingsOfRunning(settings: NodeJS.ProcessEnv): Record<string, string> {
  if (settings.DATABASE_URL) return {};
  const folders = settings.TONGXIN_DATA ? [settings.TONGXIN_DATA] : usual;
  const lockOf = (data: string) =>
    read<{ pid: number; settings?: Record<string, string> }>(path.join(data, 'start.json'));
  const [found, other] = folders.filter((data) => isAlive(lockOf(data)?.pid));
  if (found && other) throw new Error(`Two installations run here: say which with TONGXIN_DATA=${found} or ${other}`);
  const kept = found ? read<Kept>(path.join(found, 'postgres', 'postgres.json')) : undefined;
  if (!found || !kept?.ready || !kept.owner) return {};
  const own = { ...read<Record<string, string>>(path.join(found, 'secrets.json')), ...lockOf(found)?.settings };
  return {
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !settings[name])),
    DATABASE_URL: `postgresql://tongxin:${kept.owner}@127.0.0.1:${kept.port}/tongxin`,
    TONGXIN_MODE: settings.TONGXIN_MODE ?? (kept.seed ? 'demonstration' : 'production'),
    TONGXIN_DATA: path.resolve(found),
  };
}

const causes = (error: unknown): { code?: string; message?: string }[] => {
  const one = error as { cause?: unknown; errors?: unknown[]; code?: string; message?: string } | undefined;
  return one ? [one, ...causes(one.cause), ...(one.errors ?? []).flatMap(causes)] : [];
};

const known: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer: is it running? `npm start` starts the one of this checkout',
  ENOTFOUND: 'The database has an address nobody knows: look at DATABASE_URL',
  ETIMEDOUT: 'The database does not answer: look at DATABASE_URL',
  '28P01': 'The database does not take this password: look at DATABASE_URL',
  '3D000': 'There is no such database: look at DATABASE_URL',
  '42P01': 'The database is empty or of an older checkout: `npm run migrate`',
};

/** What went wrong, as a sentence; a fault of our own with its message. */
export function inASentence(error: unknown): string {
  const all = causes(error);
  const code = all.map((one) => one.code ?? '').find((one) => one in known);
  if (code) return known[code] ?? '';
  return all.map((one) => one.message).find(Boolean) ?? String(error);
}
