import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { Lane } from '@/db/client';
import type { Reads } from '@/db/reads';
import type { Aside } from './form-state';
import { processWide } from './process-wide';

/** What is known of the answer being made, by whoever has a hand in it: `server/` begins it and says its last word. */
export interface Answer {
  /** Of its request; in the log and on error pages. */
  readonly id: string;
  readonly response: ServerResponse;
  /** Made to be kept by the board and given to anybody, not for the one who asks. */
  readonly forBoard: boolean;
  /** Which way it comes to the database. */
  readonly lane: Lane;
  /** The status a page has asked for instead of 200. */
  status?: number;
  /** The database had no time or no place for it. */
  overloaded?: boolean;
  /** What was posted has reached whoever it was sent to. */
  understood: boolean;
  /** A post that was not taken, for the page that says so. */
  aside?: Aside;
  /** When the page grows old though nothing is written, in milliseconds of the database's clock; `Infinity`: never. */
  turnsAt: number;
  /** Subjects of the board it shows, whose change may change it; none said: everything of its community. */
  readonly shows: Set<string>;
  /** Statements it has taken so far. */
  statements: number;
  /** Whether this build has a page at an address: forms stand on pages. */
  isPage?: (path: string) => boolean;
  /** What is read for it, once anything is. */
  reads?: Reads;
}

const answers = processWide('answers', () => new AsyncLocalStorage<Answer>());

/** Does `work` with this answer at hand for everything it calls. */
export const whileAnswering = <T>(answer: Answer, work: () => T): T => answers.run(answer, work);

/** The answer being made; undefined where nobody waits for one: in jobs, on the command line, in most tests. */
export const currentAnswer = (): Answer | undefined => answers.getStore();

const isEntrance = (url = '/') => /^(?:\/en)?\/(?:sign-in|api\/health)(?:[/?]|$)/.test(url);

/** An answer about which nothing is known yet. */
export const newAnswer = (response: ServerResponse, id: string, forBoard = false): Answer => ({
  id,
  response,
  forBoard,
  lane: forBoard ? 'board' : isEntrance(response.req?.url) ? 'entrance' : 'room',
  understood: false,
  turnsAt: Number.POSITIVE_INFINITY,
  shows: new Set(),
  statements: 0,
});
