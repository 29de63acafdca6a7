import { createHash } from 'node:crypto';
import pg from 'pg';

/** A statement asked so many times is kept planned from then on; a process keeps so many. */
const often = 3;
const most = 200;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which connections keep it; undefined where it is planned each time. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < often) {
    if (asked.size >= 10 * most) asked.clear();
    asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

type Asked = string | { text?: string; name?: string; values?: unknown[] };

/** The same question under its name, where it has values; what has none may be several statements. */
function named(question: Asked, values: unknown): Asked {
  const { text = '', ...more } = typeof question === 'string' ? { text: question } : question;
  const given = Array.isArray(values) ? values : (more as { values?: unknown[] }).values;
  const name = given && given.length > 0 ? nameOf(text) : undefined;
  return name ? { ...more, text, name } : question;
}

/**
 * A connection that plans once what it is asked again and again: planning a page's statement takes longer than its rows.
 * The database still plans for the values at hand where that is worth more than the planning.
 */
export class Planned extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.query = (question: Asked, ...more: unknown[]) =>
      Reflect.apply(pg.Client.prototype.query, this, [named(question, more[0]), ...more]);
  }
}
