import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { officeGrant } from '@/db/schema/offices';
import { district } from '@/db/schema/people';
import type { Office } from '@/db/words/offices';
import { clock, entering } from './entering';
import { accountCommand, askedAgain, type Database } from './gate';
import { append, type Leaf } from './ledger';
import type { Refusal } from './result';
import { type Losses, lossesOf } from './undoing';

export type { Office } from '@/db/words/offices';

/** What an office of a district works in: one transaction, the communities it is held over, one moment. */
export interface OfficeScope {
  db: Database;
  now: Date;
  personId: number;
  office: Office;
  districtId: number;
  communities: number[];
}

/** The first of these offices that is held there, locked until the act is done; whether it has ended is asked once it is held. */
async function heldFast(
  db: Database,
  personId: number,
  of: { offices: readonly Office[]; district: string; now: Date },
) {
  const held = await db
    .select({ office: officeGrant.office, districtId: officeGrant.districtId, to: officeGrant.to })
    .from(officeGrant)
    .innerJoin(district, eq(district.id, officeGrant.districtId))
    .where(
      and(
        ...[eq(officeGrant.personId, personId), eq(district.slug, of.district)],
        inArray(officeGrant.office, [...of.offices]),
        lte(officeGrant.from, of.now),
        or(isNull(officeGrant.to), gt(officeGrant.to, of.now)),
      ),
    )
    .orderBy(officeGrant.id)
    .for('share', { of: officeGrant });
  const later = held.some(({ to }) => to !== null) ? await clock(db) : of.now;
  return held.find(({ to }) => to === null || to > later);
}

/** Every act of an office, with the offices that may do it: for who compares what is written down with what is done. */
export const officeActs = new Map<string, readonly Office[]>();

/** A leaf in the record of a community the act concerns; its whole board is made anew. */
interface Told {
  communityId: number;
  slug: string;
  leaf: Leaf;
}

/** What each of them is sent. */
export const officeInputs = new Map<string, z.ZodType>();

/**
 * The only road to a write of an office above communities. It is an event of the account, and stands in the record of every
 * community it touches: `told` cannot be left out. `undoes`: what it costs others, where its input carries what was shown of it.
 */
export function officeCommand<
  S extends z.ZodType<{ district: string; undoes?: string | undefined }>,
  T,
  C extends string = never,
>(spec: {
  act: string;
  offices: readonly Office[];
  input: S;
  /** Refusal codes for constraints that may be hit in a race. */
  races?: Record<string, C>;
  run: (
    scope: OfficeScope & { input: z.output<S> },
  ) => Promise<
    | { ok: true; value: T; told: Told[]; detail?: Record<string, string | number>; undoes?: Losses }
    | { ok: false; refusal: Refusal<C> }
  >;
}) {
  officeActs.set(spec.act, spec.offices);
  officeInputs.set(spec.act, spec.input);
  return accountCommand<S, T, C | 'not_allowed'>({
    act: spec.act,
    input: spec.input,
    allow: (personId) => personId !== null,
    ...(spec.races && { races: spec.races }),
    run: async ({ db, personId, input, now }) => {
      const refused = { ok: false, refusal: { code: 'not_allowed' } } as const;
      if (personId === null) return refused;
      const held = await heldFast(db, personId, { offices: spec.offices, district: input.district, now });
      if (!held) return refused;
      const { rows } = await db.execute<{ communities: number[] | null }>(
        sql`select communities, ${entering(sql`coalesce(communities, '{}')`)} from (select communities_of_district(${personId},
          ${input.district}, array[${held.office}]::text[], ${now.toISOString()}::timestamptz) as communities offset 0) as found`,
      );
      const communities = rows[0]?.communities ?? [];
      const { office, districtId } = held;
      const done = await spec.run({ db, now, personId, office, districtId, communities, input });
      if (!done.ok) return done;
      const asked = askedAgain(lossesOf(done.undoes ?? {}), input.undoes, input);
      if (asked) return { ok: false, refusal: asked as Refusal<C> };
      const told = [...done.told].sort((a, b) => a.communityId - b.communityId);
      for (const { communityId, leaf } of told) await append(db, communityId, { act: spec.act, leaf, personId, now });
      return {
        ok: true,
        value: done.value,
        event: { personId, detail: { office, district: input.district, ...done.detail } },
        changed: [`/district/${input.district}`, ...told.map(({ slug }) => slug)],
      };
    },
  });
}
