/** A name, which begins with a slash. */
export class Name {
  constructor(readonly text: string) {}
}
class Ref {
  constructor(readonly no: number) {}
}
export type Dict = Map<string, Value>;
/** Strings and what is neither are null: what they say runs nothing. */
export type Value = null | number | Name | Ref | Value[] | Dict;

export interface Stored {
  no: number;
  value: Value;
  /** From where to where its stream lies. */
  stream?: [number, number];
}

/** It is not what a PDF is by its own rules. */
export class Unreadable extends Error {}

const DEEPEST = 64;
/** More single things than any paper of 12 MB has. */
const MOST_VALUES = 1_000_000;

const SPACE = /[\0\t\n\f\r ]+/y;
const COMMENT = /%[^\r\n]*/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<[0-9a-fA-F\0\t\n\f\r ]*>/y;
const REF = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const NOTHING = /(?:true|false|null)(?![A-Za-z0-9])/y;

/** `J#61va` is `Java`. */
export const plain = (name: string): string =>
  !name.includes('#')
    ? name
    : name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Reads what stands in a text of one byte a letter, from `at` on. */
export function reader(text: string, from = 0) {
  let at = from;
  let values = 0;

  const failed = (): never => {
    throw new Unreadable();
  };

  function skip(): void {
    while (take(SPACE) || take(COMMENT));
  }

  /** Takes what matches here. */
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  }

  function string(): null {
    let open = 1;
    for (at += 1; open > 0; at += 1) {
      const letter = text[at];
      if (letter === undefined) failed();
      if (letter === '\\') at += 1;
      else if (letter === '(') open += 1;
      else if (letter === ')') open -= 1;
    }
    return null;
  }

  function dict(depth: number): Dict {
    const made: Dict = new Map();
    for (at += 2, skip(); !text.startsWith('>>', at); skip()) {
      const key = value(depth);
      if (!(key instanceof Name)) return failed();
      made.set(key.text, value(depth));
    }
    at += 2;
    return made;
  }

  function array(depth: number): Value[] {
    const made: Value[] = [];
    for (at += 1, skip(); text[at] !== ']'; skip()) made.push(value(depth));
    at += 1;
    return made;
  }

  function value(depth = 0): Value {
    skip();
    values += 1;
    if (depth > DEEPEST || values > MOST_VALUES) return failed();
    if (text.startsWith('<<', at)) return dict(depth + 1);
    const letter = text[at];
    if (letter === '[') return array(depth + 1);
    if (letter === '(') return string();
    if (letter === '<') return take(HEX) ? null : failed();
    if (letter === '/') {
      at += 1;
      return new Name(plain(take(WORD)?.[0] ?? ''));
    }
    const ref = take(REF);
    if (ref) return new Ref(Number(ref[1]));
    const number = take(NUMBER);
    if (number) return Number(number[0]);
    return take(NOTHING) ? null : failed();
  }

  return {
    skip,
    take,
    value,
    failed,
    at: () => at,
    isOver: () => {
      skip();
      return at >= text.length;
    },
    jump: (to: number) => {
      at = to;
    },
  };
}

type Reader = ReturnType<typeof reader>;

/** Where the stream that begins here ends: where its dictionary says, or else where the word says. */
function streamOf(text: string, from: Reader, length: Value | undefined): [number, number] {
  const start = from.at();
  const said = typeof length === 'number' && Number.isSafeInteger(length) && length >= 0 ? start + length : -1;
  const isSaid = said >= start && /^[\r\n]{0,2}endstream/.test(text.slice(said, said + 11));
  const end = isSaid ? said : text.indexOf('endstream', start);
  if (end < 0) from.failed();
  from.jump(end);
  from.skip();
  if (!from.take(/endstream(?![A-Za-z0-9])/y)) from.failed();
  return [start, end];
}

/** What a file stores, from its head to its end, and its trailers. Nothing may stand between that is no part of it. */
export function storedIn(text: string): Stored[] {
  const from = reader(text);
  const found: Stored[] = [];
  while (!from.isOver()) {
    const head = from.take(/(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z0-9])/y);
    if (head) {
      const one: Stored = { no: Number(head[1]), value: from.value() };
      from.skip();
      if (one.value instanceof Map && from.take(/stream(?:\r\n|\n|\r)/y))
        one.stream = streamOf(text, from, one.value.get('Length'));
      from.skip();
      if (!from.take(/endobj(?![A-Za-z])/y)) from.failed();
      found.push(one);
    } else if (from.take(/xref(?=[\0\t\n\f\r ])/y)) {
      do from.skip();
      while (from.take(/\d+|[nf](?=[\0\t\n\f\r ])/y));
    } else if (from.take(/trailer(?![A-Za-z])/y)) found.push({ no: 0, value: from.value() });
    else if (!from.take(/startxref[\0\t\n\f\r ]+\d+/y)) from.failed();
  }
  return found;
}
