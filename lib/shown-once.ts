import { cookies } from 'next/headers';
import { env } from './env';

const name = 'shown-once';
/** Long enough to copy it down. */
const SECONDS = 120;

/** Lets the page an act leads to show something this one time, which nobody keeps but this browser, and not for long. */
export async function showOnce(about: string, secret: string): Promise<void> {
  const secure = env.url?.startsWith('https:') ?? false;
  (await cookies()).set(name, `${about} ${secret}`, { httpOnly: true, sameSite: 'strict', secure, maxAge: SECONDS });
}

/** What was to be shown about this; null where it has been. */
export async function shownOnce(about: string): Promise<string | null> {
  const held = (await cookies()).get(name)?.value ?? '';
  return held.startsWith(`${about} `) ? held.slice(about.length + 1) : null;
}
