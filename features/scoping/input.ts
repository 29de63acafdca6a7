import { z } from 'zod';
import { hung } from '@/lib/hung';
import { choice, day, id, line, list, nth, optionalText, text } from '@/lib/input';
import { parseCount } from '@/lib/quantity';
import { type Shown, shownInput } from '@/lib/shown';
import { isSeen } from '@/lib/text';
import { EFFECTS, type Place } from './rules';

export const MOST_GROUPS = 6;

/** `building:3` or `entrance:7`. */
const place = z
  .string()
  .regex(/^(building|entrance):[1-9]\d{0,8}$/, 'choose_one')
  .transform((value): Place => {
    const [kind, of = ''] = value.split(':');
    return kind === 'building' ? { building: parseCount(of) ?? 0 } : { entrance: parseCount(of) ?? 0 };
  });

export const groupInput = z.object({
  name: hung(line(40)),
  effect: choice(EFFECTS),
  why: hung(text(200)),
  places: list(place).refine((places) => places.length > 0, 'place_missing'),
});

type Row = Record<string, unknown>;

/** Boxes of one name, each posted as `${prefix}${value}`. */
const ticked = (row: Row, prefix: string) =>
  Object.keys(row).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

const placesIn = (row: Row, n: number): unknown => row[`places_${n}`] ?? ticked(row, `places_${n}.`);

const said = (value: unknown) => (typeof value === 'string' ? isSeen(value) : Array.isArray(value) && value.length > 0);

/** The rows of a form that say anything of a group; the first, when none does. What it means alone says nothing. */
function rowsSaid(row: Row): number[] {
  const numbers = Array.from({ length: MOST_GROUPS }, (_, index) => index + 1);
  const all = numbers.filter((n) => said(row[`name_${n}`]) || said(row[`why_${n}`]) || said(placesIn(row, n)));
  return all.length > 0 ? all : [1];
}

/** `groups.0.name` → `name_1`, as the row that was first is called in the form. */
export function fieldOfGroup(name: string, row: Row): string {
  const [list, at, field] = name.split('.');
  const n = nth(rowsSaid(row), at);
  return list === 'groups' && n !== undefined && field !== undefined ? `${field}_${n}` : name;
}

/** A form's rows `name_1`, `effect_1`, `why_1`, `places_1.building:3` … as `groups`; rows left blank are left out. */
export function groupsFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'groups' in raw) return raw;
  const row = raw as Row;
  const groups = rowsSaid(row).map((n) => ({
    name: row[`name_${n}`],
    effect: row[`effect_${n}`],
    why: row[`why_${n}`],
    places: placesIn(row, n),
  }));
  return { ...row, groups };
}

export const nameGroupsInput = z.preprocess(
  groupsFromRows,
  z.object({
    proposal: id,
    groups: z.array(groupInput).min(1, 'no_groups').max(MOST_GROUPS),
    /** Of a change that undoes what others did. */
    reason: hung(optionalText(500)),
    shown: shownInput,
  }),
);

export const confirmInput = z.object({ proposal: id, shown: shownInput });

/** `standIn`: the social worker who knocks at entrances that have no captain. */
export const consultInput = z.object({
  proposal: id,
  standIn: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  shown: shownInput,
});

export const decideGateInput = z
  .object({
    proposal: id,
    gate: z.string().regex(/^[a-z_]{1,40}$/, 'choose_one'),
    outcome: choice(['satisfied', 'not_applicable']),
    /** What proves it; or why it does not apply. */
    evidence: hung(text(1000)),
    decidedOn: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
  })
  .refine((value) => value.outcome === 'not_applicable' || value.decidedOn, {
    path: ['decidedOn'],
    message: 'required',
  });

interface Named {
  name: string;
  effect: string;
  why: string;
  places: readonly { building: string; entrance: number | null }[];
}

/** The groups as they are shown to whoever says that they are right, or starts to ask them. */
export const groupsShown = (groups: readonly Named[]): Shown =>
  Object.fromEntries(
    groups.map(({ name, effect, why, places }, index) => [
      `group_${index + 1}`,
      [effect, name, '·', why, '·', ...places.map((one) => [one.building, one.entrance ?? []].flat().join('-'))].join(
        ' ',
      ),
    ]),
  );
