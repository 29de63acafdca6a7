import pg from 'pg';
import { say } from './log';

interface Ear {
  /** Resolves when it first hears, or first cannot. */
  ready: Promise<void>;
  /** The database's clock, in milliseconds. */
  now(): number;
  end(): Promise<void>;
}

/**
 * Listens for what changes on the board.
 *
 * @param heard subjects that have changed
 * @param hear whether it can hear; with the names of all communities, and `/district/fengtai`, when it begins to
 */
export function listen(
  url: string | undefined,
  { heard, hear }: { heard: (changed: string[]) => void; hear: (now: boolean, slugs?: string[]) => void },
): Ear {
  let client: pg.Client | undefined;
  let beat: NodeJS.Timeout | undefined;
  let ended = false;
  let ahead = 0;
  const again = () => {
    if (client) {
      client.removeAllListeners('end');
      client.end().catch(() => {});
    }
    clearInterval(beat);
    client = undefined;
    hear(false);
    if (!ended) setTimeout(start, 500).unref();
  };
  // The answer to `moment()` also says how far the database's clock is ahead of ours.
  const measure = async (asked: pg.Client) => {
    const from = Date.now();
    const { rows } = await asked.query<{ now: string }>('select extract(epoch from moment()) * 1000 as now');
    ahead = Number(rows[0]?.now) - (from + Date.now()) / 2;
  };
  const start = async () => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: 'tongxin board',
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    client = mine;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      if (!ended) say('warn', { event: 'board.deaf' });
      again();
    };
    mine.on('error', lose);
    mine.on('end', lose);
    mine.on('notification', ({ payload }) => heard((payload ?? '').split(' ').filter(Boolean)));
    try {
      await mine.connect();
      await mine.query('listen board');
      await measure(mine);
      const { rows } = await mine.query<{ slug: string }>(
        `select slug from community union all select '/district/' || slug from district where slug is not null`,
      );
      hear(
        true,
        rows.map((row) => row.slug),
      );
      beat = setInterval(() => measure(mine).catch(lose), 1_000);
      beat.unref();
    } catch {
      lose();
    }
  };
  return {
    ready: start(),
    now: () => Date.now() + ahead,
    end: async () => {
      ended = true;
      clearInterval(beat);
      await client?.end().catch(() => {});
    },
  };
}
