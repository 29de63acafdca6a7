import { cut } from '../../text';
import type { Workbook } from './parts';
import type { Filling } from './shape';
import { attribute, escaped, withoutAttribute } from './xml';

const BOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TYPES = '[Content_Types].xml';
const CHAIN = 'xl/calcChain.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One more than any number these say. */
const next = (said: Iterable<string | undefined>): number =>
  Math.max(0, ...[...said].map((one) => Number(one ?? 0))) + 1;

/** A name no other sheet has. */
function freeName(taken: ReadonlySet<string>, wanted: string): string {
  const name = cut(wanted.replace(/[\\/?*[\]:]/g, ' '), 28);
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? name : `${name}${n}`;
    if (!taken.has(one.toLowerCase())) return one;
  }
}

const pageOf = (lines: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>${lines
    .map(
      (line, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(line)}</t></is></c></row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** Everything is computed anew when it is opened, and nothing says in which order it once was. */
function anew(book: string): string {
  const said = /<calcPr\b([^>]*?)\/>/.exec(book);
  if (said)
    return book.replace(
      said[0],
      () => `<calcPr${withoutAttribute(said[1] ?? '', 'fullCalcOnLoad')} fullCalcOnLoad="1"/>`,
    );
  const before = book.includes('</definedNames>') ? '</definedNames>' : '</sheets>';
  return book.replace(before, `${before}<calcPr fullCalcOnLoad="1"/>`);
}

/** A page at the end that says what was filled in, for what, and what was left to be written by hand. */
export function withNote(
  workbook: Workbook,
  changes: ReadonlyMap<string, string | null>,
  { name, lines }: Filling['note'],
): Map<string, string | null> {
  const now = (part: string) => changes.get(part) ?? workbook.text(part);
  const [book, relations, types] = [now(BOOK), now(RELATIONS), now(TYPES)];
  const sheets = [...book.matchAll(/<sheet\b([^>]*?)\/?>/g)].map(([, tag = '']) => tag);
  const called = freeName(new Set(sheets.map((tag) => (attribute(tag, 'name') ?? '').toLowerCase())), name);
  const no = next(workbook.names.map((one) => /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(one)?.[1]));
  const sheetId = next(sheets.map((tag) => attribute(tag, 'sheetId')));
  const id = `rId${next([...relations.matchAll(/\bId="rId(\d+)"/g)].map(([, one]) => one))}`;
  const path = `xl/worksheets/sheet${no}.xml`;
  const made = new Map(changes);
  made.set(path, pageOf(lines));
  made.set(
    BOOK,
    anew(
      book.replace(
        '</sheets>',
        () => `<sheet name="${escaped(called)}" sheetId="${sheetId}" r:id="${id}" xmlns:r="${OFFICE}"/></sheets>`,
      ),
    ),
  );
  made.set(
    RELATIONS,
    relations
      .replace(/<Relationship\b[^>]*calcChain\.xml[^>]*\/>/, '')
      .replace(
        '</Relationships>',
        `<Relationship Id="${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${no}.xml"/></Relationships>`,
      ),
  );
  made.set(
    TYPES,
    types
      .replace(/<Override\b[^>]*calcChain\.xml[^>]*\/>/, '')
      .replace(
        '</Types>',
        `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
  );
  if (workbook.has(CHAIN)) made.set(CHAIN, null);
  return made;
}
