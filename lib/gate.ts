import { randomUUID } from 'node:crypto';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { constraintOf, type Database, transient } from '@/db/client';
import { accountEvent } from '@/db/schema/account';
import { idempotency, ledgerLeaf } from '@/db/schema/ledger';
import { type Act, permit } from './act';
import { type Actor, personOf, type Who } from './actor';
import { notifying, subjectsIn, takeDown } from './board';
import { endReads, inOneStatement, inTransaction } from './database';
import { type Call, clock, enter, enterAll, type Scope } from './entering';
import { enqueue, type Job } from './jobs';
import { append, canonical, type Json, type Leaf, sha256 } from './ledger';
import type { SharedCode } from './messages';
import type { Answer, Receipt, Refusal, Result } from './result';
import { overtaken, type Shown } from './shown';
import { type Losses, lossesOf } from './undoing';

export type { Database } from '@/db/client';
export { closePool } from './database';
export type { Call, Scope } from './entering';

export interface Done<T> {
  ok: true;
  value: T;
  leaf: Leaf;
  jobs?: Job[];
  /**
   * Subjects of this community that change besides the leaf's own: `proposals`. Left out, its whole board is made anew:
   * forgetting to say is slow, never stale.
   */
  changed?: string[];
}

type Outcome<T, C extends string = string> = Done<T> | { ok: false; refusal: Refusal<C> };

/** What somebody says yes to: a form that takes `shown` says what stands now of it, and no other does. */
type Carrying<S extends z.ZodType, F> =
  z.output<S> extends { shown: Shown }
    ? { shown: (scope: Scope & { input: z.output<S>; facts: F }) => Shown | Promise<Shown> }
    : { shown?: undefined };

interface ActSpec<S extends z.ZodType, F, T, C extends string = string> {
  act: Act<F, C>;
  input: S;
  /** Locks what is acted on, then loads what the act asks about; undefined is *not found*. */
  facts: (scope: Scope, input: z.output<S>) => Promise<F | undefined>;
  /** Somebody changed meanwhile what the form showed: what stands now. Asked of those whose act it is, before why not. */
  stale?: (scope: Scope & { input: z.output<S>; facts: F }) => Promise<Refusal<C> | null>;
  /** After the act was asked who may, why not and unless: under the locks. */
  run: (scope: Scope & { actor: Actor; input: z.output<S>; facts: F }) => Promise<Outcome<T, C>>;
  /** Refusal codes for constraints that may be hit in a race. */
  races?: Record<string, C>;
}

/** `C`: what it may refuse with, besides what any act may. */
export interface Command<T, S extends z.ZodType = z.ZodType, C extends string = string> {
  (call: Call, raw: unknown): Promise<Answer<T, C | SharedCode>>;
  act: string;
  input: S;
  /** Whether it can undo what others did. */
  undoes: boolean;
  /** Whether it is a step that may come again in the same words. */
  recurs: boolean;
  /** The policy, for the permission matrix: subjects are made by the test. */
  allow: (who: Who, subject: never) => Actor | null;
  /** What is wrong with each field, before anything else is looked at. */
  problems?: (raw: unknown) => Record<string, string>;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const refused = (code: string): never => {
  throw new Refused({ code });
};

/** Every command made so far, by act. The permission matrix is complete because it reads this. */
export const commands = new Map<string, Command<unknown>>();

/** The first problem of each field, as codes the words of a form can say. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.') || 'form';
    errors[name] ??= issue.code === 'too_big' ? 'invalid' : issue.message;
  }
  return errors;
}

/** No form of ours has another key. */
const KEY = /^[!-~]{1,200}$/;

/** A write, tried again where it met another; what its request reads afterwards sees it. */
async function attempts<T>(work: () => Promise<T>): Promise<T> {
  await endReads();
  for (let left = 5; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !transient(error)) throw error;
    }
  }
}

/** What a transaction leaves behind: its answer, and the subjects of the board to be taken down here. */
interface Kept<T> {
  value: T;
  receipt: Receipt;
  changed: string[];
}

/** What this key was answered, with the receipt of that act. */
async function answeredBefore(db: Database, communityId: number, key: string) {
  const [before] = await db
    .select({
      bodyHash: idempotency.bodyHash,
      response: idempotency.response,
      seq: ledgerLeaf.seq,
      hash: ledgerLeaf.leafHash,
    })
    .from(idempotency)
    .innerJoin(
      ledgerLeaf,
      and(eq(ledgerLeaf.communityId, idempotency.communityId), eq(ledgerLeaf.seq, idempotency.seq)),
    )
    .where(and(eq(idempotency.communityId, communityId), eq(idempotency.key, key)));
  return before && { ...before, receipt: { seq: before.seq, leafHash: before.hash.toString('hex') } };
}

/** Whoever undoes what others did gives a reason, where the form has a place for one, and has been shown what it costs. */
export function askedAgain(losses: Losses, seen: string | undefined, input: unknown): Refusal | null {
  if (seen === undefined || Object.keys(losses).length === 0) return null;
  const code = 'undoes';
  const details = { ...losses, undoes: canonical(losses) };
  if (typeof input === 'object' && input !== null && 'reason' in input && input.reason === '')
    return { code, details, fieldErrors: { reason: 'reason_to_undo' } };
  return seen === details.undoes ? null : { code, details };
}

/** The only road to a write in a community. See docs/rules.md for the order of its steps. */
export function command<S extends z.ZodType, F, T extends Json, C extends string>(
  spec: ActSpec<S, F, T, C> & Carrying<S, F>,
): Command<T, S, C> {
  const { name } = spec.act;
  const perform = async (db: Database, call: Call, input: z.output<S>): Promise<Kept<T>> => {
    const scope = (await enter(db, call, true)) ?? refused('not_found');
    const key = call.key || randomUUID();
    const bodyHash = sha256(name, canonical(JSON.parse(JSON.stringify([call.by, input ?? null]))));
    const entered = await db
      .insert(idempotency)
      .values({ communityId: scope.communityId, key, act: name, bodyHash, at: scope.now })
      .onConflictDoNothing();
    if (entered.rowCount === 0) {
      const before = (await answeredBefore(db, scope.communityId, key)) ?? refused('key_reused');
      if (!before.bodyHash.equals(bodyHash)) refused('key_reused');
      return { value: before.response as T, receipt: before.receipt, changed: [] };
    }
    const facts = (await spec.facts(scope, input)) ?? refused('not_found');
    // Locks are held from here: the moment the rules see is not before them.
    const now = await clock(db);
    const about = { ...scope, now, input, facts };
    const stale = async () =>
      spec.shown
        ? overtaken((input as { shown: Shown }).shown, await spec.shown(about))
        : ((await spec.stale?.(about)) ?? null);
    const permitted = await permit(spec.act, { facts, who: scope.who, now }, stale);
    if (!permitted.ok) throw new Refused(permitted.refusal);
    const actor = permitted.value;
    const outcome = await spec.run({ ...scope, now, actor, input, facts });
    if (!outcome.ok) throw new Refused(outcome.refusal);
    const asked = askedAgain(lossesOf(spec.act.undoes?.(facts, now) ?? {}), call.undoes, input);
    if (asked) throw new Refused(asked);
    for (const job of outcome.jobs ?? []) await enqueue(db, job, now);
    const { leaf, changed: named } = outcome;
    const told = subjectsIn(call.community, named && [leaf.subject, ...named]);
    const record = told.includes(call.community) ? [] : [`${call.community}/record/`];
    const entry = {
      act: name,
      leaf: leaf.open ? leaf : { subject: leaf.subject, content: { ...leaf.content, actor: { ...actor } as Json } },
      personId: personOf(actor),
      now,
    };
    const answered = (number: SQL) =>
      sql`update idempotency set response = ${JSON.stringify(outcome.value)}::jsonb, seq = ${number}
        where community_id = ${scope.communityId} and key = ${key} returning ${notifying([...told, ...record], record.length > 0 ? number : undefined)}`;
    const receipt = await append(db, scope.communityId, entry, answered);
    return { value: outcome.value, receipt, changed: [...told, ...record.map((one) => `${one}${receipt.seq}`)] };
  };

  const run = async (call: Call, raw: unknown): Promise<Answer<T>> => {
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return { ok: false, refusal: { code: 'invalid', fieldErrors: fieldErrors(parsed.error) } };
    if (call.key && !KEY.test(call.key)) return { ok: false, refusal: { code: 'invalid', fieldErrors: {} } };
    try {
      const { changed, ...done } = await attempts(() => inTransaction((db) => perform(db, call, parsed.data)));
      takeDown(changed);
      return { ok: true, ...done };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      const code = spec.races?.[constraintOf(error) ?? ''];
      if (code) return { ok: false, refusal: { code } };
      throw error;
    }
  };
  const problems = (raw: unknown) => {
    const { error } = spec.input.safeParse(raw);
    return error ? fieldErrors(error) : {};
  };
  const made = Object.assign(run, {
    act: name,
    input: spec.input,
    undoes: spec.act.undoes !== undefined,
    recurs: spec.act.recurs === true,
    allow: spec.act.by as Command<T>['allow'],
    problems,
  });
  commands.set(name, made as Command<unknown>);
  return made as Command<T, S, C>;
}

interface AccountSpec<S extends z.ZodType, T, C extends string> {
  act: string;
  input: S;
  allow: (personId: number | null, input: z.output<S>) => boolean;
  /** Refusal codes for constraints that may be hit in a race. */
  races?: Record<string, C>;
  run: (scope: { db: Database; now: Date; personId: number | null; input: z.output<S> }) => Promise<
    | {
        ok: true;
        value: T;
        event?: { personId: number | null; detail?: Record<string, string | number> };
        /** What changes on the board: communities as a whole, and the list of them, `/communities`. */
        changed?: string[];
      }
    | { ok: false; refusal: Refusal<C> }
  >;
}

/** A write that concerns one person and no community: signing in, phone, drafts. An account event, no leaf. */
export function accountCommand<S extends z.ZodType, T, C extends string = never>(spec: AccountSpec<S, T, C>) {
  const run = async (personId: number | null, raw: unknown): Promise<Result<T, C | 'invalid' | 'not_allowed'>> => {
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return { ok: false, refusal: { code: 'invalid', fieldErrors: fieldErrors(parsed.error) } };
    const input = parsed.data;
    if (!spec.allow(personId, input)) return { ok: false, refusal: { code: 'not_allowed' } };
    try {
      const { value, changed } = await attempts(() =>
        inTransaction(async (db) => {
          const now = personId === null ? await clock(db) : await enterAll(db, personId);
          const outcome = await spec.run({ db, now, personId, input });
          if (!outcome.ok) throw new Refused(outcome.refusal);
          const { event } = outcome;
          if (event) {
            await db
              .insert(accountEvent)
              .values({ personId: event.personId, kind: spec.act, detail: event.detail ?? {}, at: now });
          }
          const changed = outcome.changed ?? [];
          if (changed.length > 0) await db.execute(sql`select ${notifying(changed)}`);
          return { value: outcome.value, changed };
        }),
      );
      takeDown(changed);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal as Refusal<C> };
      const code = spec.races?.[constraintOf(error) ?? ''];
      if (code) return { ok: false, refusal: { code } };
      throw error;
    }
  };
  return Object.assign(run, { input: spec.input });
}

/**
 * A write of one statement that is nobody's act: counters, kept words. It commits itself, so that it stands whatever is
 * decided afterwards.
 */
export const atOnce =
  <I, T>(write: (db: Database, input: I) => Promise<T>) =>
  (input: I): Promise<T> =>
    attempts(() => inOneStatement((db) => write(db, input)));
