import { randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { cache } from 'react';
import * as to from './addresses';
import { networkOf } from './attempts';
import type { Locale } from './edition';
import { env } from './env';
import { takeKept } from './kept-post';
import { type CodeOf, type Refusal, refuse } from './result';
import { endSession, holderOf } from './sessions';
import { changePhone, enterAs, proveCode } from './sign-in';
import { keptCookie, opened, requestCookie, sessionCookie } from './token';

const secure = env.url?.startsWith('https:') ?? false;

const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;

/** Longer than a session lasts: our own row says when it is over. */
const TOKEN_SECONDS = 60 * 24 * 3600;

const KEPT_SECONDS = 3600;

/** Why somebody does not get in. */
type Unproved = CodeOf<Awaited<ReturnType<typeof proveCode>>> | CodeOf<Awaited<ReturnType<typeof enterAs>>>;

class Refused extends CredentialsSignin {
  constructor(readonly refusal: Refusal<Unproved>) {
    super();
    this.code = refusal.code;
  }
}

/**
 * The address of whoever asks, for counting: the last one, which our own server or our own proxy has written. Of IPv6
 * the first half, since one line has all addresses of the second.
 */
export async function callerAddress(): Promise<string> {
  const chain = (await headers()).get('x-forwarded-for') ?? '';
  return networkOf(chain.split(',').at(-1)?.trim() ?? '');
}

/** Whether this browser has asked for a code that may still come. */
export async function hasAsked(): Promise<boolean> {
  return (await cookies()).has(requestCookie());
}

/** The request for a code this browser is bound to; empty: none. */
export const requestHeld = async (): Promise<string> => (await cookies()).get(requestCookie())?.value ?? '';

/** Binds this browser to the request for a code. */
export async function rememberRequest(request: string): Promise<void> {
  (await cookies()).set(requestCookie(), request, { ...cookie, maxAge: 600 });
}

/** The key of what this browser has kept, if it has any. */
export const heldKey = async (): Promise<string | undefined> => (await cookies()).get(keptCookie())?.value;

/** The same; a new one where there is none. */
export async function browserKey(): Promise<string> {
  const key = (await heldKey()) ?? randomBytes(32).toString('base64url');
  (await cookies()).set(keptCookie(), key, { ...cookie, maxAge: KEPT_SECONDS });
  return key;
}

async function authorize(given: Partial<Record<string, unknown>>) {
  const outcome =
    typeof given.identity === 'string'
      ? await enterAs(null, { identity: given.identity })
      : await proveCode({
          request: await requestHeld(),
          code: String(given.code ?? ''),
          address: await callerAddress(),
        });
  if (!outcome.ok) throw new Refused(outcome.refusal);
  const browser = await heldKey();
  if (browser) await takeKept({ browser, personId: outcome.value.personId });
  return { id: String(outcome.value.personId), sid: outcome.value.sessionId };
}

const auth = NextAuth({
  trustHost: true,
  secret: process.env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: TOKEN_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: { sessionToken: { name: sessionCookie(), options: cookie } },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
  providers: [Credentials({ credentials: { code: {}, identity: {} }, authorize })],
  callbacks: {
    /** The token is an envelope: whose, and which row of ours. Nothing else is believed. */
    jwt: ({ token, user }) =>
      user ? { sub: user.id, sid: (user as { sid?: string }).sid } : { sub: token.sub, sid: token.sid },
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ baseUrl }) => baseUrl,
  },
});

const envelope = cache(async () => opened((await cookies()).get(sessionCookie())?.value));

/** Who is signed in, by our own row, asked on every request: a revoked session ends with the next click. */
export const currentPerson = cache(async (): Promise<number | null> => {
  const held = await envelope();
  if (!held) return null;
  return (await holderOf(held.sessionId)) === held.personId ? held.personId : null;
});

/** Who has just signed in, in the very request that is answered. */
export const justEntered = async (): Promise<number | null> =>
  (await opened((await cookies()).get(sessionCookie())?.value))?.personId ?? null;

/** The id of the session this request comes in; null when signed out. */
export const currentSession = cache(
  async (): Promise<string | null> =>
    (await currentPerson()) === null ? null : ((await envelope())?.sessionId ?? null),
);

/** The person signed in, or off to sign in and back to this address. */
export async function requirePerson(locale: Locale, back: string): Promise<number> {
  return (await currentPerson()) ?? redirect(to.signIn(locale, back));
}

/**
 * Signs in by the code of this browser's request, or as a demonstration identity; who was signed in here before is
 * signed out. Undefined: signed in.
 */
export async function enter(given: { code: string } | { identity: string }): Promise<Refusal<Unproved> | undefined> {
  const before = await envelope();
  try {
    await auth.signIn('credentials', { ...given, redirect: false });
    if (before) await endSession(before.personId, { session: before.sessionId });
    (await cookies()).delete(requestCookie());
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Takes the number this browser's code was sent to for whoever is signed in. Undefined: taken. */
export async function takePhone(code: string) {
  const held = await envelope();
  if (!held || (await currentPerson()) === null) return refuse('signed_out').refusal;
  const request = await requestHeld();
  const done = await changePhone(held, { request, code, address: await callerAddress() });
  if (!done.ok) return done.refusal;
  (await cookies()).delete(requestCookie());
  return undefined;
}

/** Ends this session in our table and in the browser. What is then sent from a form left open is kept for its writer, here. */
export async function leave(): Promise<void> {
  const held = await envelope();
  if (held) await endSession(held.personId, { session: held.sessionId });
  (await cookies()).delete(requestCookie());
  (await cookies()).delete(sessionCookie());
}
