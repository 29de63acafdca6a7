import { z } from 'zod';
import { choice, day, id, list, text } from '@/lib/input';
import { EFFECTS, type Place } from './rules';

export const MOST_GROUPS = 6;

/** `building:3` or `entrance:7`. */
const place = z
  .string()
  .regex(/^(building|entrance):[1-9]\d*$/, 'choose_one')
  .transform((value): Place => {
    const [kind, of] = value.split(':');
    return kind === 'building' ? { building: Number(of) } : { entrance: Number(of) };
  });

const group = z.object({
  name: text(40),
  effect: choice(EFFECTS),
  why: text(200),
  places: list(place),
});

/** Boxes of one name, each posted as `${prefix}${value}`. */
const ticked = (row: Record<string, unknown>, prefix: string) =>
  Object.keys(row).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** A form's rows `name_1`, `effect_1`, `why_1`, `places_1.building:3` … as `groups`; rows without a name are left out. */
function fromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'groups' in raw) return raw;
  const row = raw as Record<string, unknown>;
  const numbers = Array.from({ length: MOST_GROUPS }, (_, index) => index + 1);
  const named = numbers.filter((n) => typeof row[`name_${n}`] === 'string' && row[`name_${n}`] !== '');
  const groups = named.map((n) => ({
    name: row[`name_${n}`],
    effect: row[`effect_${n}`],
    why: row[`why_${n}`],
    places: row[`places_${n}`] ?? ticked(row, `places_${n}.`),
  }));
  return { ...row, groups };
}

export const nameGroupsInput = z.preprocess(
  fromRows,
  z.object({ proposal: id, groups: z.array(group).min(1, 'no_groups').max(MOST_GROUPS) }),
);

export const proposalInput = z.object({ proposal: id });

/** `standIn`: the social worker who knocks at entrances that have no captain. */
export const consultInput = z.object({
  proposal: id,
  standIn: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
});

export const decideGateInput = z
  .object({
    proposal: id,
    gate: z.string().regex(/^[a-z_]{1,40}$/, 'choose_one'),
    outcome: choice(['satisfied', 'not_applicable']),
    /** What proves it; or why it does not apply. */
    evidence: text(1000),
    decidedOn: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
  })
  .refine((value) => value.outcome === 'not_applicable' || value.decidedOn, {
    path: ['decidedOn'],
    message: 'required',
  });
