import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Answer, whileAnswering } from '../lib/answer';
import { withinPosts } from '../lib/attempts';
import { addressOf } from './address';
import { type Asker, askerOf } from './asker';
import { isLong, whole } from './bodies';
import { isBelowApi } from './doors';
import { outdatedForms } from './outdated';
import { refuse, refuseTooFast } from './refuse';
import { signedOutForms } from './signed-out';
import { turns } from './turns';

/** Between two answers to one who has come too often, in milliseconds; whoever has more of them waiting gets none. */
const BETWEEN = 500;
const MOST_REFUSED = 20;

/**
 * An act that leads to a page is answered by Next with that page, which it asks of us with the headers of the act: it
 * belongs to a turn that is in hand, and would wait for its end.
 */
const IN_HAND = 'x-in-hand';
const inHand = randomUUID();

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
/** They have places of their own for what is in hand, and may be on their way for minutes. */
const isUpload = (url = '') => /^\/api\/(?:pictures|register|orders)(?:[/?]|$)/.test(url);
const isFile = (url = '') => addressOf(url).meaning === 'machine' && !isBelowApi(url);

/**
 * Stands in front of Next: knows who asks, counts every form before anybody looks at it, takes no long body from whoever
 * is not signed in, and lets each in when it is their turn. Without a database there is nobody to ask, and nothing to do.
 *
 * @returns `letIn`, which calls `enter` when it is their turn, or has answered itself
 */
export function porter({ trustsProxy, build }: { trustsProxy: boolean; build: string }) {
  const isOutdated = outdatedForms(build);
  const isSignedOut = signedOutForms(build);
  const queue = turns();
  /** Until when, in milliseconds since the start, somebody has come too often. */
  const refusedUntil = new LRUCache<string, number>({ max: 10_000 });
  const refused = new LRUCache<string, { answers: number; at: number }>({ max: 10_000 });

  /** After how many seconds to come again; 0: not too often. */
  async function tooOften(who: Asker, answer: Answer): Promise<number> {
    const key = `${who.person ?? ''} ${who.address}`;
    const until = refusedUntil.get(key) ?? 0;
    const now = performance.now();
    if (now < until) return Math.ceil((until - now) / 1000);
    const held = await whileAnswering({ ...answer, lane: 'entrance' }, () => withinPosts(who));
    if (held.ok) return 0;
    const seconds = Number(held.refusal.details?.seconds ?? 60);
    refusedUntil.set(key, now + seconds * 1000);
    return seconds;
  }

  /** What is refused costs little, but not nothing: one who sends without end is answered slowly. */
  async function answerSlowly(name: string, work: () => Promise<void>, response: Answer['response']): Promise<void> {
    const now = performance.now();
    const one = refused.get(name) ?? { answers: 0, at: now };
    refused.set(name, one);
    if (one.answers >= MOST_REFUSED) {
      response.destroy();
      return;
    }
    one.answers += 1;
    const wait = Math.max(0, one.at - now);
    one.at = now + wait + BETWEEN;
    if (wait > 0) await sleep(wait);
    await work().finally(() => {
      one.answers -= 1;
    });
  }

  return async function letIn(request: IncomingMessage, answer: Answer, enter: () => void): Promise<void> {
    const { response } = answer;
    if (isFile(request.url) || request.headers[IN_HAND] === inHand) {
      enter();
      return;
    }
    const sends = !reads.has(request.method ?? '');
    const long = sends && isLong(request);
    const come = sends && !long ? whole(request) : undefined;
    const who = await askerOf(request, answer, { trustsProxy, anew: long }).catch(() => undefined);
    if (!who) {
      enter();
      return;
    }
    if (sends) {
      if (long && who.person === null) {
        const taken = (await tooOften(who, answer).catch(() => 1)) === 0 && (await isSignedOut(request, answer));
        if (!taken) refuse(request, answer, 401);
        return;
      }
      const seconds = await tooOften(who, answer).catch(() => 0);
      if (seconds > 0) {
        await come;
        const name = who.person === null ? who.address : `person ${who.person}`;
        await answerSlowly(name, () => refuseTooFast(request, answer, seconds), response);
        return;
      }
      if (isUpload(request.url)) {
        enter();
        return;
      }
    }
    await come;
    // What a door for machines reads has to be untouched; it has no form of a page.
    if (sends && !isBelowApi(request.url) && (await isOutdated(request, answer, who))) return;
    const { person, address } = who;
    const turn = queue.take(
      person === null ? { kind: 'address', key: address } : { kind: 'person', key: String(person) },
    );
    if (!turn) {
      response.setHeader('retry-after', 10);
      refuse(request, answer, 429);
      return;
    }
    const end = await turn;
    if (response.destroyed || response.headersSent) {
      end();
      return;
    }
    response.once('close', end);
    response.once('prefinish', end);
    request.headers[IN_HAND] = inHand;
    enter();
  };
}
