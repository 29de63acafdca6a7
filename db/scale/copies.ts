import { columnOf, NULL, plainName, type Reference, type Sheet } from './template';
import type { Copy, Span, Town } from './town';

type Change = (value: string, copy: Copy, row: string[]) => string;

/** What the ground of the template spans, for turning households and doors round in a town. */
export interface Ground {
  spans: Record<string, Span>;
  /** Where a row of the template's own stands among them, by table and number. */
  own: Record<string, ReadonlyMap<number, number>>;
  /** People of the template by what they are. */
  residents: readonly number[];
  captains: readonly number[];
}

const size = ({ first, last }: Span) => last - first + 1;

/** A row of the ground, turned as far round as its households are. */
function turned(table: string, id: number, copy: Copy, { spans }: Ground): number {
  const span = spans[table];
  const households = spans.household;
  if (!span || !households) throw new Error(`no ground called ${table}`);
  const turn = Math.floor((copy.turn * size(span)) / size(households));
  return span.first + ((id - span.first + turn) % size(span)) + (copy.ground[table] ?? 0);
}

/** The one who does in this town what somebody does in the template. */
function somebody(id: number, copy: Copy, ground: Ground): number {
  const { town } = copy;
  const among = (table: string) => size(ground.spans[table] ?? { first: 0, last: 0 });
  if (ground.residents.includes(id)) return town.residents + ((id * 97 + copy.turn) % among('household'));
  if (ground.captains.includes(id)) return town.captains + ((id + Math.floor(copy.turn / 90)) % among('building'));
  const found = town.staff.get(id);
  if (found === undefined) throw new Error(`nobody is ${id} in ${town.slug}`);
  return found;
}

/** The row of a town's own that stands where this one does among the template's. */
function counterpart(table: string, id: number, { town }: Copy, { own }: Ground): number {
  const there = town.own[table] ?? [];
  const at = own[table]?.get(id);
  const found = at === undefined ? undefined : there[at % there.length];
  if (found === undefined) throw new Error(`${table} ${id} has no counterpart in ${town.slug}`);
  return found;
}

/** The tables of what a picture or a letter calls otherwise. */
const tableOf: Record<string, string> = {
  place: 'works_place',
  opposition: 'notice_opposition',
  case: 'cases',
  gate: 'legal_gate',
  consent: 'outside_consent',
  help: 'help_call',
};
const calledBy = (word = '') => tableOf[word] ?? word;

const hex = (n: number) => n.toString(16).padStart(8, '0');
const numbersIn = (list: string, by: number) => list.replace(/\d+/g, (id) => String(Number(id) + by));

/** What changes in each row of a sheet from copy to copy, by column. */
function changesOf(sheet: Sheet, referenceOf: Reference, ground: Ground): [number, Change][] {
  const table = plainName(sheet.table);
  const changes: [number, Change][] = [];
  for (const [at, name] of sheet.table.columns.entries()) {
    const change = ((): Change | undefined => {
      if (name === 'community_id') return (_, { town }) => String(town.id);
      if (name === 'no') return (value, { numbers }) => String(Number(value) + (numbers[table] ?? 0));
      if (name === 'submission') return (value, { at: n }) => hex(n) + value.slice(8);
      if (name === 'external_no') return (value, { at: n }) => `${value}-${n}`;
      if (table === 'letter' && name === 'about_no') {
        const about = columnOf(sheet.table, 'about_kind');
        return (value, { numbers }, row) => String(Number(value) + (numbers[calledBy(row[about])] ?? 0));
      }
      if (name === 'objection_ids') return (value, { shift }) => numbersIn(value, shift.objection ?? 0);
      if (table === 'picture' && name === 'subject_id') {
        const subject = columnOf(sheet.table, 'subject');
        return (value, { shift }, row) => String(Number(value) + (shift[calledBy(row[subject])] ?? 0));
      }
      const of = referenceOf(table, name);
      if (!of) return undefined;
      if (of === 'person') return (value, copy) => String(somebody(Number(value), copy, ground));
      if (ground.spans[of]) return (value, copy) => String(turned(of, Number(value), copy, ground));
      if (ground.own[of]) return (value, copy) => String(counterpart(of, Number(value), copy, ground));
      return (value, { shift }) => {
        const by = shift[of];
        if (by === undefined) throw new Error(`${table}.${name}: nothing is known of ${of}`);
        return String(Number(value) + by);
      };
    })();
    if (change) changes.push([at, change]);
  }
  return changes;
}

/** The lines of every copy of a sheet, for COPY. */
export function* linesOf(
  sheet: Sheet,
  copies: readonly Copy[],
  referenceOf: Reference,
  ground: Ground,
): Generator<string> {
  const changes = changesOf(sheet, referenceOf, ground);
  for (const copy of copies) {
    for (const row of sheet.rows) {
      const fields = row.slice();
      for (const [at, change] of changes) {
        const value = fields[at] ?? NULL;
        if (value !== NULL) fields[at] = change(value, copy, row);
      }
      yield fields.join('\t');
    }
  }
}

/** The ground of the template once more, for a new town. */
export function* groundLines(sheet: Sheet, towns: readonly Town[], referenceOf: Reference): Generator<string> {
  const table = plainName(sheet.table);
  const moved = sheet.table.columns.flatMap((name, at): [number, string][] => {
    const of = referenceOf(table, name);
    return of && of !== 'person' ? [[at, of]] : [];
  });
  const community = columnOf(sheet.table, 'community_id');
  for (const town of towns) {
    for (const row of sheet.rows) {
      const fields = row.slice();
      fields[community] = String(town.id);
      for (const [at, of] of moved)
        if (fields[at] !== NULL) fields[at] = String(Number(fields[at]) + (town.ground[of] ?? 0));
      yield fields.join('\t');
    }
  }
}
