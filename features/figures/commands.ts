import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { ratePeriod } from '@/db/schema/figures';
import { type Day, shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { ok, type Result, refuse } from '@/lib/result';
import * as acts from './acts';
import { correctInput, recordInput } from './input';
import { checkPeriod, PROFILES, rates, sayingOf } from './rules';

type Period = z.output<typeof recordInput>;

/** The periods as they stand, held until the transaction ends: corrected ones have given way. */
async function standing({ db, communityId }: Scope): Promise<{ id: number; from: Day; to: Day }[]> {
  await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('figures'))`);
  const later = alias(ratePeriod, 'later');
  return db
    .select({ id: ratePeriod.id, from: ratePeriod.from, to: ratePeriod.to })
    .from(ratePeriod)
    .leftJoin(later, and(eq(later.communityId, ratePeriod.communityId), eq(later.corrects, ratePeriod.id)))
    .where(and(eq(ratePeriod.communityId, communityId), isNull(later.id)));
}

/** Nothing is published at the first press: what it would say is shown, and has to be what is then published. */
function looked(input: Period): Result<undefined, 'look_again'> {
  const saying = sayingOf(input);
  if (input.looked === saying) return ok();
  const shown = rates({ ...input, responseOnly: 0, responseOnlyContacted: 0 }, PROFILES[input.profile]);
  const said = (of: { n: string; d: string; pct: string } | null) => (of ? `${of.n}/${of.d} = ${of.pct}%` : '');
  return refuse('look_again', {
    saying,
    from: input.from,
    to: input.to,
    effective: input.effective,
    response: said(shown.response),
    resolution: said(shown.resolution),
    satisfaction: said(shown.satisfaction),
  });
}

async function publish({ db, communityId, now }: Scope, input: Period & { corrects?: number; reason?: string }) {
  const { derivedZh, derivedEn, looked: _, reason, ...counts } = input;
  const derived = derivedZh && derivedEn ? { zh: derivedZh, en: derivedEn } : null;
  await db.insert(ratePeriod).values({ communityId, ...counts, derived, reason, recordedAt: now });
  const period = `${input.from}/${input.to}`;
  const content = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined));
  return {
    ok: true as const,
    value: { period },
    leaf: { subject: `figures/${period}`, content: { ...content, derived } },
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
    const seen = looked(input);
    return seen.ok ? publish(scope, input) : seen;
  },
});

/** Other figures in the place of published ones, which stay in the record. */
export const correctFigures = command({
  act: acts.correctFigures,
  input: correctInput,
  facts: async (scope) => ({ periods: await standing(scope) }),
  run: async ({ input, facts, ...scope }) => {
    if (!facts.periods.some(({ id }) => id === input.corrects)) return refuse('corrected_already');
    const others = facts.periods.filter(({ id }) => id !== input.corrects);
    const checked = checkPeriod(input, others, shanghaiDate(scope.now));
    if (!checked.ok) return checked;
    const seen = looked(input);
    return seen.ok ? publish(scope, input) : seen;
  },
});
