import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { layAside } from './aside';
import { withinLimits } from './attempts';
import { browserKey, callerAddress, currentPerson, heldKey } from './auth';
import { demandsOf, fieldsOf } from './demands';
import { pathAsked, sayDone } from './done';
import { dropDraft, keepDraft } from './drafts';
import type { Locale } from './edition';
import { env } from './env';
import { FILE_CHOSEN, type FormAction, type FormState } from './form-state';
import type { Call, Command } from './gate';
import { inWords, type Words } from './in-words';
import { dropKept, keepPost } from './kept-post';
import type { Json } from './ledger';
import { isSender, markIn } from './mark';
import { messages as common } from './messages';
import { missing, understood } from './missing';
import { isOurOrigin } from './origin';
import { inHand, makePicture, type Size } from './pictures';
import { forgetSent, goneOn, sameWords, saySent } from './repeats';
import { type Closed, ok, type Refusal, type Result, refuse } from './result';
import { cut, isKeepable, isSeen, keepable } from './text';
import { whoSends } from './whose';

export { inWords } from './in-words';

export type Values = Record<string, string>;

interface Then<T> {
  value: T;
  locale: Locale;
  community: string;
  values: Values;
}

/** A refusal for coming too often, in words: the answer says when to come again, also to a machine. */
export function tooMuch(refusal: Refusal, locale: Locale, words?: Words): NonNullable<FormState['refusal']> {
  missing(429, Number(refusal.details?.seconds ?? 60));
  return inWords(refusal, locale, words);
}

/** More than any field may hold; a refused form does not send megabytes back. */
export const MOST_KEPT = 20_000;

interface Said {
  raw: Record<string, string | string[]>;
  values: Values;
  /** Fields with what no database keeps, by why: no browser sends it. Their values go without it. */
  unreadable: Record<string, string>;
}

/** The words of a form: one string a field; fields `x[]`, and ticked boxes `x.7`, come together under `x`. */
function read(data: FormData): Said {
  if (!(data instanceof FormData)) throw new TypeError('no form');
  const raw: Said['raw'] = {};
  const values: Values = {};
  const unreadable: Said['unreadable'] = {};
  for (const [given, said] of data.entries()) {
    // That a file came is remembered: no page can give it back.
    if (typeof said !== 'string') {
      if (said.size > 0 && isKeepable(given)) values[given] = FILE_CHOSEN;
      continue;
    }
    if (given.startsWith('$')) continue;
    const name = keepable(given);
    const value = keepable(cut(said, MOST_KEPT));
    if (name !== given || !isKeepable(said)) unreadable[name] = 'unreadable';
    const [key = '', box] = name.endsWith('[]')
      ? [name.slice(0, -2), value]
      : value === 'on'
        ? name.split('.', 2)
        : [name];
    if (box !== undefined) {
      raw[key] = [...(Array.isArray(raw[key]) ? raw[key] : []), box];
      values[name] = value;
    } else {
      raw[name] = value;
      values[name] = value;
    }
  }
  return { raw, values, unreadable };
}

/** What a person typed, by the names the form gives of such fields. */
function wordsOf(data: FormData): string[] {
  const names = data.get('$words');
  const typed = typeof names === 'string' ? names.split(',').map((name) => data.get(name)) : [];
  const words = typed.filter((one) => typeof one === 'string' && isSeen(one));
  return [...new Set(words.map((one) => keepable(cut(String(one), MOST_KEPT))))];
}

/** What stood on the button it was sent by: of several, on the one whose value came with it. */
function buttonOf(data: FormData): string {
  for (const [name, label] of data.entries()) {
    const [, of, value] = /^\$did ([^=]*)=(.*)$/s.exec(name) ?? [];
    if (of !== undefined && data.get(of) === value && typeof label === 'string') return keepable(label);
  }
  const label = data.get('$did');
  return typeof label === 'string' ? keepable(label) : '';
}

/** Whether the post came from this site's own pages: Origin must be there and be ours. */
export async function fromHere(): Promise<boolean> {
  understood();
  const incoming = await headers();
  return isOurOrigin({ origin: incoming.get('origin'), host: incoming.get('host') });
}

async function pathOfPage(fallback: string | undefined): Promise<string> {
  const referer = (await headers()).get('referer');
  try {
    if (referer) return new URL(referer).pathname;
  } catch {}
  return fallback ?? '/me';
}

const localeIn = (values: Values): Locale => (values.locale?.startsWith('en') ? 'en' : 'zh');

const signInAt = (locale: Locale, path: string, kept = true) =>
  `${locale === 'en' ? '/en' : ''}/sign-in?${kept ? 'kept=1&' : ''}back=${encodeURIComponent(path)}`;

/** Keeps what was posted at an address, in this browser, for whoever's form it was; so much of one address in an hour. */
export async function keepHere(path: string, values: Values, data: FormData): Promise<boolean> {
  const of = { kind: 'kept-post', subject: await callerAddress(), most: env.posts.ofAddress, seconds: 3600 };
  return (await withinLimits([of])).ok && keepPost(await browserKey(), path, values, markIn(data));
}

/** Of what was posted only what the form has fields for. */
const ofForm = (values: Values, isField: (name: string) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isField(name)));

/** Keeps what was typed, and goes to sign in and back. */
export async function keepAndSignIn(data: FormData, isField: (name: string) => boolean): Promise<FormState> {
  const values = ofForm(read(data).values, isField);
  const kept = await keepHere(pathAsked(), values, data);
  redirect(signInAt(localeIn(values), await pathOfPage(values.back), kept));
}

/**
 * Refuses a form that was made for somebody else than who is signed in now: undefined when it was not. What was written
 * is kept for its writer, should they sign in next in this browser, and given back to be read: it stands in no form of
 * the other's, which is opened anew.
 */
export async function madeForAnother(
  data: FormData,
  person: number,
  isField: (name: string) => boolean,
): Promise<FormState | undefined> {
  if (isSender(data, person)) return undefined;
  const { values } = read(data);
  const locale = localeIn(values);
  await keepHere(pathAsked(), ofForm(values, isField), data);
  const now = (await whoSends(values.community))?.called[locale] ?? '';
  const worded = inWords({ code: 'other_person', details: { now } }, locale);
  const page = await pathOfPage(values.back);
  const refusal = {
    ...worded,
    way: { href: signInAt(locale, page), label: common[locale].signInAgain },
    anew: { href: page, label: common[locale].openAnew(now) },
  };
  layAside({ refusal, words: wordsOf(data), form: values.form });
  return { refusal, values };
}

type Perform<T> = (personId: number, values: Values, raw: Record<string, string | string[]>) => Promise<Result<T>>;

interface FormOptions<T, Tick extends string = string, Row extends string = string> {
  messages: Words;
  then: (done: Then<T>) => string;
  /** It opens something, and there is nothing to say that it is done. */
  quiet?: true;
  /** The name of a tick without which the form is not taken: it says in words what will be done. */
  confirm?: Tick;
  /** Fields that come in rows: `name` is posted as `name_1`, `name_2` …. */
  rows?: Record<Row, z.ZodType>;
  /** The name of a file field: a picture, made small, goes to the command under the same name. */
  picture?: string;
  /** The name of a file field: a text of at most so many bytes goes to the command under the same name. */
  file?: { name: string; most: number };
  /** The form's own name for a field the command calls by its place in a list, such as `groups.0.name`. */
  fieldOf?: (name: string, values: Values) => string;
  /** After this refusal: where it goes on, and in what words. */
  way?: (refusal: Refusal, from: Omit<Then<T>, 'value'>) => { href: string; label: string } | undefined;
  /** Other pages on which what was typed is settled by it. */
  settles?: (from: Pick<Then<T>, 'locale' | 'community'>) => string[];
  /** Hidden fields for the next try, after this refusal. */
  again?: (refusal: Refusal) => Values | undefined;
}

/** A refusal whose fields have the names of the form: one of several boxes, `households.0`, is told at its question. */
function namedByForm(refusal: Refusal, values: Values, fieldOf: FormOptions<unknown>['fieldOf']): Refusal {
  if (!refusal.fieldErrors) return refusal;
  const inForm = (name: string) => (fieldOf?.(name, values) ?? name).replace(/\.\d+$/, '');
  const named = Object.entries(refusal.fieldErrors).map(([name, code]) => [inForm(name), code]);
  return { ...refusal, fieldErrors: Object.fromEntries(named) };
}

/** Whoever was told what stands now has seen it at the next try. */
const shownNow = ({ code, details }: Refusal): Values | undefined =>
  code === 'overtaken'
    ? { shown: String(details?.shown) }
    : code === 'undoes'
      ? { undoes: String(details?.undoes) }
      : undefined;

interface Posting {
  recurs?: boolean | undefined;
  problems?: ((raw: unknown) => Record<string, string>) | undefined;
  isField: (name: string) => boolean;
}

const calledBy = (person: number, values: Values): Call => ({ by: { person }, community: values.community ?? '' });

async function submit<T>(
  data: FormData,
  perform: Perform<T>,
  { problems = () => ({}), isField, ...options }: FormOptions<T> & Posting,
): Promise<FormState> {
  const { raw, values, unreadable } = read(data);
  const locale = localeIn(values);
  if (!(await fromHere())) {
    missing(403);
    return { refusal: inWords({ code: 'foreign_origin' }, locale), values };
  }
  const person = await currentPerson();
  if (person === null) return keepAndSignIn(data, isField);
  const another = await madeForAnother(data, person, isField);
  if (another) return another;
  if (Object.keys(unreadable).length > 0) {
    missing(400);
    const refusal = inWords(refuse('unreadable', undefined, unreadable).refusal, locale);
    layAside({ refusal, words: wordsOf(data), form: values.form });
    return { refusal, values };
  }
  const isTyped = !options.picture && !options.file && wordsOf(data).length > 0;
  const before = isTyped ? await sameWords(person, values) : undefined;
  if (before && !(options.recurs && (await goneOn(calledBy(person, values), { key: before }))))
    values.submission = before;
  const { confirm } = options;
  const outcome =
    confirm && values[confirm] !== 'on'
      ? refuse('invalid', undefined, { ...problems(raw), [confirm]: 'confirm' })
      : await perform(person, values, raw);
  if (!outcome.ok) {
    const key = outcome.refusal.code === 'key_reused' ? { submission: randomUUID() } : undefined;
    if (key) await forgetSent();
    const hidden = key ?? shownNow(outcome.refusal) ?? options.again?.(outcome.refusal);
    const way = options.way?.(outcome.refusal, { locale, community: values.community ?? '', values });
    const worded = inWords(namedByForm(outcome.refusal, values, options.fieldOf), locale, options.messages);
    const refusal = { ...worded, ...(way && { way }) };
    // Whoever goes on elsewhere and comes back finds what they typed.
    if (way) await keepDraft(person, { path: await pathOfPage(values.back), values: ofForm(values, isField) });
    layAside({ refusal, asks: hidden !== undefined, words: wordsOf(data), form: values.form });
    return { refusal, values, ...(hidden && { hidden }) };
  }
  const path = await pathOfPage(values.back);
  const settled = options.settles?.({ locale, community: values.community ?? '' }) ?? [];
  for (const one of [path, ...settled]) await dropDraft(person, { path: one });
  const browser = await heldKey();
  if (browser) await dropKept({ browser, path });
  if (isTyped) await saySent(person, values);
  const address = options.then({ value: outcome.value, locale, community: values.community ?? '', values });
  if (!options.quiet) await sayDone(address, buttonOf(data));
  redirect(address);
}

const base64 = ({ data, ...size }: Size) => ({ ...size, data: data.toString('base64') });

/** The picture of a form, under the name of its field; nothing when none was chosen. */
async function pictureIn(
  data: FormData,
  name: string | undefined,
  person: number,
): Promise<Result<Record<string, unknown>>> {
  const file = name === undefined ? null : data.get(name);
  if (name === undefined || !(file instanceof File) || file.size === 0) return ok({});
  const done = await inHand(person, async () => makePicture(Buffer.from(await file.arrayBuffer())));
  if (!done.ok) missing(429, Number(done.refusal.details?.seconds));
  const made = done.ok ? done.value : done;
  if (!made.ok) return refuse(made.refusal.code, made.refusal.details, { [name]: made.refusal.code });
  return ok({ [name]: { small: base64(made.value.small), large: base64(made.value.large) } });
}

/** The text of a file in a form, under the name of its field; nothing when none was chosen. */
async function textIn(data: FormData, field: FormOptions<unknown>['file']): Promise<Result<Record<string, unknown>>> {
  const file = field && data.get(field.name);
  if (!field || !(file instanceof File) || file.size === 0) return ok({});
  const no = (code: string, details?: Record<string, number>) => refuse(code, details, { [field.name]: code });
  if (file.size > field.most)
    return no('file_too_large', { kilobytes: Math.ceil(file.size / 1000), most: field.most / 1000 });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return isKeepable(text) ? ok({ [field.name]: text }) : no('file_unreadable');
  } catch {
    return no('file_unreadable');
  }
}

/** A command, or what a form puts before one. */
type Posted<T, S extends z.ZodType, C extends string> = ((call: Call, raw: unknown) => Promise<Result<T, C>>) &
  Pick<Command<T, S>, 'input'> &
  Partial<Pick<Command<T>, 'problems' | 'recurs'>>;

type Names<S extends z.ZodType> = z.output<S> extends infer O ? (O extends unknown ? keyof O & string : never) : never;

/** An action with what its fields have to be; for one that is no command's. */
export const posted = <S extends z.ZodType>(input: S, action: FormAction): FormAction<Names<S>> =>
  Object.assign((state: FormState, data: FormData) => action(state, data), { demands: demandsOf({ input }) });

/**
 * A form's action for a command of a community. Hidden fields: `community`, `locale`, `submission` (the idempotency
 * key), `back`. A refusal comes back with words and everything typed; success answers 303 to `then`.
 */
export function form<
  T extends Json,
  S extends z.ZodType,
  C extends string,
  Tick extends string = never,
  Row extends string = never,
>(
  command: Posted<T, S, C>,
  options: FormOptions<T, Tick, Row> & { messages: Closed<NoInfer<C>, Words<C>> },
): FormAction<Names<S> | Tick | `${Row}_${string}`> {
  const taken = { ...options, input: command.input };
  const isField = fieldsOf(taken);
  const action = async (_state: FormState, data: FormData) =>
    submit(
      data,
      async (person, values, raw) => {
        const call: Call = { ...calledBy(person, values), undoes: values.undoes ?? '' };
        if (values.submission) call.key = values.submission;
        const sent = await pictureIn(data, options.picture, person);
        const text = await textIn(data, options.file);
        if (!sent.ok) return sent;
        if (!text.ok) return text;
        return command(call, { ...raw, ...sent.value, ...text.value });
      },
      { ...options, isField, problems: command.problems, recurs: command.recurs },
    );
  return Object.assign(action, { demands: demandsOf(taken), ...(!options.quiet && { leadsTo: options.then }) });
}

/** The same for a command about the person alone, or of an office above communities. */
export function accountForm<
  T,
  S extends z.ZodType,
  C extends string,
  Tick extends string = never,
  Row extends string = never,
>(
  command: ((personId: number | null, raw: unknown) => Promise<Result<T, C>>) & { input: S },
  options: FormOptions<T, Tick, Row> & { messages: Closed<NoInfer<C>, Words<C>> },
): FormAction<Names<S> | Tick | `${Row}_${string}`> {
  const taken = { ...options, input: command.input };
  const isField = fieldsOf(taken);
  const action = async (_state: FormState, data: FormData) =>
    submit(data, (person, values, raw) => command(person, { ...raw, undoes: values.undoes ?? '' }), {
      ...options,
      isField,
    });
  return Object.assign(action, { demands: demandsOf(taken), ...(!options.quiet && { leadsTo: options.then }) });
}
