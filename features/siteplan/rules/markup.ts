/** An element as it was written: its name without the namespace, its attributes, the words of a `title` or a `desc` in it. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  words: string;
  inside: Element[];
}

/** Nobody draws deeper, whatever program wrote it. */
const DEEPEST = 40;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words with their entities; null where one is none that every document knows. */
function plain(text: string): string | null {
  let unknown = false;
  const read = text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([^;&\s]{0,12}));?/gi, (_, ten, sixteen, name) => {
    const code = ten ? Number(ten) : sixteen ? Number(`0x${sixteen}`) : null;
    const found =
      code === null ? ENTITIES[name] : code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : undefined;
    unknown ||= found === undefined;
    return found ?? '';
  });
  return unknown ? null : read;
}

/** Markers that are passed over, with what ends them. A document that declares entities of its own is not read. */
const PASSED: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
];

/** The attributes of a tag from here on, and where they end; null where one is there twice or is not written properly. */
function attributesAt(text: string, from: number): { attributes: Map<string, string>; at: number } | null {
  const attributes = new Map<string, string>();
  const one = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
  let at = from;
  for (;;) {
    one.lastIndex = at;
    const found = one.exec(text);
    if (!found) return { attributes, at };
    const [all, name = '', double, single] = found;
    const value = plain(double ?? single ?? '');
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
    at += all.length;
  }
}

/** A document of markup as its outermost element; null where it is none. No entity, no address in it is followed. */
export function elementIn(text: string): Element | null {
  const top: Element = { name: '', attributes: new Map(), words: '', inside: [] };
  const open: Element[] = [top];
  const [opening, closing, closed] = [/<([\p{L}_][\p{L}\p{N}_.:-]*)/uy, /\s*(\/?)>/uy, /<\/([^\s<>]+)\s*>/uy];
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  let at = 0;
  while (at < text.length) {
    const here = open.at(-1) ?? top;
    if (text[at] !== '<' || text.startsWith('<![CDATA[', at)) {
      const isRaw = text[at] === '<';
      const until = text.indexOf(isRaw ? ']]>' : '<', at);
      if (isRaw && until < 0) return null;
      const end = until < 0 ? text.length : until;
      const words = isRaw ? text.slice(at + 9, end) : plain(text.slice(at, end));
      if (words === null || (here === top && words.trim() !== '')) return null;
      here.words += words;
      at = isRaw ? end + 3 : end;
      continue;
    }
    const passed = PASSED.find(([begins]) => text.startsWith(begins, at));
    if (passed) {
      const end = text.indexOf(passed[1], at);
      if (end < 0 || (passed[0] === '<!DOCTYPE' && text.slice(at, end).includes('['))) return null;
      at = end + passed[1].length;
      continue;
    }
    closed.lastIndex = at;
    const ends = closed.exec(text);
    if (ends) {
      if (here === top || local(ends[1] ?? '') !== here.name) return null;
      open.pop();
      at += ends[0].length;
      continue;
    }
    opening.lastIndex = at;
    const begins = opening.exec(text);
    const read = begins && attributesAt(text, at + begins[0].length);
    if (!begins || !read) return null;
    closing.lastIndex = read.at;
    const shut = closing.exec(text);
    if (!shut || open.length > DEEPEST || (here === top && top.inside.length > 0)) return null;
    const element = { name: local(begins[1] ?? ''), attributes: read.attributes, words: '', inside: [] };
    here.inside.push(element);
    if (shut[1] === '') open.push(element);
    at = read.at + shut[0].length;
  }
  return open.length === 1 ? (top.inside[0] ?? null) : null;
}
