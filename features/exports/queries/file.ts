import { messages as cases } from '@/features/cases/messages';
import { messages as orders } from '@/features/orders/messages';
import type { Locale } from '@/lib/edition';
import type { Call } from '@/lib/gate';
import { type WrittenSheet, writeCsv, writeXlsx } from '@/lib/sheet/write';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import { oneExport } from './page';
import { type CaseOut, casesIn, figuresIn } from './sheet';

type Caller = Omit<Call, 'key'>;

const text = (title: string, width = 14) => ({ title, kind: 'text' as const, width });
const number = (title: string) => ({ title, kind: 'number' as const, width: 10 });

/** A moment as an office writes it down, in Shanghai. */
const clock = (at: string | null) =>
  at === null ? '' : new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function casesSheet(all: AsyncIterable<CaseOut>, personal: boolean, locale: Locale): WrittenSheet {
  const [t, of, on] = [pick(messages, locale).columns, pick(cases, locale), pick(orders, locale)];
  const columns = [
    ...[number(t.no), text(t.externalNo, 20), text(t.source), text(t.kind), text(t.category, 20), text(t.title, 40)],
    ...[text(t.place, 24), text(t.building), text(t.state, 16), text(t.agency, 20), text(t.handler)],
    ...[text(t.happened, 17), text(t.received, 17), text(t.due, 17), text(t.replied, 17)],
    ...(personal ? [text(t.complainant), text(t.phone, 16), text(t.words, 60)] : []),
  ];
  const row = (one: CaseOut) => [
    ...[one.no, one.externalNo ?? '', of.sources[one.source], of.kinds[one.kind], one.category ?? '', one.title],
    ...[one.place, one.building ?? '', on.states[one.state], one.agency ?? '', one.handler ?? ''],
    ...[clock(one.happenedAt), clock(one.receivedAt), clock(one.dueAt), clock(one.repliedAt)],
    ...(personal ? [one.complainant ?? '', one.phone ?? '', one.words ?? ''] : []),
  ];
  async function* lines() {
    for await (const one of all) yield row(one);
  }
  return { name: of.list.all, columns, rows: lines() };
}

type Figures = NonNullable<Awaited<ReturnType<typeof figuresIn>>>;

function figuresSheet(all: Figures, locale: Locale): WrittenSheet {
  const t = pick(messages, locale).columns;
  const rate = (of: { n: string; d: string; pct: string } | null) => (of ? [`${of.n}/${of.d}`, of.pct] : ['', '']);
  return {
    name: t.figures,
    columns: [
      ...[
        text(t.from),
        text(t.to),
        text(t.profile, 24),
        text(t.counted),
        number(t.effective),
        number(t.contacted),
        number(t.resolved),
      ],
      ...[number(t.satisfied), number(t.fairly), text(t.response), text(t.responseRate), text(t.resolution)],
      ...[text(t.resolutionRate), text(t.satisfaction), text(t.satisfactionRate), text(t.composite)],
      ...[text(t.corrected), text(t.reason, 40), text(t.formula, 40)],
    ],
    rows: all.map((one) => [
      ...[one.from, one.to, one.profile.name, t.sources[one.source], one.effective, one.contacted, one.resolved],
      ...[one.satisfied, one.fairlySatisfied, ...rate(one.rates.response), ...rate(one.rates.resolution)],
      ...[...rate(one.rates.satisfaction), one.rates.composite ?? ''],
      ...[one.corrected ? t.yes : '', one.reason ?? '', t.formulaOf(one.profile)],
    ]),
  };
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The sheet of an export for whoever asked for it, as it is made; undefined where they may not take it now. */
export async function fileOf(call: Caller, no: number, locale: Locale) {
  const one = await oneExport(call, { no });
  if (!one?.mayTake || one.what === 'blank') return undefined;
  const figures = one.what === 'figures' ? await figuresIn(call, { no }) : undefined;
  const sheet = figures ? figuresSheet(figures, locale) : casesSheet(casesIn(call, no), one.personal, locale);
  const stream = one.file === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
  return { stream, type: TYPES[one.file], name: `${call.community}-${one.what}-${no}.${one.file}`, rows: one.rows };
}
