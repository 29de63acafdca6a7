import { connection } from '@/db/client';
import { currentAnswer } from './answer';
import { env } from './env';

/** Counts a request's statements on its answer, for the log and the bench: no page may need more than twelve. */
const counter = {
  logQuery(): void {
    const answer = currentAnswer();
    if (answer) answer.statements += 1;
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
