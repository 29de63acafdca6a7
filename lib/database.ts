import { AsyncLocalStorage } from 'node:async_hooks';
import { type Connection, connection, type Database, overloaded, readOnly } from '@/db/client';
import type { Reads } from '@/db/reads';
import { type Answer, currentAnswer } from './answer';
import { env } from './env';
import { processWide } from './process-wide';

/** Counts a request's statements on its answer, for the log and the bench: no page may need more than twelve. */
const counter = {
  logQuery(): void {
    const answer = currentAnswer();
    if (answer) answer.statements += 1;
  },
};

const ownUrl = () => (process.env.TONGXIN_CONNECT_AS_SEED && env.seedUrl ? env.seedUrl : env.databaseUrl);

/** This process's own connection to the database of the installation. */
const own = processWide('database', () => connection(ownUrl, counter, () => currentAnswer()?.lane ?? 'work'));
export const { asBoard, asOffice, travelTo, close: closePool } = own;

/** Says on the answer that the database had no time for it: whoever asked is told when to come again. */
async function noting<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const answer = currentAnswer();
    if (answer && overloaded(error)) answer.overloaded = true;
    throw error;
  }
}

export const inTransaction: Connection['inTransaction'] = (work, begin) => noting(own.inTransaction(work, begin));
export const inOneStatement: Connection['inOneStatement'] = (work) => noting(own.inOneStatement(work));

const reading = processWide('reading', () => new AsyncLocalStorage<true>());

type Work<T> = (db: Database) => Promise<T>;

/** Whoever has left waits for nothing more: their page is made no further. An act they sent goes on. */
function readsFor({ response }: Answer): Reads {
  const reads = own.openReads();
  response.once('close', () => response.writableFinished || reads.abandon());
  return reads;
}

function read<T>(work: Work<T>, outside: boolean): Promise<T> {
  const answer = currentAnswer();
  if (!answer || reading.getStore()) return inTransaction(work, readOnly);
  answer.reads ??= readsFor(answer);
  const alone: Work<T> = (db) => reading.run(true, () => work(db));
  return noting(outside ? answer.reads.runOutside(alone) : answer.reads.run(alone));
}

/**
 * A read-only transaction. Those of one request, one after another, are one transaction on one connection, until something
 * is written for it. A read within another has its own.
 */
export const inRead = <T>(work: Work<T>): Promise<T> => read(work, false);

/** The same for what belongs to no community: none is entered. */
export const inReadOutside = <T>(work: Work<T>): Promise<T> => read(work, true);

/** What a read in a community enters it with, found once for the reads of a request that enter the same one. */
export const enteredOnce = <T extends { communityId: number }>(
  db: Database,
  key: string,
  make: () => Promise<T | undefined>,
): Promise<T | undefined> => currentAnswer()?.reads?.enteredOnce(db, key, make) ?? make();

/** Before something is written: what this request reads afterwards sees it. */
export const endReads = async (): Promise<void> => {
  await currentAnswer()?.reads?.end();
};
