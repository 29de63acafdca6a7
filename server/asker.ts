import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type Answer, whileAnswering } from '../lib/answer';
import { networkOf } from '../lib/attempts';
import { holderOf } from '../lib/sessions';
import { opened, sessionCookie } from '../lib/token';

/** Who asks: the person whose session holds, and from where. */
export interface Asker {
  person: number | null;
  address: string;
}

export const cookieOf = (cookies = '', name: string): string | undefined =>
  cookies
    .split(/;\s*/)
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** The address of whoever asks: the last one our own proxy has written, else that of the connection. */
function addressIn({ headers, socket }: IncomingMessage, trustsProxy: boolean): string {
  const chain = trustsProxy ? headers['x-forwarded-for'] : undefined;
  return networkOf(
    String(chain ?? '')
      .split(',')
      .at(-1)
      ?.trim() ||
      (socket.remoteAddress ?? ''),
  );
}

/** For whose turn it is; whether they may do anything is asked again by whoever does it. */
const lately = new LRUCache<string, { person: number | null }>({ max: 5_000, ttl: 10_000 });

/** @param anew whether the session holds at this moment; else within the last ten seconds */
export async function askerOf(
  request: IncomingMessage,
  answer: Answer,
  { trustsProxy, anew }: { trustsProxy: boolean; anew: boolean },
): Promise<Asker> {
  const address = addressIn(request, trustsProxy);
  const held = await opened(cookieOf(request.headers.cookie, sessionCookie()));
  if (!held) return { person: null, address };
  const known = anew ? undefined : lately.get(held.sessionId);
  if (known) return { ...known, address };
  const holder = await whileAnswering({ ...answer, lane: 'entrance' }, () => holderOf(held.sessionId));
  const person = holder === held.personId ? holder : null;
  lately.set(held.sessionId, { person });
  return { person, address };
}
