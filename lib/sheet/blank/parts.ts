import { directoryOf, type Part, textOf } from '../archive';
import { inflatedSize } from '../xlsx';
import { BlankError, MOST_UNPACKED } from './shape';
import { attribute, unescaped } from './xml';

/** Programs, and what asks another file or another machine when it is opened. */
const ACTIVE =
  /(^|\/)(vbaProject|vbaData|externalLinks|connections|queryTables|activeX|embeddings|ctrlProps|customUI|webextensions|model)(\/|\.|Signature|$)|macrosheets|dialogsheets/i;

/** What only counts, compares and cuts text; everything else a sheet might do on opening is not asked of anybody here. */
const PLAIN = new Set(
  `SUM SUMIF SUMIFS SUMPRODUCT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGE AVERAGEIF AVERAGEIFS MAX MIN ROUND ROUNDUP ROUNDDOWN INT MOD ABS SUBTOTAL
  IF IFS IFERROR IFNA AND OR NOT TRUE FALSE ROW ROWS COLUMN COLUMNS TODAY NOW YEAR MONTH DAY DATE DATEDIF WEEKDAY TEXT VALUE LEN LENB LEFT RIGHT MID FIND SEARCH
  SUBSTITUTE REPLACE TRIM CONCATENATE CONCAT TEXTJOIN EXACT ISBLANK ISNUMBER ISTEXT ISERROR VLOOKUP HLOOKUP LOOKUP XLOOKUP INDEX MATCH OFFSET INDIRECT CHOOSE
  LARGE SMALL RANK PHONETIC N T EDATE EOMONTH DATEVALUE DAYS NETWORKDAYS WORKDAY HOUR MINUTE TIME REPT UPPER LOWER PROPER CHAR CODE CLEAN FIXED
  POWER SQRT CEILING FLOOR TRUNC MEDIAN NA ISNA ISERR AGGREGATE`
    .trim()
    .split(/\s+/),
);

const FORMULAS = /<(?:\w+:)?(?:f|formula\d?|definedName|calculatedColumnFormula|totalsRowFormula)\b[^>]*>([^<]*)</g;

function isPlain(formula: string): boolean {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, 'sheet');
  if (/[|[\]]/.test(code)) return false;
  return [...code.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].every(([, name = '']) =>
    PLAIN.has(name.toUpperCase().replace(/^_XLFN\.|^_XLWS\./, '')),
  );
}

/** The parts of a workbook, and the worksheet that is filled in: the first that is shown. */
export interface Workbook {
  bytes: Buffer;
  text: (name: string) => string;
  has: (name: string) => boolean;
  names: string[];
  sheet: { name: string; index: number; path: string };
}

function firstSheet(text: Workbook['text']): Workbook['sheet'] {
  const sheets = [...text('xl/workbook.xml').matchAll(/<sheet\b([^>]*?)\/?>/g)].map(([, tag = '']) => tag);
  const index = sheets.findIndex((tag) => !/hidden/i.test(attribute(tag, 'state') ?? ''));
  const tag = sheets[index] ?? '';
  const id = attribute(tag, '\\w+:id') ?? '';
  const relations = [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b([^>]*?)\/?>/g)];
  const target = relations.map(([, one = '']) => one).find((one) => attribute(one, 'Id') === id);
  const path = attribute(target ?? '', 'Target') ?? '';
  if (!/^\/?(?:xl\/)?worksheets\/[\w.-]+\.xml$/.test(path)) throw new BlankError('unusual');
  const name = attribute(tag, 'name') ?? '';
  return { name, index, path: `xl/${path.replace(/^\/?(?:xl\/)?/, '')}` };
}

/** Opens a workbook that does nothing by itself; refuses any other. */
export function openWorkbook(bytes: Buffer): Workbook {
  if (inflatedSize(bytes) > MOST_UNPACKED) throw new BlankError('too_large');
  const parts = new Map(directoryOf(bytes).map((part): [string, Part] => [part.name, part]));
  const names = [...parts.keys()];
  if (names.some((name) => ACTIVE.test(name))) throw new BlankError('outside');
  const text = (name: string): string => {
    const part = parts.get(name);
    if (!part) throw new BlankError('not_a_sheet');
    return textOf(bytes, part);
  };
  for (const name of names.filter((one) => one.endsWith('.rels')))
    for (const [, tag = ''] of text(name).matchAll(/<Relationship\b([^>]*?)\/?>/g))
      if (attribute(tag, 'TargetMode') === 'External' && !/\/hyperlink$/.test(attribute(tag, 'Type') ?? ''))
        throw new BlankError('outside');
  for (const name of names.filter((one) => /^xl\/.*\.xml$/.test(one) && one !== 'xl/sharedStrings.xml')) {
    const xml = text(name).replace(/<!--[\s\S]*?-->/g, '');
    if (/<!DOCTYPE|<!\[CDATA\[|<(?:\w+:)?(?:dde|ole)Link/i.test(xml) || xml.includes('\0'))
      throw new BlankError('unusual');
    for (const [, formula = ''] of xml.matchAll(FORMULAS))
      if (!isPlain(unescaped(formula))) throw new BlankError('formula');
  }
  return { bytes, text, has: (name) => parts.has(name), names, sheet: firstSheet(text) };
}
