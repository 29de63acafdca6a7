import { archiveWith } from '../archive';
import { areasMoved, coveredIn, dimension, formulaMoved, type More, mergesAgain, rowMoved } from './moved';
import { withNote } from './note';
import { openWorkbook } from './parts';
import { BlankError, type BlankLayout, type Filled, type Filling } from './shape';
import { type Styles, stylesOf } from './styles';
import { attribute, escaped, rowsXml, sheetXml, unescaped, withoutAttribute, type XmlCell, type XmlRow } from './xml';

const STYLES = 'xl/styles.xml';
const DAY_MS = 86_400_000;
/** Where a spreadsheet's days begin: the 30th of December 1899. */
const DAYS_BEFORE_1970 = 25_569;

const styled = (style: string | undefined): string => (style === undefined ? '' : ` s="${style}"`);

/** A value in a cell's own form: text as text, whatever it looks like; a day as the form shows days. */
function cellOf(column: number, value: Filled, style: string | undefined, styles: Styles): XmlCell {
  if (value === null || value === '') return { column, style, tag: styled(styles.pale(style)), inside: '' };
  if (typeof value === 'number') return { column, style, tag: styled(style), inside: `<v>${value}</v>` };
  if (typeof value === 'object' && styles.isDay(style))
    return { column, style, tag: styled(style), inside: `<v>${Date.parse(value.day) / DAY_MS + DAYS_BEFORE_1970}</v>` };
  const text = typeof value === 'object' ? value.day : value;
  const inside = `<is><t xml:space="preserve">${escaped(text)}</t></is>`;
  return { column, style, tag: `${styled(style)} t="inlineStr"`, inside };
}

const isComputed = ({ inside }: XmlCell): boolean => /<f\b/.test(inside);

/** A formula without the answer it had: whoever opens the sheet computes it. */
const uncomputed = (cell: XmlCell): XmlCell =>
  isComputed(cell)
    ? { ...cell, tag: withoutAttribute(cell.tag, 't'), inside: cell.inside.replace(/<v>[\s\S]*?<\/v>|<v\/>/g, '') }
    : cell;

/** What goes down or grows, in which sheet. */
interface Going {
  sheet: string;
  more: More;
}

interface Room {
  layout: BlankLayout;
  filling: Filling;
  styles: Styles;
  merges: readonly string[];
}

/** The rows that are filled in: those there are, and as many like the first as there are more. */
function filledRows(old: readonly XmlRow[], { layout, filling, styles, merges }: Room): XmlRow[] {
  const byRow = new Map(old.map((row) => [row.row, row]));
  const first = byRow.get(layout.first) ?? { row: layout.first, tag: '', cells: [] };
  const values = new Map(filling.columns.map((column) => [column.at, column.values]));
  const asked = layout.columns.map(({ at }) => at);
  const covered = coveredIn(merges, layout.first);
  return Array.from({ length: filling.rows }, (_, n) => {
    const row = layout.first + n;
    const there = row <= layout.last ? byRow.get(row) : undefined;
    const like = there ?? first;
    const own = new Map(like.cells.map((cell) => [cell.column, cell]));
    const columns = [...new Set([...own.keys(), ...asked])].sort((a, b) => a - b);
    const cells = columns.map((column): XmlCell => {
      const cell = own.get(column);
      const style = cell?.style ?? first.cells.find((one) => one.column === column)?.style;
      const said = values.get(column);
      if (said) return cellOf(column, said[n] ?? null, style, styles);
      if (there && cell && isComputed(cell)) return uncomputed(cell);
      const nobodys = asked.includes(column) && !covered.has(column);
      return nobodys ? cellOf(column, null, style, styles) : { column, style, tag: styled(style), inside: '' };
    });
    return { row, tag: like.tag, cells };
  });
}

/** A formula of this sheet. */
const formulaIn = (formula: string, { sheet, more }: Going): string =>
  escaped(formulaMoved(unescaped(formula), sheet, { inIt: true, more }));

const cellMoved = (cell: XmlCell, going: Going): XmlCell => ({
  ...cell,
  inside: cell.inside.replace(
    /(<f\b[^>]*>)([^<]*)(<\/f>)/g,
    (_, open, formula, close) => `${open}${formulaIn(formula, going)}${close}`,
  ),
});

/** What stands around the rows: areas, breaks between pages, how far the sheet reaches. */
function aroundMoved(text: string, going: Going): string {
  const { more } = going;
  return text
    .replace(
      /(\s(?:sqref|ref)\s*=\s*")([^"]*)(")/g,
      (_, open, areas, close) => `${open}${areasMoved(areas, more)}${close}`,
    )
    .replace(
      /(<formula\d?>)([^<]*)(<\/formula\d?>)/g,
      (_, open, formula, close) => `${open}${formulaIn(formula, going)}${close}`,
    )
    .replace(/<rowBreaks\b[\s\S]*?<\/rowBreaks>/, (breaks) =>
      breaks.replace(
        /(<brk\b[^>]*?\sid\s*=\s*")(\d+)(")/g,
        (_, open, id, close) => `${open}${rowMoved(Number(id), more)}${close}`,
      ),
    );
}

/** The names of the workbook that speak of this sheet: what is printed, what is repeated on each page. */
const namesMoved = (text: string, { sheet, more }: Going): string =>
  text.replace(
    /(<definedName\b[^>]*>)([^<]*)(<\/definedName>)/g,
    (_, open, formula, close) =>
      `${open}${escaped(formulaMoved(unescaped(formula), sheet, { inIt: false, more }))}${close}`,
  );

const mergesOf = (after: string): string[] =>
  [...after.matchAll(/<mergeCell\b([^>]*?)\/?>/g)].map(([, tag = '']) => attribute(tag, 'ref') ?? '');

function withMerges(after: string, more: readonly string[]): string {
  if (more.length === 0) return after;
  const count = mergesOf(after).length + more.length;
  return after
    .replace(/<mergeCells\b[^>]*>/, `<mergeCells count="${count}">`)
    .replace('</mergeCells>', `${more.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`);
}

/** Fills in a blank sheet as `readBlank` read it. Throws BlankError where there is no more room than it has. */
export function fillBlank(bytes: Buffer, layout: BlankLayout, filling: Filling): Buffer {
  const workbook = openWorkbook(bytes);
  const { path, name } = workbook.sheet;
  const xml = sheetXml(workbook.text(path));
  const styles = stylesOf(workbook.has(STYLES) ? workbook.text(STYLES) : '');
  const more = { after: layout.last, rows: Math.max(0, filling.rows - (layout.last - layout.first + 1)) };
  if (more.rows > 0 && !layout.grows) throw new BlankError('no_more_room');
  const going = { sheet: name, more };
  const merges = mergesOf(xml.after);
  const filled = filledRows(xml.rows, { layout, filling, styles, merges });
  const ends = layout.first + filling.rows - 1;
  const around = (row: XmlRow): XmlRow => ({
    row: rowMoved(row.row, more),
    tag: row.tag,
    cells: row.cells.map((cell) => uncomputed(cellMoved(cell, going))),
  });
  const rows = [
    ...xml.rows.filter(({ row }) => row < layout.first).map(around),
    ...filled,
    ...xml.rows.filter(({ row }) => row >= layout.first && (row > layout.last || row > ends)).map(around),
  ];
  const added = Array.from({ length: more.rows }, (_, n) => layout.last + 1 + n);
  const before = aroundMoved(xml.before, going).replace(/(<dimension\b[^>]*?ref=")[^"]*"/, `$1${dimension(rows)}"`);
  const after = withMerges(aroundMoved(xml.after, going), mergesAgain(merges, layout.first, added));
  const changes = new Map<string, string | null>([[path, before + rowsXml(rows) + after]]);
  if (workbook.has(STYLES)) changes.set(STYLES, styles.xml());
  changes.set('xl/workbook.xml', namesMoved(workbook.text('xl/workbook.xml'), going));
  return archiveWith(bytes, withNote(workbook, changes, filling.note));
}
