import type { AsyncLocalStorage } from 'node:async_hooks';
import { connection } from '@/db/client';
import { env } from './env';

type Answering = AsyncLocalStorage<Record<symbol, number>>;

/** Counts a request's statements on its answer, for the log and the bench: no page may need more than twelve. */
const counter = {
  logQuery(): void {
    const answers = (globalThis as Record<symbol, Answering | undefined>)[Symbol.for('tongxin.response')];
    const answer = answers?.getStore();
    const key = Symbol.for('tongxin.queries');
    if (answer) answer[key] = (answer[key] ?? 0) + 1;
  },
};

const ownUrl = () => (process.env.TONGXIN_CONNECT_AS_SEED && env.seedUrl ? env.seedUrl : env.databaseUrl);

/** This process's own connection to the database of the installation. */
export const {
  inTransaction,
  inOneStatement,
  openReads,
  asBoard,
  travelTo,
  close: closePool,
} = connection(ownUrl, counter);
