import { z } from 'zod';
import { MOST_DRAWN } from '@/features/siteplan/input';
import { hung } from '@/lib/hung';
import { choice, count, id, line, list, nth, optionalText, orNothing, text, version, yuan } from '@/lib/input';
import { isSeen } from '@/lib/text';

const MOST_CLAUSES = 40;

const clause = z.object({ no: count(1, 999), text: hung(line(300)) });

/** `rowVersion`: the draft's version the writer saw; left out when there is no draft yet. */
export const draftInput = z.object({
  proposal: id,
  title: hung(line(60)),
  summary: hung(text(600)),
  /** Yuan. */
  cost: yuan,
  costNote: hung(optionalText(300)),
  /** One to a line, `3. …` keeps its number; or a list. */
  clauses: z.union([hung(text(12_000)), z.array(clause).max(MOST_CLAUSES)]),
  rowVersion: id.optional(),
});

/** `site`: the compound whose site plan it lies on, where there are several. `shapes`: in lines or as GeoJSON; none: nothing. */
export const drawingInput = z.object({
  proposal: id,
  site: orNothing(id),
  shapes: optionalText(MOST_DRAWN),
  rowVersion: id,
});

type Row = Record<string, unknown>;

const blank = (value: unknown) => value === undefined || (typeof value === 'string' && !isSeen(value));

/** The clauses a form has rows for; those with nothing in them come later, unless all are so. */
function clausesInRows(row: Row): string[] {
  const clauses = Object.keys(row).flatMap((name) => /^note_(\d{1,3})$/.exec(name)?.[1] ?? []);
  const said = (no: string) =>
    !['note', 'gate', 'technical'].every((name) => blank(row[`${name}_${no}`])) ||
    Object.keys(row).some((name) => name === `objections_${no}` || name.startsWith(`objections_${no}.`));
  return clauses.some(said) ? clauses.filter(said) : clauses;
}

/** A form's rows `note_3`, `objections_3`, `gate_3`, `technical_3` … as `changes`; rows left blank come later. */
function changesFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'changes' in raw) return raw;
  const row = raw as Row;
  const changes = clausesInRows(row).map((no) => ({
    clause: no,
    note: row[`note_${no}`],
    objections: row[`objections_${no}`] ?? [],
    gate: row[`gate_${no}`] ?? '',
    technical: row[`technical_${no}`] ?? '',
  }));
  return { ...row, changes };
}

/** `changes.0.note` → `note_3`, as the row that was first is called in the form. */
export function fieldOfChange(name: string, row: Row): string {
  const [list, at, field] = name.split('.');
  const clause = nth(clausesInRows(row), at);
  return list === 'changes' && clause !== undefined && field !== undefined ? `${field}_${clause}` : name;
}

export const changeInput = z.object({
  clause: count(1, 999),
  note: hung(text(300)),
  objections: list(id).default([]),
  gate: optionalText(40).default(''),
  technical: hung(optionalText(300)).default(''),
});

/** `objections` by their number in the proposal, `gate` by its key. */
export const changesInput = z.preprocess(
  changesFromRows,
  z.object({
    proposal: id,
    changes: z.array(changeInput).max(MOST_CLAUSES * 2),
    rowVersion: id,
  }),
);

const groupsInRows = (row: Row) => Object.keys(row).flatMap((name) => /^reason_(\d{1,2})$/.exec(name)?.[1] ?? []);

/** A form's rows `material_1`, `reason_1` … as `judgements`, by the group's position. */
function judgementsFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'judgements' in raw) return raw;
  const row = raw as Row;
  const judgements = groupsInRows(row).map((group) => ({
    group,
    material: row[`material_${group}`],
    reason: row[`reason_${group}`],
  }));
  return { ...row, judgements };
}

/** `judgements.0.reason` → `reason_1`. */
export function fieldOfJudgement(name: string, row: Row): string {
  const [list, at, field] = name.split('.');
  const group = nth(groupsInRows(row), at);
  return list === 'judgements' && group !== undefined && field !== undefined ? `${field}_${group}` : name;
}

const yesNo = z.union(
  [z.boolean().transform((value) => (value ? ('yes' as const) : ('no' as const))), choice(['yes', 'no'])],
  'choose_one',
);

/** `group`: its position among the groups of the proposal, from 1. */
export const judgementInput = z.object({ group: id, material: yesNo, reason: hung(text(300)) });

export const judgeInput = z.preprocess(
  judgementsFromRows,
  z.object({
    proposal: id,
    judgements: z
      .array(z.object({ group: id, material: yesNo, reason: hung(text(300)) }))
      .min(1, 'required')
      .max(12),
    rowVersion: id,
  }),
);

export const confirmInput = z.object({ proposal: id, rowVersion: id });

const unmetInRows = (row: Row) => Object.keys(row).flatMap((name) => /^unmet_(\d{1,2})$/.exec(name)?.[1] ?? []);

/** A form's rows `unmet_1` … as `unmet`; one left blank is none. */
function unmetFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'unmet' in raw) return raw;
  const row = raw as Row;
  const unmet = unmetInRows(row).flatMap((no) =>
    blank(row[`unmet_${no}`]) ? [] : [{ no, reason: row[`unmet_${no}`] }],
  );
  return { ...row, unmet };
}

/** `unmet.0.reason` → `unmet_1`. */
export function fieldOfUnmet(name: string, row: Row): string {
  const [list, at] = name.split('.');
  const no = nth(
    unmetInRows(row).filter((one) => !blank(row[`unmet_${one}`])),
    at,
  );
  return list === 'unmet' && no !== undefined ? `unmet_${no}` : name;
}

export const unmetInput = z.object({ unmet: hung(text(200)) });

/** `marked`: the list of conditions the writer saw; left out where there was none. `follows`: those of it, by number. */
export const publishInput = z.preprocess(
  unmetFromRows,
  z.object({
    proposal: id,
    rowVersion: id,
    marked: version.default(0),
    follows: list(count(1, 99)).default([]),
    unmet: z.array(z.object({ no: count(1, 99), reason: hung(text(200)) })).max(99),
  }),
);
