import { inflateSync } from 'node:zlib';
import { type Dict, Name, plain, reader, type Stored, storedIn, Unreadable, type Value } from './pdf-objects';

export type PdfFault = 'pdf_broken' | 'pdf_locked' | 'pdf_runs';

/** What is packed in it may be so many bytes unpacked. */
const MOST_UNPACKED = 24 * 1024 * 1024;

/** What the first bytes say. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(String.fromCharCode(...bytes.subarray(0, 8)));

/** Names are hardly ever spelt by the numbers of their letters; working out millions of them takes long. */
const MOST_SPELT = 10_000;

/** Names under which a file runs something, sends something, opens another file or carries one. */
const RUNS = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'RichMediaContent',
  'OnInstantiate',
  'Rendition',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
]);
/** And short ones, which chance may write into a picture, where they are keys. */
const RUNS_AS_KEY = ['EF', 'AA', 'JS'];

const REGULAR = '[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]';
const SUSPECT = new RegExp(
  `/((?:${['Encrypt', ...RUNS].join('|')})(?!${REGULAR})|[^#\\0\\t\\n\\f\\r ()<>[\\]{}/%]{0,80}#${REGULAR}{0,80})`,
  'g',
);

/** Names wherever they stand, in a stream or a comment too: a reader may be led there. */
function faultOfNames(text: string): PdfFault | null {
  let spelt = 0;
  for (const [, name = ''] of text.matchAll(SUSPECT)) {
    const said = plain(name);
    if (said !== name) spelt += 1;
    if (spelt > MOST_SPELT) return 'pdf_broken';
    if (said === 'Encrypt') return 'pdf_locked';
    if (RUNS.has(said)) return 'pdf_runs';
  }
  return null;
}

/** Beginnings of objects, so that none hides within something else. */
const beginnings = (text: string): number => text.match(/[\0\t\n\f\r 0-9]obj(?=[\0\t\n\f\r <[(/%\d])/g)?.length ?? 0;

/** Adds every dictionary in a value to those found. */
function addDicts(value: Value, found: Dict[]): Dict[] {
  if (value instanceof Map) {
    found.push(value);
    for (const one of value.values()) addDicts(one, found);
  } else if (Array.isArray(value)) for (const one of value) addDicts(one, found);
  return found;
}

/** Packed as nearly every program packs, or not at all; what is packed otherwise is not looked through. */
function unpacked(text: string, { value, stream }: Stored, most: number): string {
  const [dict, [start, end]] = [value as Dict, stream ?? [0, 0]];
  const filter = dict.get('Filter') ?? null;
  const filters = Array.isArray(filter) ? filter : filter === null ? [] : [filter];
  const isFlate = filters.length === 1 && filters[0] instanceof Name && filters[0].text === 'FlateDecode';
  if ((dict.get('DecodeParms') ?? null) !== null || (filters.length > 0 && !isFlate)) throw new Unreadable();
  const bytes = Buffer.from(text.slice(start, end), 'latin1');
  return (isFlate ? inflateSync(bytes, { maxOutputLength: Math.max(most, 1) }) : bytes).toString('latin1');
}

/** Objects packed into a stream: pairs of numbers, then one object after the other. */
function packedIn(text: string, first: Value | undefined): Stored[] {
  if (typeof first !== 'number') throw new Unreadable();
  const head = reader(text.slice(0, first));
  const numbers: number[] = [];
  while (!head.isOver()) {
    const [no, offset] = [head.value(), head.value()];
    if (typeof no !== 'number' || typeof offset !== 'number') throw new Unreadable();
    numbers.push(no);
  }
  const from = reader(text, first);
  const found = numbers.map((no) => ({ no, value: from.value() }));
  if (!from.isOver()) throw new Unreadable();
  return found;
}

/** What a file does when it is opened: it may only turn to a page. */
const turnsOnly = (opens: Value, stored: readonly Stored[]): boolean => {
  if (opens === null || Array.isArray(opens)) return true;
  if (opens instanceof Map) {
    const kind = opens.get('S');
    return kind instanceof Name && kind.text === 'GoTo' && !opens.has('Next');
  }
  if (typeof opens === 'number' || opens instanceof Name) return false;
  const named = stored.filter(({ no }) => no === opens.no).map(({ value }) => value);
  return named.every((one) => (one instanceof Map || Array.isArray(one) || one === null) && turnsOnly(one, stored));
};

const kindOf = (dict: Dict): string => {
  const kind = dict.get('Type');
  return kind instanceof Name ? kind.text : '';
};

/** Streams in which objects are packed, unpacked. */
function packsIn(text: string, stored: readonly Stored[]): { text: string; first: Value | undefined }[] {
  if (beginnings(text) !== stored.filter(({ no }) => no > 0).length) throw new Unreadable();
  let left = MOST_UNPACKED;
  return stored.flatMap((one) => {
    if (!one.stream || !(one.value instanceof Map)) return [];
    if (kindOf(one.value) !== 'ObjStm' && !one.value.has('First')) return [];
    const inner = unpacked(text, one, left);
    left -= inner.length;
    return [{ text: inner, first: one.value.get('First') }];
  });
}

function faultOfStored(stored: readonly Stored[]): PdfFault | null {
  const dicts = stored.reduce<Dict[]>((found, { value }) => addDicts(value, found), []);
  const runs = dicts.some(
    (dict) => RUNS_AS_KEY.some((key) => dict.has(key)) || !turnsOnly(dict.get('OpenAction') ?? null, stored),
  );
  if (runs) return 'pdf_runs';
  return dicts.some((dict) => kindOf(dict) === 'Page') ? null : 'pdf_broken';
}

/**
 * Whether a PDF is a paper and nothing else; null when it is. One that is encrypted, or not readable from its first
 * byte to its last by the rules of its kind, cannot be looked through, and is refused too.
 */
export function faultOfPdf(bytes: Buffer): PdfFault | null {
  const text = bytes.toString('latin1');
  if (!isPdf(bytes) || !/%%EOF[\0\t\n\f\r ]*$/.test(text.slice(-2048))) return 'pdf_broken';
  const named = faultOfNames(text);
  if (named) return named;
  try {
    const stored = storedIn(text);
    const packs = packsIn(text, stored);
    const hidden = packs.map((pack) => faultOfNames(pack.text)).find((fault) => fault !== null);
    return hidden ?? faultOfStored([...stored, ...packs.flatMap((pack) => packedIn(pack.text, pack.first))]);
  } catch {
    return 'pdf_broken';
  }
}
