import { sortOf } from '@/features/rooms';
import type { Locale } from '@/lib/edition';
import type { Json } from '@/lib/ledger';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import { closedWords } from './closed-words';

/** A community as its people call it. */
interface Named {
  slug: string;
  nameZh: string;
  nameEn: string;
}

const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

type Row = { [name: string]: Json };

/** A letter as it is read: its sentence in the place of its kind and of what the sentence is made from. */
function inSentences(part: string, row: Row, locale: Locale): Row {
  const sort = part === 'letters' && typeof row.kind === 'string' ? sortOf(row.kind) : undefined;
  if (!sort) return row;
  const { kind: _kind, about: _about, detail, ...rest } = row;
  return { ...rest, said: pick(sort.words, locale)(detail as never) };
}

/** Everything kept about somebody, as plain text one reads and prints: the same as the file for machines. */
export function readable(found: Record<string, Json>, locale: Locale, communities: readonly Named[] = []): string {
  const { taken: t } = messages[locale];
  const words = closedWords(locale);
  const places = Object.fromEntries(communities.map((one) => [one.slug, locale === 'zh' ? one.nameZh : one.nameEn]));
  const saidAs = (part: string, name: string): Readonly<Record<string, string>> | undefined =>
    name === 'community' || name === 'slug' ? places : (words.parts[part]?.[name] ?? words.every[name]);
  const [colon, comma] = locale === 'zh' ? ['：', '、'] : [': ', ', '];
  const value = (part: string, name: string, given: Json): string => {
    if (given === null || given === '') return '';
    if (typeof given === 'boolean') return given ? t.yes : t.no;
    if (Array.isArray(given))
      return given
        .map((one) => value(part, name, one))
        .filter(Boolean)
        .join(comma);
    if (typeof given === 'object') return fieldsOf(part, given).join(comma);
    const text = String(given);
    return saidAs(part, name)?.[text] ?? (MOMENT.test(text) ? formatMoment(new Date(text), locale) : text);
  };
  const fieldsOf = (part: string, row: Row): string[] =>
    Object.entries(row).flatMap(([name, given]) => {
      const said = value(part, name, given);
      return said ? [`${t.fields[name] ?? name}${colon}${said}`] : [];
    });
  const rowsOf = (part: string, given: Json): string[] =>
    (Array.isArray(given) ? given : [given]).map((row) =>
      (row !== null && typeof row === 'object' && !Array.isArray(row)
        ? fieldsOf(part, inSentences(part, row, locale))
        : [value(part, '', row)]
      ).join('\n'),
    );
  const { exportedAt, ...parts } = found;
  const head = `${t.title} · ${value('', 'exportedAt', exportedAt ?? null)}`;
  const body = Object.entries(parts).map(([name, given]) => {
    const rows = rowsOf(name, given).filter(Boolean);
    return [`${t.parts[name] ?? name}`, rows.length > 0 ? rows.join('\n\n') : t.none].join('\n\n');
  });
  return `${[head, ...body].join('\n\n————————\n\n')}\n`;
}
