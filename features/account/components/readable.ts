import { messages as cases } from '@/features/cases/messages';
import { messages as objections } from '@/features/objections/messages';
import { messages as opinions } from '@/features/opinions/messages';
import { messages as orders } from '@/features/orders/messages';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import type { Json } from '@/lib/ledger';
import { roles } from '@/lib/roles';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';

type Words = Readonly<Record<string, string>>;

/** What the closed words of a field are called elsewhere in the house. */
function called(locale: Locale): Record<string, Words> {
  const said = pick(opinions, locale);
  const about = pick(proposals, locale);
  const reported = pick(cases, locale);
  const handled = pick(orders, locale);
  const steps = Object.fromEntries(Object.entries(handled.steps).map(([name, step]) => [name, step.act]));
  return {
    stance: { ...about.stances, ...said.stances },
    ground: said.grounds,
    channel: said.channels,
    proof: said.proofs,
    kind: { ...about.kinds, ...reported.kinds },
    source: reported.sources,
    state: { ...handled.states, ...about.states },
    step: steps,
    role: roles[locale],
    verdict: pick(objections, locale).verdicts,
  };
}

const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** Everything kept about somebody, as plain text one reads and prints: the same as the file for machines. */
export function readable(found: Record<string, Json>, locale: Locale): string {
  const { taken: t } = messages[locale];
  const words = called(locale);
  const [colon, comma] = locale === 'zh' ? ['：', '、'] : [': ', ', '];
  const value = (name: string, given: Json): string => {
    if (given === null || given === '') return '';
    if (typeof given === 'boolean') return given ? t.yes : t.no;
    if (Array.isArray(given))
      return given
        .map((one) => value(name, one))
        .filter(Boolean)
        .join(comma);
    if (typeof given === 'object') return fieldsOf(given).join(comma);
    const text = String(given);
    return words[name]?.[text] ?? (MOMENT.test(text) ? formatMoment(new Date(text), locale) : text);
  };
  const fieldsOf = (row: { [name: string]: Json }): string[] =>
    Object.entries(row).flatMap(([name, given]) => {
      const said = value(name, given);
      return said ? [`${t.fields[name] ?? name}${colon}${said}`] : [];
    });
  const rowsOf = (given: Json): string[] =>
    (Array.isArray(given) ? given : [given]).map((row) =>
      (row !== null && typeof row === 'object' && !Array.isArray(row) ? fieldsOf(row) : [value('', row)]).join('\n'),
    );
  const { exportedAt, ...parts } = found;
  const head = `${t.title} · ${value('exportedAt', exportedAt ?? null)}`;
  const body = Object.entries(parts).map(([name, given]) => {
    const rows = rowsOf(given).filter(Boolean);
    return [`${t.parts[name] ?? name}`, rows.length > 0 ? rows.join('\n\n') : t.none].join('\n\n');
  });
  return `${[head, ...body].join('\n\n————————\n\n')}\n`;
}
