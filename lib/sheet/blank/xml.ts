import { BlankError } from './shape';

/** A workbook's XML is read as far as it has to be changed; all else in it stays as it stands. */

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const unescaped = (text: string): string =>
  text.replace(/&(?:(lt|gt|amp|quot|apos)|#(x?)([\da-f]{1,6}));/gi, (whole, name, hex, code) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const point = Number(hex ? `0x${code}` : code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** Without what XML cannot hold. */
export const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[<>&"]/g, (one) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[one] ?? one);

/** An attribute as it stands in a tag; undefined where it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

export const withoutAttribute = (tag: string, name: string): string =>
  tag.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');

/** A column as a spreadsheet calls it, from 0: `A`, `AB`. */
export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

export const columnOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export interface XmlCell {
  column: number;
  /** Its style; undefined: none of its own. */
  style: string | undefined;
  /** As it stands, without `r`. */
  tag: string;
  inside: string;
}

export interface XmlRow {
  row: number;
  /** Without `r` and `spans`. */
  tag: string;
  cells: XmlCell[];
}

export interface SheetXml {
  before: string;
  rows: XmlRow[];
  after: string;
}

function cellsOf(inside: string): XmlCell[] {
  let column = -1;
  return [...inside.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, tag = '', content = '']) => {
    const said = /^([A-Z]{1,3})\d+$/.exec(attribute(tag, 'r') ?? '')?.[1];
    column = said ? columnOf(said) : column + 1;
    return { column, style: attribute(tag, 's'), tag: withoutAttribute(tag, 'r'), inside: content };
  });
}

/** The rows of a worksheet. Refuses what no spreadsheet writes, so that nothing is read otherwise than it is shown. */
export function sheetXml(text: string): SheetXml {
  if (/<!(?!--)|<!\[CDATA\[/.test(text) || /<\w+:(?:worksheet|sheetData)\b/.test(text)) throw new BlankError('unusual');
  const plain = text.replace(/<!--[\s\S]*?-->/g, '');
  const empty = /<sheetData\s*\/>/.exec(plain);
  const from = empty?.index ?? plain.indexOf('<sheetData>');
  const end = empty ? from + empty[0].length : plain.indexOf('</sheetData>');
  if (from < 0 || end < 0) throw new BlankError('unusual');
  const body = empty ? '' : plain.slice(from + '<sheetData>'.length, end);
  let row = 0;
  const rows = [...body.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, tag = '', inside = '']) => {
    const said = Number(attribute(tag, 'r') ?? row + 1);
    if (!Number.isInteger(said) || said <= row) throw new BlankError('unusual');
    row = said;
    return { row, tag: withoutAttribute(withoutAttribute(tag, 'r'), 'spans'), cells: cellsOf(inside) };
  });
  return { before: plain.slice(0, from), rows, after: plain.slice(empty ? end : end + '</sheetData>'.length) };
}

const cell = ({ column, tag, inside }: XmlCell, row: number): string =>
  `<c r="${letters(column)}${row}"${tag}${inside === '' ? '/>' : `>${inside}</c>`}`;

export const rowsXml = (rows: readonly XmlRow[]): string =>
  `<sheetData>${rows
    .map(({ row, tag, cells }) => `<row r="${row}"${tag}>${cells.map((one) => cell(one, row)).join('')}</row>`)
    .join('')}</sheetData>`;
