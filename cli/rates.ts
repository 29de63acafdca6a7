import { RESOLUTIONS, SCOPES } from '@/db/words/evaluations';
import {
  type Callback,
  countCallbacks,
  PROFILES,
  type ProfileName,
  rates as threeRates,
} from '@/features/figures/rules';
import { oneOf, options, Refused, readTable, verb } from './table';

const HELP = `rates --callbacks callbacks.csv [--profile ${Object.keys(PROFILES).join('|')}]

Response, resolution and satisfaction rates and their composite, assessed (after exclusion) and full.
  callbacks  case,scope,effective,contacted,resolved,satisfied
             scope three_rates|response_only|excluded; effective, contacted yes|no; resolved yes|no|partial;
             satisfied 满意|基本满意|不满意 or empty. resolved may be empty where it is not asked (response_only, or
             not effective)
Prints JSON. Exit 0 computed, 1 refused (every offending line on stderr, nothing computed), 2 usage.`;

const SATISFIED = new Map([
  ['满意', 'satisfied'],
  ['基本满意', 'fairly_satisfied'],
  ['不满意', 'dissatisfied'],
] as const);
const isSatisfied = (text: string): text is '满意' | '基本满意' | '不满意' => SATISFIED.has(text as '满意');

const COLUMNS = ['case', 'scope', 'effective', 'contacted', 'resolved', 'satisfied'] as const;

/** One row as a callback, or everything that is wrong with it. */
function readCallback(cells: Record<(typeof COLUMNS)[number], string>): Callback | string[] {
  const wrong: string[] = [];
  const yes = (column: 'effective' | 'contacted') => {
    if (cells[column] !== 'yes' && cells[column] !== 'no')
      wrong.push(`${column} ${cells[column]} is neither yes nor no`);
    return cells[column] === 'yes';
  };
  const scope = SCOPES.find((word) => word === cells.scope);
  const resolved = RESOLUTIONS.find((word) => word === cells.resolved) ?? null;
  const satisfied = isSatisfied(cells.satisfied) ? (SATISFIED.get(cells.satisfied) ?? null) : null;
  const [effective, contacted] = [yes('effective'), yes('contacted')];
  if (!cells.case) wrong.push('case is empty');
  if (!scope) wrong.push(`scope ${cells.scope} is none of ${SCOPES.join(', ')}`);
  const asked = effective && scope !== 'response_only';
  if (!resolved && (cells.resolved !== '' || asked))
    wrong.push(`resolved ${cells.resolved} is none of yes, no, partial`);
  if (!satisfied && cells.satisfied !== '') wrong.push(`satisfied ${cells.satisfied} is unknown`);
  return wrong.length > 0 || !scope ? wrong : { scope, effective, contacted, resolved, satisfied };
}

function run(args: readonly string[]) {
  const given = options(args, ['callbacks'], ['profile']);
  const name = oneOf('profile', given.profile ?? 'beijing_district_2025', Object.keys(PROFILES) as ProfileName[]);
  const callbacks: Callback[] = [];
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of readTable(given.callbacks, COLUMNS)) {
    const read = readCallback(cells);
    const faults = Array.isArray(read) ? read : seen.has(cells.case) ? [`case ${cells.case} is there twice`] : [];
    seen.add(cells.case);
    wrong.push(...faults.map((text) => `${given.callbacks} line ${line}: ${text}`));
    if (!Array.isArray(read)) callbacks.push(read);
  }
  if (wrong.length > 0) throw new Refused(wrong);
  return {
    assessed: threeRates(countCallbacks(callbacks, 'assessed'), PROFILES[name]),
    full: threeRates(countCallbacks(callbacks, 'full'), PROFILES[name]),
  };
}

/** `tongxin rates …`: prints both views of the three rates as JSON; returns the exit code. */
export async function rates(args: string[]): Promise<number> {
  return verb(HELP, args, () => run(args));
}
