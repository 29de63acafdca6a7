import { messages } from '@/features/cohorts/messages';
import { readComparison } from '@/features/cohorts/rules/reading';
import { COUNTED_COLUMNS, type Community, type Counted, faultsOf } from '@/features/figures/rules/cohort';
import { parseCount } from '@/lib/quantity';
import { options, Refused, readTable, UsageError, verb } from './table';

const HELP = `cohort FILE

What changed in the communities a cohort was sent to, beside the others: resolution and satisfaction before and after, all callbacks
in one pot and as the mean of communities, and the difference of the differences. Percentage points, two decimals, half away from zero.
  FILE  CSV ${COUNTED_COLUMNS.join(',')}, such as the page of a cohort gives away
        cohort yes|no; period before|after; one line for each community and period; satisfied counts 1, fairly satisfied 0.9.
A community without callbacks in a period has null there and is left out of the means ("leftOut" says how many were). "pooled" are
all callbacks of a period; "steady", which stands by itself, are those of the communities that have some in both, and "says" rests on them.
What fell stands first ("worse"); a rate of fewer than 30 callbacks is there again with its Wilson interval of 95 % ("few"), whose
bounds are rounded outwards; "says" is what the difference of the differences can tell and what it cannot.
Exit 1: every line that cannot be counted is named on stderr.`;

const NUMBERS = ['effective', 'resolved', 'satisfied', 'fairly_satisfied'] as const;
const PERIODS = ['before', 'after'] as const;
type Period = (typeof PERIODS)[number];
type Known = { line: number; cohort: string } & Partial<Record<Period, Counted>>;

/** @throws Refused with everything that is wrong. */
function readCommunities(file: string): Community[] {
  const wrong: string[] = [];
  const known = new Map<string, Known>();
  for (const { line, cells } of readTable(file, COUNTED_COLUMNS)) {
    const say = (what: string) => wrong.push(`${file} line ${line}: ${what}`);
    const period = PERIODS.find((one) => one === cells.period);
    const [effective, resolved, satisfied, fairlySatisfied] = NUMBERS.map((name) => {
      const count = parseCount(cells[name]);
      if (count === null) say(`${name} is no whole number: ${cells[name].slice(0, 40)}`);
      return count ?? 0;
    }) as [number, number, number, number];
    const counted = { effective, resolved, satisfied, fairlySatisfied };
    if (cells.community === '') say('community is empty');
    if (cells.cohort !== 'yes' && cells.cohort !== 'no') say('cohort is yes or no');
    if (!period) say('period is before or after');
    for (const fault of faultsOf(counted)) say(`${fault} is more than effective`);
    const before = known.get(cells.community) ?? { line, cohort: cells.cohort };
    if (before.cohort !== cells.cohort) say(`${cells.community} has another cohort on line ${before.line}`);
    if (period && before[period]) say(`${cells.community} is there twice for ${period}`);
    known.set(cells.community, { ...before, ...(period && { [period]: counted }) });
  }
  const communities = [...known].flatMap(([community, { line, cohort, before, after }]): Community[] => {
    if (before && after) return [{ community, cohort: cohort === 'yes', before, after }];
    wrong.push(`${file} line ${line}: ${community} has no line for ${before ? 'after' : 'before'}`);
    return [];
  });
  if (wrong.length > 0) throw new Refused(wrong);
  return communities;
}

/** Other programs rely on two ways of counting, and on no third. */
const inTwoWays = <T extends { steady: unknown }>(rates: Record<string, T>) =>
  Object.fromEntries(Object.entries(rates).map(([name, { steady: _, ...ways }]) => [name, ways]));

/** What the sentence rests on, beside them. */
const steadyOf = <T>(rates: Record<string, { steady: T }>) =>
  Object.fromEntries(Object.entries(rates).map(([name, { steady }]) => [name, steady]));

export const cohort = (args: string[]): Promise<number> =>
  verb(HELP, args, () => {
    const file = args[0];
    if (!file || file.startsWith('--')) throw new UsageError('which file?');
    options(args.slice(1), [], []);
    const { compared, worse, few, verdicts } = readComparison(readCommunities(file));
    const says = Object.fromEntries((['zh', 'en'] as const).map((locale) => [locale, messages[locale].says(verdicts)]));
    const { communities, cohort, others, differenceOfDifferences } = compared;
    const sides = { cohort: inTwoWays(cohort), others: inTwoWays(others) };
    const steady = {
      cohort: steadyOf(cohort),
      others: steadyOf(others),
      differenceOfDifferences: steadyOf(differenceOfDifferences),
    };
    return {
      worse,
      communities,
      ...sides,
      differenceOfDifferences: inTwoWays(differenceOfDifferences),
      steady,
      few,
      says,
    };
  });
