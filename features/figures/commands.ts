import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { ratePeriod } from '@/db/schema/figures';
import type { FigureSource } from '@/db/words/figures';
import { addDays, assessmentMonth, type Day, shanghaiDate, startOfDay } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { ok, type Result, refuse } from '@/lib/result';
import * as acts from './acts';
import { correctInput, deriveInput, recordInput } from './input';
import { callbacksOf, casesOf } from './moves';
import { profileOf, profileOn } from './moves/profiles';
import { checkPeriod, countCallbacks, type Rate, type Rates, rates, sayingOf, sayingOfMonth } from './rules';
import type { Pinned } from './rules/profiles';

type Period = z.output<typeof recordInput>;

/** The periods as they stand, held until the transaction ends: corrected ones have given way. */
async function standing({
  db,
  communityId,
}: Scope): Promise<{ id: number; from: Day; to: Day; source: FigureSource }[]> {
  await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('figures'))`);
  const later = alias(ratePeriod, 'later');
  return db
    .select({ id: ratePeriod.id, from: ratePeriod.from, to: ratePeriod.to, source: ratePeriod.source })
    .from(ratePeriod)
    .leftJoin(later, and(eq(later.communityId, ratePeriod.communityId), eq(later.corrects, ratePeriod.id)))
    .where(and(eq(ratePeriod.communityId, communityId), isNull(later.id)));
}

/** Nothing is published at the first press: what it would say is shown, and has to be what is then published. */
function looked(input: Period, profile: Pinned): Result<undefined, 'look_again'> {
  const saying = sayingOf({ ...input, profile: profile.name });
  if (input.looked === saying) return ok();
  const shown = rates({ ...input, responseOnly: 0, responseOnlyContacted: 0 }, profile);
  return refuse('look_again', { saying, ...lookedAt(input, shown) });
}

const lookedAt = ({ from, to, effective }: { from: Day; to: Day; effective: number }, shown: Rates) => {
  const said = (of: Rate | null) => (of ? `${of.n}/${of.d} = ${of.pct}%` : '');
  const { response, resolution, satisfaction } = shown;
  return {
    from,
    to,
    effective,
    response: said(response),
    resolution: said(resolution),
    satisfaction: said(satisfaction),
  };
};

/** What a number stays tied to, in its row and in its leaf. */
const pinOf = ({ id, name }: Pinned) => ({ profile: name, profileId: id });
const leafOf = ({ name, hash }: Pinned) => ({ profile: name, ...(hash && { profileHash: hash }) });

async function publish(
  { db, communityId, now }: Scope,
  { profile, ...input }: Period & { profile: Pinned; corrects?: number; reason?: string },
) {
  const { derivedZh, derivedEn, looked: _, reason, ...counts } = input;
  const derived = derivedZh && derivedEn ? { zh: derivedZh, en: derivedEn } : null;
  await db.insert(ratePeriod).values({ communityId, ...counts, ...pinOf(profile), derived, reason, recordedAt: now });
  const period = `${input.from}/${input.to}`;
  const content = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
  return {
    ok: true as const,
    value: { period },
    leaf: { subject: `figures/${period}`, content: { ...content, ...leafOf(profile), derived } },
    changed: [],
  };
}

/** The callbacks of a period as counted; rates are computed when they are read. */
export const recordFigures = command({
  act: acts.recordFigures,
  input: recordInput,
  facts: async (scope) => ({ periods: await standing(scope) }),
  run: async ({ input, facts, ...scope }) => {
    const checked = checkPeriod(input, facts.periods, shanghaiDate(scope.now));
    if (!checked.ok) return checked;
    const span = { from: startOfDay(input.from), to: startOfDay(addDays(input.to, 1)) };
    if (callbacksOf(await casesOf(scope, span)).some(({ by }) => by === 'here')) return refuse('counted_here');
    const profile = await profileOn(scope, input.from);
    const seen = looked(input, profile);
    return seen.ok ? publish(scope, { ...input, profile }) : seen;
  },
});

/** A month of the callbacks made here: counted under the lock, looked at, and published once. */
export const deriveFigures = command({
  act: acts.deriveFigures,
  input: deriveInput,
  facts: async (scope) => ({ periods: await standing(scope) }),
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    const span = assessmentMonth(input.month);
    const days = { from: shanghaiDate(span.from), to: addDays(shanghaiDate(span.to), -1) };
    const checked = checkPeriod(days, facts.periods, shanghaiDate(now));
    if (!checked.ok) return refuse(checked.refusal.code, checked.refusal.details);
    const callbacks = callbacksOf(await casesOf(scope, span));
    const [assessed, full] = [countCallbacks(callbacks, 'assessed'), countCallbacks(callbacks, 'full')];
    if (full.effective + full.responseOnly === 0) return refuse('no_callbacks_here');
    const profile = await profileOn(scope, days.from);
    const saying = sayingOfMonth(input.month, assessed, full);
    const shown = rates(assessed, profile);
    if (input.looked !== saying)
      return refuse('look_again', { saying, ...lookedAt({ ...days, effective: assessed.effective }, shown) });
    await db
      .insert(ratePeriod)
      .values({ communityId, ...days, ...pinOf(profile), ...assessed, full, source: 'callbacks', recordedAt: now });
    const period = `${days.from}/${days.to}`;
    return {
      ok: true,
      value: { period },
      leaf: { subject: `figures/${period}`, content: { ...leafOf(profile), source: 'callbacks', assessed, full } },
      changed: [],
    };
  },
});

/** Other figures in the place of published ones, which stay in the record. */
export const correctFigures = command({
  act: acts.correctFigures,
  input: correctInput,
  facts: async (scope) => ({ periods: await standing(scope) }),
  run: async ({ input, facts, ...scope }) => {
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    const stood = facts.periods.find(({ id }) => id === input.corrects);
    if (!stood) return refuse('corrected_already');
    if (stood.source === 'callbacks') return refuse('told_once');
    const others = facts.periods.filter(({ id }) => id !== input.corrects);
    const checked = checkPeriod(input, others, shanghaiDate(scope.now));
    if (!checked.ok) return checked;
    const profile = await profileOf(scope, input.corrects);
    const seen = looked(input, profile);
    return seen.ok ? publish(scope, { ...input, profile }) : seen;
  },
});
