import { LRUCache } from 'lru-cache';
import { decode } from 'next-auth/jwt';
import { env } from './env';

/** Over `https:` a browser takes such a cookie from this very host alone. */
const prefix = () => (env.url?.startsWith('https:') ? '__Host-' : '');

export const sessionCookie = (): string => `${prefix()}tongxin.session`;
/** A random key for what was posted from this browser while nobody was signed in. */
export const keptCookie = (): string => `${prefix()}tongxin.kept`;
export const requestCookie = (): string => `${prefix()}tongxin.code`;

/** What the session's cookie says: whose, and which row of ours. Whether that row holds is asked besides. */
export interface Envelope {
  personId: number;
  sessionId: string;
}

/** Deriving a key for each request costs more than many a page. */
const lately = new LRUCache<string, Envelope>({ max: 5_000, ttl: 60_000 });

/** Null for what is no token of ours. */
export async function opened(token: string | undefined): Promise<Envelope | null> {
  if (!token) return null;
  const known = lately.get(token);
  if (known) return known;
  try {
    const claims = await decode({ token, secret: env.authSecret, salt: sessionCookie() });
    const personId = Number(claims?.sub);
    if (!Number.isSafeInteger(personId) || typeof claims?.sid !== 'string') return null;
    const held = { personId, sessionId: claims.sid };
    lately.set(token, held);
    return held;
  } catch {
    return null;
  }
}
