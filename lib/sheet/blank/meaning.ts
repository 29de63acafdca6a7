import { nameKey } from '../heading';
import type { BlankColumn } from './shape';

interface Named {
  zh: string;
  en: string;
  also?: readonly string[];
}

/** Which field a name says, of those there are. */
export function namesOf(fields: Readonly<Record<string, Named>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([field, { zh, en, also = [] }]) =>
      [zh, en, ...also].map((name): [string, string] => [nameKey(name), field]),
    ),
  );
}

/**
 * What each column is taken for: by its name with what stands above it, else by its own name where no other column has that. What was
 * said of it before goes first. A field is taken once, but for what is the same in every row.
 */
export function taken(
  columns: readonly BlankColumn[],
  fields: Readonly<Record<string, Named>>,
  said: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = namesOf(fields);
  const times = new Map<string, number>();
  for (const { name } of columns) times.set(nameKey(name), (times.get(nameKey(name)) ?? 0) + 1);
  const found: [string, string][] = [];
  const used = new Set<string>();
  for (const { at, name, above } of columns) {
    const before = Object.hasOwn(said, String(at)) ? said[String(at)] : undefined;
    const whole = above === '' ? undefined : wholeName(names, above, name);
    const own = whole ?? (times.get(nameKey(name)) === 1 ? names.get(nameKey(name)) : undefined);
    const field = before ?? own;
    if (!field || !Object.hasOwn(fields, field)) continue;
    if (before === undefined && used.has(field)) continue;
    used.add(field);
    found.push([String(at), field]);
  }
  return Object.fromEntries(found);
}

/** `业主信息` over `姓名` is 业主姓名. */
const wholeName = (names: ReadonlyMap<string, string>, above: string, name: string): string | undefined =>
  names.get(nameKey(above + name)) ?? names.get(nameKey(above.replace(/(?:基本)?(?:信息|情况|资料)$/, '') + name));
