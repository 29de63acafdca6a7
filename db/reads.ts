import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

/** So long a connection waits for the next read of the same request, in milliseconds. */
const PATIENCE = 5;

/** A read-only transaction that has begun. It is given back by `end`: in doubt, its connection is thrown away. */
export interface Begun {
  db: NodePgDatabase;
  /** Forgets which communities were entered. */
  leave: () => Promise<void>;
  /** Enters a community that was asked for before. */
  enter: (communityId: number) => Promise<void>;
  end: (whole: boolean) => void;
  /** Throws the connection away in the middle of a statement, which the database then ends. */
  lose: () => void;
}

/** The reads of one request: one connection and one snapshot for all that come one after another. */
export interface Reads {
  /** Does `work` after those before it. Called from within another it would wait for itself. */
  run: <T>(work: (db: NodePgDatabase) => Promise<T>) => Promise<T>;
  /** The same without any community: what a read before it had entered is left first. */
  runOutside: Reads['run'];
  /**
   * Within a read: what `make` finds as it enters a community, found once for the reads of a request that enter the same
   * one (`key`) one after another.
   */
  enteredOnce: <T extends { communityId: number }>(
    db: NodePgDatabase,
    key: string,
    make: () => Promise<T | undefined>,
  ) => Promise<T | undefined>;
  /** What is read from here on sees what was written meanwhile. */
  end: () => Promise<void>;
  /** Nobody waits for them any more: what is being read ends, and nothing more is. */
  abandon: () => void;
}

/** Nothing is begun before the first read, and nothing is held while a page is being made of what was read. */
export function oneAfterAnother(begin: () => Promise<Begun>): Reads {
  let last: Promise<unknown> = Promise.resolve();
  let held: Begun | undefined;
  let patience: NodeJS.Timeout | undefined;
  let abandoned = false;
  let entered: { key: string; value: { communityId: number } } | undefined;
  /** What the transaction has entered: before the read that goes on, and for the next. */
  let [before, state]: ('nothing' | 'it' | 'others')[] = ['nothing', 'nothing'];
  const giveBack = (whole: boolean) => {
    clearTimeout(patience);
    held?.end(whole);
    held = undefined;
  };
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  const take = <T>(work: (db: NodePgDatabase) => Promise<T>, outside: boolean): Promise<T> =>
    next(async () => {
      clearTimeout(patience);
      if (abandoned) throw new Error('nobody waits for it any more');
      try {
        if (!held) {
          held = await begin();
          state = 'nothing';
        }
        if (outside && state !== 'nothing') await held.leave();
        [before, state] = [state, outside ? 'nothing' : 'others'];
        const value = await work(held.db);
        patience = setTimeout(giveBack, PATIENCE, true);
        return value;
      } catch (error) {
        giveBack(false);
        throw error;
      }
    });
  return {
    run: (work) => take(work, false),
    runOutside: (work) => take(work, true),
    enteredOnce: async (db, key, make) => {
      if (db !== held?.db) return make();
      if (entered?.key !== key) {
        const value = await make();
        entered = value && { key, value };
      } else if (before !== 'it') await held.enter(entered.value.communityId);
      if (entered) state = 'it';
      return entered?.value as Awaited<ReturnType<typeof make>>;
    },
    end: () =>
      next(async () => {
        entered = undefined;
        giveBack(true);
      }),
    abandon: () => {
      abandoned = true;
      clearTimeout(patience);
      held?.lose();
      held = undefined;
    },
  };
}
