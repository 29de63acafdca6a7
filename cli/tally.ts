import {
  type Ballot,
  ballotFaults,
  type Fault,
  POLICIES,
  type RollUnit,
  rollFaults,
  tally as tallyVotes,
} from '@/features/votes/rules';
import { parseArea } from '@/lib/quantity';
import { oneOf, options, Refused, readTable, verb } from './table';

const HELP = `tally --roll roll.csv --ballots ballots.csv --kind general|special
      [--non-response none|deemed_abstain|deemed_majority]

Counts an owners' vote by floor area and by heads (Civil Code art. 278).
  roll     unit,owner,area,status     area in m², at most two decimals; status delivered|sold_undelivered|unsold;
                                      the voter of every unit that is not delivered is @developer
  ballots  owner,choice,delivered     choice yes|no|abstain|invalid or empty (not returned); delivered yes|no
Prints JSON. Exit 0 counted, 1 refused (every offending line on stderr, nothing counted), 2 usage.`;

const FAULTS: Record<Fault['code'], string> = {
  unit_twice: 'this unit is already on the roll',
  bad_area: 'area is not a number of m² above 0 with at most two decimals',
  owner_missing: 'a delivered unit has no owner',
  not_on_roll: 'this owner is not on the roll',
  two_ballots: 'a second ballot of this owner',
};

const STATUSES = ['delivered', 'sold_undelivered', 'unsold'] as const;
const CHOICES = ['yes', 'no', 'abstain', 'invalid'] as const;

/** A table as typed rows: what can be read, and every line that cannot. */
type Reading<T> = { lines: number[]; rows: T[]; refused: { line: number; text: string }[] };

function readRoll(path: string): Reading<RollUnit> {
  const reading: Reading<RollUnit> = { lines: [], rows: [], refused: [] };
  for (const { line, cells } of readTable(path, ['unit', 'owner', 'area', 'status'])) {
    const status = STATUSES.find((word) => word === cells.status);
    if (!cells.unit) reading.refused.push({ line, text: 'unit is empty' });
    if (!status) reading.refused.push({ line, text: `status ${cells.status} is none of ${STATUSES.join(', ')}` });
    if (!cells.unit || !status) continue;
    reading.lines.push(line);
    reading.rows.push({ unit: cells.unit, owner: cells.owner, area: parseArea(cells.area) ?? 0, status });
  }
  return reading;
}

function readBallots(path: string): Reading<Ballot> {
  const reading: Reading<Ballot> = { lines: [], rows: [], refused: [] };
  for (const { line, cells } of readTable(path, ['owner', 'choice', 'delivered'])) {
    const choice = cells.choice === '' ? null : CHOICES.find((word) => word === cells.choice);
    const delivered = cells.delivered === 'yes' || cells.delivered === 'no';
    if (choice === undefined) reading.refused.push({ line, text: `choice ${cells.choice} is unknown` });
    if (!delivered) reading.refused.push({ line, text: `delivered ${cells.delivered} is neither yes nor no` });
    if (choice === undefined || !delivered) continue;
    reading.lines.push(line);
    reading.rows.push({ owner: cells.owner, choice, delivered: cells.delivered === 'yes' });
  }
  return reading;
}

function named<T>(path: string, reading: Reading<T>, faults: readonly Fault[], subject: (row: T) => string): string[] {
  const found = faults.flatMap(({ index, code }) => {
    const [line, row] = [reading.lines[index], reading.rows[index]];
    return line === undefined || row === undefined ? [] : [{ line, text: `${subject(row)}: ${FAULTS[code]}` }];
  });
  return [...reading.refused, ...found]
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => `${path} line ${line}: ${text}`);
}

function run(args: readonly string[]) {
  const given = options(args, ['roll', 'ballots', 'kind'], ['non-response']);
  const kind = oneOf('kind', given.kind, ['general', 'special']);
  const policy = oneOf('non-response', given['non-response'] ?? 'none', POLICIES);
  const roll = readRoll(given.roll);
  const ballots = readBallots(given.ballots);
  const wrong = [
    ...named(given.roll, roll, rollFaults(roll.rows), (row) => `unit ${row.unit}`),
    ...named(given.ballots, ballots, ballotFaults(roll.rows, ballots.rows), (row) => `owner ${row.owner}`),
  ];
  if (roll.rows.length + wrong.length === 0) wrong.push(`${given.roll}: no units`);
  if (wrong.length > 0) throw new Refused(wrong);
  return tallyVotes(roll.rows, ballots.rows, kind, policy);
}

/** `tongxin tally …`: prints the tally of an owners' vote as JSON; returns the exit code. */
export async function tally(args: string[]): Promise<number> {
  return verb(HELP, args, () => run(args));
}
