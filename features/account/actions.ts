'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import * as to from '@/lib/addresses';
import {
  callerAddress,
  currentPerson,
  enter,
  justEntered,
  leave,
  rememberRequest,
  requestHeld,
  takePhone,
} from '@/lib/auth';
import { shanghaiDate } from '@/lib/calendar';
import { fieldsOf } from '@/lib/demands';
import { sayDone } from '@/lib/done';
import { dropDraft } from '@/lib/drafts';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';
import { accountForm, fromHere, inWords, keepAndSignIn, MOST_KEPT, madeForAnother, posted, tooMuch } from '@/lib/forms';
import type { SharedCode } from '@/lib/messages';
import { missing } from '@/lib/missing';
import type { Refusal } from '@/lib/result';
import { endSession as end } from '@/lib/sessions';
import { askForCode, askForOwnCode, phoneProved } from '@/lib/sign-in';
import { cut, keepable } from '@/lib/text';
import * as commands from './commands';
import { codeForm, eraseForm, phoneForm } from './input';
import { messages } from './messages';
import { leavingOf, workplaceOf } from './queries';

const word = (data: FormData, name: string): string => {
  const value = data instanceof FormData ? data.get(name) : undefined;
  return typeof value === 'string' ? keepable(cut(value, MOST_KEPT)) : '';
};
const localeOf = (data: FormData): Locale => (word(data, 'locale') === 'en' ? 'en' : 'zh');
const backOf = (data: FormData, locale: Locale): string => {
  const back = word(data, 'back');
  return to.isLocalAddress(back) ? back : to.me(locale);
};
/** Where whoever has just signed in goes on: where they wanted to; else, in an office, to its day. */
async function onward(data: FormData): Promise<string> {
  const locale = localeOf(data);
  const back = backOf(data, locale);
  const entered = await justEntered();
  if (entered !== null && (await leavingOf(entered, undefined))) return to.me(locale, 'deletion');
  const person = back === to.me(locale) ? entered : null;
  const work = person === null ? undefined : await workplaceOf(person, undefined);
  if (!work) return back;
  const { at, slug } = work;
  return (at === 'office' ? to.office : at === 'door' ? to.door : to.desk)(locale, slug);
}
const often = ['too_many', 'too_soon'];
const no = (
  refusal: Refusal<SharedCode | keyof typeof messages.zh.refusals>,
  data: FormData,
  values: Record<string, string> = {},
): FormState => ({
  refusal: (often.includes(refusal.code) ? tooMuch : inWords)(refusal, localeOf(data), messages),
  values,
});
/** What is no code is given back to be mended; a wrong one is typed anew. */
const badlyFormed = ({ fieldErrors }: Refusal, code: string): Record<string, string> =>
  fieldErrors?.code ? { code } : {};
const foreign = (data: FormData): FormState => {
  missing(403);
  return no({ code: 'foreign_origin' }, data);
};

/** First step of signing in: the phone. */
export const askCode = posted(phoneForm, async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const phone = word(data, 'phone');
  const asked = await askForCode({ phone, address: await callerAddress() });
  if (!asked.ok) return no(asked.refusal, data, { phone });
  await rememberRequest(asked.value.request);
  const locale = localeOf(data);
  redirect(to.signInCode(locale, backOf(data, locale), asked.value.waits));
});

/** Second step: the code. */
export const proveCode = posted(codeForm, async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const code = word(data, 'code');
  const refusal = await enter({ code });
  if (refusal) return no(refusal, data, badlyFormed(refusal, code));
  redirect(await onward(data));
});

/** Another number, first step: it gets a code. */
export const askNewPhone = posted(phoneForm, async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const locale = localeOf(data);
  const phone = word(data, 'phone');
  const person = await currentPerson();
  if (person === null) return keepAndSignIn(data, fieldsOf({ input: phoneForm }));
  const another = await madeForAnother(data, person, fieldsOf({ input: phoneForm }));
  if (another) return another;
  const asked = await askForCode({ phone, address: await callerAddress() });
  if (!asked.ok) return no(asked.refusal, data, { phone });
  await rememberRequest(asked.value.request);
  await dropDraft(person, { path: to.me(locale, 'data') });
  redirect(`${to.me(locale, 'phone')}${asked.value.waits ? '?waits=yes' : ''}`);
});

/** Second step: whoever has the code has the number. */
export const changePhone = posted(codeForm, async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const locale = localeOf(data);
  const person = await currentPerson();
  const another = person !== null && (await madeForAnother(data, person, fieldsOf({ input: codeForm })));
  if (another) return another;
  const code = word(data, 'code');
  const refusal = await takePhone(code);
  if (refusal) return no(refusal, data, badlyFormed(refusal, code));
  await sayDone(to.me(locale, 'data'));
  redirect(to.me(locale, 'data'));
});

/** Demonstrations: one button an identity. */
export async function enterAs(data: FormData): Promise<void> {
  const locale = localeOf(data);
  const refusal = (await fromHere()) ? await enter({ identity: word(data, 'identity') }) : { code: 'foreign_origin' };
  redirect(refusal ? to.signIn(locale) : await onward(data));
}

export async function signOut(data: FormData): Promise<void> {
  if (!(await fromHere())) {
    missing(403);
    return;
  }
  if ((await currentPerson()) !== null) await leave();
  redirect(to.home(localeOf(data)));
}

export const endSession = accountForm(end, { messages, then: ({ locale }) => to.me(locale, 'sessions') });

/** Deleting, first step: a code to their own number, whatever else this browser has proved. */
export const askOwnCode = posted(z.object({}), async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const locale = localeOf(data);
  const person = await currentPerson();
  if (person === null) return keepAndSignIn(data, fieldsOf({ input: z.object({}) }));
  const another = await madeForAnother(data, person, fieldsOf({ input: z.object({}) }));
  if (another) return another;
  const asked = await askForOwnCode(person, await callerAddress());
  if (!asked.ok) return no(asked.refusal, data);
  await rememberRequest(asked.value.request);
  redirect(`${to.me(locale, 'deletion', 'code')}${asked.value.waits ? '?waits=yes' : ''}`);
});

/** Second step. Whoever has done it is signed out, and told until when they may come back. */
export const confirmErasure = posted(eraseForm, async (_state, data) => {
  if (!(await fromHere())) return foreign(data);
  const locale = localeOf(data);
  const person = await currentPerson();
  if (person === null) return keepAndSignIn(data, fieldsOf({ input: eraseForm }));
  const another = await madeForAnother(data, person, fieldsOf({ input: eraseForm }));
  if (another) return another;
  const code = word(data, 'code');
  const understood = eraseForm.shape.understood.safeParse(data.get('understood'));
  if (!understood.success) return no({ code: 'invalid', fieldErrors: { understood: 'must_tick' } }, data, { code });
  const request = await requestHeld();
  const proved = await phoneProved({ request, code, address: await callerAddress() });
  if (!proved.ok) return no(proved.refusal, data, badlyFormed(proved.refusal, code));
  const done = await commands.askErasure(person, { request, phone: proved.value });
  if (!done.ok) return no(done.refusal, data);
  await leave();
  redirect(to.signInUntil(locale, shanghaiDate(done.value.erasesAt)));
});

export const keepData = accountForm(commands.keepData, { messages, then: ({ locale }) => to.me(locale, 'data') });
