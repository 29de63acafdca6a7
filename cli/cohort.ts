import { type Community, type Counted, compareCohort, faultsOf } from '@/features/figures/rules/cohort';
import { parseCount } from '@/lib/quantity';
import { options, Refused, readTable, UsageError, verb } from './table';

const HELP = `cohort FILE

What changed in the communities a cohort was sent to, beside the others: resolution and satisfaction before and after, all callbacks
in one pot and as the mean of communities, and the difference of the differences. Percentage points, two decimals, half away from zero.
  FILE  CSV community,cohort,period,effective,resolved,satisfied,fairly_satisfied
        cohort yes|no; period before|after; one line for each community and period; satisfied counts 1, fairly satisfied 0.9.
A community without callbacks in a period has null there and is left out of the means ("leftOut" says how many were).
Exit 1: every line that cannot be counted is named on stderr.`;

const NUMBERS = ['effective', 'resolved', 'satisfied', 'fairly_satisfied'] as const;
const PERIODS = ['before', 'after'] as const;
type Period = (typeof PERIODS)[number];
type Known = { line: number; cohort: string } & Partial<Record<Period, Counted>>;

/** @throws Refused with everything that is wrong. */
function readCommunities(file: string): Community[] {
  const wrong: string[] = [];
  const known = new Map<string, Known>();
  for (const { line, cells } of readTable(file, ['community', 'cohort', 'period', ...NUMBERS])) {
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

export const cohort = (args: string[]): Promise<number> =>
  verb(HELP, args, () => {
    const file = args[0];
    if (!file || file.startsWith('--')) throw new UsageError('which file?');
    options(args.slice(1), [], []);
    return compareCohort(readCommunities(file));
  });
