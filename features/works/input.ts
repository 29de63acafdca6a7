import { z } from 'zod';
import { spokenProof } from '@/features/opinions/input';
import { hung } from '@/lib/hung';
import {
  choice,
  count,
  day,
  id,
  line,
  list,
  nth,
  optionalLine,
  optionalText,
  orNothing,
  text,
  yuan,
} from '@/lib/input';
import { inBrief, type Shown, shownInput } from '@/lib/shown';
import type { MilestoneFact, SiteFact } from './facts';
import { MOST_PLACES } from './rules/places';

export const startInput = z.object({
  proposal: id,
  contractor: line(80),
  /** Yuan. */
  budget: yuan,
  budgetReason: hung(optionalText(300)),
  permits: hung(text(400)),
});

/** `works` is its number in the community, `milestone` its position, here and below. */
export const planInput = z
  .object({
    works: id,
    name: hung(line(60)),
    plannedOn: day,
    unit: hung(optionalLine(20)),
    target: orNothing(count()),
    /** `yes`: it counts places on the site plan. */
    places: orNothing(choice(['yes', 'no'])),
  })
  .refine(({ places, target }) => places !== 'yes' || (target !== undefined && target > 0 && target <= MOST_PLACES), {
    path: ['target'],
    message: 'required',
  });

export const reportInput = z.object({
  works: id,
  milestone: id,
  actualOn: day,
  actual: orNothing(count()),
  note: hung(optionalText(300)),
});

export const checkInput = z.object({ works: id, milestone: id, shown: shownInput });

export const returnInput = z.object({ works: id, milestone: id, reason: hung(text(300)), shown: shownInput });

/** `group`: its position among the groups of the proposal. */
export const delegateInput = z.object({ works: id, group: id, household: id });

const outcome = {
  outcome: choice(['accepted', 'refused']),
  note: optionalText(600),
  repairOn: orNothing(day),
};

export const commitmentInput = z.object({ works: id, commitment: id, ...outcome, shown: shownInput });

export const mendInput = z.object({ works: id, commitment: id, note: hung(text(300)) });

type Row = Record<string, unknown>;

const promisesInRows = (row: Row) => Object.keys(row).flatMap((name) => /^note_(\d{1,9})$/.exec(name)?.[1] ?? []);

/** A form's rows `outcome_7`, `note_7`, `repairOn_7` … as `promises`, by their ids. */
function promisesFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'promises' in raw) return raw;
  const row = raw as Row;
  const promises = promisesInRows(row).map((commitment) => ({
    commitment,
    outcome: row[`outcome_${commitment}`],
    note: row[`note_${commitment}`],
    repairOn: row[`repairOn_${commitment}`],
  }));
  return { ...row, promises };
}

/** `promises.0.repairOn` → `repairOn_7`. */
export function fieldOfPromise(name: string, row: Row): string {
  const [of, at, field] = name.split('.');
  const commitment = nth(promisesInRows(row), at);
  return of === 'promises' && commitment !== undefined && field !== undefined ? `${field}_${commitment}` : name;
}

/** What was not looked at has no outcome. */
const seenSoFar = { ...outcome, outcome: orNothing(outcome.outcome) };

export const promiseInput = z.object({ commitment: id, ...seenSoFar });

/** The promises of a group and the whole at once. */
export const acceptanceInput = z.preprocess(
  promisesFromRows,
  z.object({ works: id, ...seenSoFar, promises: z.array(promiseInput).max(200).default([]), shown: shownInput }),
);

/** Written down at the delegate's door; `kept`: promises they saw kept, by id. `witness`: a person's id; or anybody, by `witnessName`. */
export const recordAcceptanceInput = z.object({
  works: id,
  household: id,
  ...outcome,
  shown: shownInput,
  kept: list(id).default([]),
  ...spokenProof,
});

export const completeInput = z.object({ works: id });

export const resumeInput = z.object({ proposal: id });

export const breakInput = z.object({ works: id, reason: hung(text(600)) });

/** What is shown of a report to whoever says that it is so. */
export const reportShown = ({
  actualOn,
  actual,
  note,
}: Pick<MilestoneFact, 'actualOn' | 'actual' | 'note'>): Shown => ({
  actualOn,
  actual: actual === null ? null : String(actual),
  note,
});

/** A promise, as its delegate reads it. */
export const promiseShown = ({ text: said }: { text: string }): Shown => ({ text: said });

type Promised = Pick<SiteFact['commitments'][number], 'id' | 'group' | 'text' | 'outcome' | 'repairOn'>;

/** What was promised to a group, and what was seen of it, as whoever accepts for that group reads it. */
export const acceptanceShown = (commitments: readonly Promised[], group: number | null): Shown =>
  Object.fromEntries(
    commitments
      .filter((one) => one.group === null || one.group === group)
      .map((one) => [`promise_${one.id}`, [one.outcome ?? '-', one.repairOn ?? '-', inBrief(one.text)].join(' ')]),
  );
