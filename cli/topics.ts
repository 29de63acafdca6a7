import { corpusOf, nearest } from '@/features/likeness/rules/likeness';
import { groupsOf, MOST_GROUPED } from '@/features/topics/rules/groups';
import { type Reasons, reasonsOf, wordsOf } from '@/features/topics/rules/reasons';
import { shanghaiDate } from '@/lib/calendar';
import { parseCount } from '@/lib/quantity';
import { MOST_ROWS } from '@/lib/sheet/limits';
import { readMoment } from '@/lib/sheet/moment';
import { Lines, options, Refused, readTable, UsageError, verb } from './table';

const COLUMNS = `  FILE  CSV id,time,text: a line for each complaint; a time may be left out
Exit 1: every line that cannot be read is named on stderr.`;

const TOPICS = `topics FILE

Which complaints are one matter: groups of two and more, largest first, each with what its texts share and why it is listed.
At most ${MOST_GROUPED} texts.
${COLUMNS}`;

const SIMILAR = `similar FILE --of ID [--most 10]
similar FILE --all [--most 10]

The texts nearest to one, nearest first, each with how alike it is from 0 to 1; or of every text the nearest, one line of JSON each.
${COLUMNS}`;

/** An order's text is shorter by far. */
const LONGEST = 10_000;

interface Told {
  id: string;
  at: Date | null;
  text: string;
}

/** @throws Refused with every line that is no complaint. */
function readTexts(file: string, most: number): Told[] {
  const rows = readTable(file, ['id', 'time', 'text']);
  if (rows.length > most) throw new Refused([`${file} has ${rows.length} lines: at most ${most}`]);
  const wrong: string[] = [];
  const first = new Map<string, number>();
  const told = rows.map(({ line, cells: { id, time, text } }) => {
    const at = readMoment({ text: time, kind: 'text' });
    const faults = [
      id === '' && 'id is empty',
      first.has(id) && `id ${id} is on line ${first.get(id)} too`,
      time !== '' && at === null && `time is no moment: ${time.slice(0, 40)}`,
      text === '' && 'text is empty',
      text.length > LONGEST && `text has more than ${LONGEST} characters`,
    ].filter((fault) => fault !== false);
    wrong.push(...faults.map((fault) => `${file} line ${line}: ${fault}`));
    if (!first.has(id)) first.set(id, line);
    return { id, at, text };
  });
  if (wrong.length > 0) throw new Refused(wrong);
  return told;
}

function fileOf(args: readonly string[]): string {
  const file = args[0];
  if (!file || file.startsWith('--')) throw new UsageError('which file?');
  return file;
}

function whyOf({ size, recent, latest }: Reasons, words: readonly string[]): string {
  const when = latest ? `, ${recent} of them in the last 30 days, the latest on ${shanghaiDate(latest)}` : '';
  return `${size} complaints${when}${words.length > 0 ? `; they share ${words.join(', ')}` : ''}`;
}

function listed(args: readonly string[]) {
  const file = fileOf(args);
  options(args.slice(1), [], []);
  const told = readTexts(file, MOST_GROUPED);
  const corpus = corpusOf(told.map(({ text }) => text));
  // The last complaint is what "recent" is counted from: the same file always says the same.
  const last = told.reduce((latest, { at }) => (at && at > latest ? at : latest), new Date(0));
  return groupsOf(corpus)
    .filter((group) => group.length > 1)
    .map((group) => {
      const words = wordsOf(corpus, group);
      const of = group.map((one) => ({ at: told[one]?.at ?? null, building: null, entrance: null, answered: null }));
      const reasons = reasonsOf(of, last);
      return { ids: group.map((one) => told[one]?.id), words, size: group.length, why: whyOf(reasons, words), reasons };
    })
    .sort((a, b) => b.size - a.size || (b.reasons.latest?.getTime() ?? 0) - (a.reasons.latest?.getTime() ?? 0))
    .map(({ reasons: _, ...topic }) => topic);
}

function near(args: readonly string[]) {
  const file = fileOf(args);
  const all = args.includes('--all');
  const { of, most: asked = '10' } = options(
    args.slice(1).filter((arg) => arg !== '--all'),
    [],
    ['of', 'most'],
  );
  const most = parseCount(asked);
  if (most === null || most < 1) throw new UsageError('--most takes a number from 1');
  if (all === (of !== undefined)) throw new UsageError('either --of ID or --all');
  const told = readTexts(file, MOST_ROWS);
  const at = told.findIndex(({ id }) => id === of);
  if (!all && at < 0) throw new Refused([`${file} has no id ${of}`]);
  const corpus = corpusOf(told.map(({ text }) => text));
  const nearTo = (text: number) =>
    nearest(corpus, text, most).map(({ text: other, score }) => ({ id: told[other]?.id ?? '', score }));
  if (!all) return nearTo(at);
  return new Lines(told.map(({ id }, text) => ({ id, near: nearTo(text).map((one) => one.id) })));
}

export const topics = (args: string[]): Promise<number> => verb(TOPICS, args, () => listed(args));
export const similar = (args: string[]): Promise<number> => verb(SIMILAR, args, () => near(args));
