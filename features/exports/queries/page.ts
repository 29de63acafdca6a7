import { sql } from 'drizzle-orm';
import type { BlankOf } from '@/features/blanks/rules';
import { asked } from '@/features/orders/moves/asked';
import { filterFrom } from '@/features/orders/rules/filter';
import { whyNot } from '@/lib/act';
import type { Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import * as acts from '../acts';
import { mayExport, mayExportBlank, mayExportFigures, maySeeExports } from '../policy';
import { type Exported, isOpen, lastsUntil } from '../rules';

interface ExportRow {
  no: number;
  what: Exported;
  /** The sheet it fills in, of what, and of each of its columns what it was taken for. */
  blank: {
    no: number;
    name: string;
    of: BlankOf;
    columns: { at: number; name: string; above: string }[];
    chosen: Readonly<Record<string, string>>;
  } | null;
  asked: string;
  file: 'xlsx' | 'csv';
  purpose: string;
  personal: boolean;
  rows: number;
  askedBy: string | null;
  askedById: number | null;
  role: string;
  askedAt: string;
  releasedAt: string | null;
  verdict: 'approved' | 'refused' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string;
}

/** Whether such an export is theirs to take. */
function mayTakeOut(who: Who, { what, blank, personal }: Pick<ExportRow, 'what' | 'blank' | 'personal'>) {
  if (what === 'figures') return mayExportFigures(who);
  return blank ? mayExportBlank(who, { of: blank.of, personal }) : mayExport(who, { personal });
}

const moment = (text: string | null) => (text === null ? null : new Date(text));

async function listed({ db, communityId, now, who }: Scope, no: number | null) {
  const found = await rows<ExportRow>(
    { db },
    sql`select json_build_object('no', x.no, 'what', x.what, 'file', x.file, 'asked', x.asked,
        'blank', case when k.id is not null then json_build_object('no', k.no, 'name', k.name, 'of', x.blank_of,
          'columns', k.layout -> 'columns', 'chosen', x.columns) end, 'purpose', x.purpose, 'personal', x.personal,
        'rows', x.rows, 'askedBy', n.name, 'askedById', x.asked_by, 'role', x.role, 'askedAt', x.asked_at,
        'releasedAt', x.released_at, 'verdict', x.verdict, 'decidedBy', d.name, 'decidedAt', x.decided_at,
        'reason', x.reason) as view
      from data_export x left join blank k on k.community_id = x.community_id and k.id = x.blank_id
        left join person n on n.id = x.asked_by left join person d on d.id = x.decided_by
      where x.community_id = ${communityId} and (${no}::int is null or x.no = ${no}) order by x.no desc limit 100`,
  );
  const me = who.kind === 'person' ? who.personId : null;
  return found.map(({ askedById, ...one }) => {
    const releasedAt = moment(one.releasedAt);
    const facts = { decided: releasedAt !== null || one.verdict !== null, askedBy: askedById };
    const own = who.kind === 'import' ? askedById === null : askedById === me;
    const may = mayTakeOut(who, one);
    return {
      ...one,
      own,
      askedAt: new Date(one.askedAt),
      decidedAt: moment(one.decidedAt),
      releasedAt,
      until: releasedAt && lastsUntil(releasedAt),
      waits: !facts.decided,
      mayTake: own && may !== null && isOpen({ releasedAt }, now),
      block: whyNot(acts.approveExport, { facts, who, now }),
    };
  });
}

/** What was taken out here and what for, the latest first. */
export const exportsPage = query({
  name: 'exports.page',
  allow: (who, _: Record<never, never>) => maySeeExports(who),
  read: async (scope) => ({ exports: await listed(scope, null) }),
});
export type ExportView = NonNullable<Awaited<ReturnType<typeof exportsPage>>>['exports'][number];

export const oneExport = query({
  name: 'exports.one',
  allow: (who, _: { no: number }) => maySeeExports(who) || who.kind === 'import',
  read: async (scope, { no }) => (await listed(scope, no))[0],
});

/** How much would be taken out, before anybody asks. */
export const exportable = query({
  name: 'exports.count',
  allow: (who, _: { what: 'cases' | 'figures'; asked: string }) => maySeeExports(who),
  read: async (scope, { what, asked: address }) => {
    const { db, communityId, who } = scope;
    const may = what === 'figures' ? mayExportFigures(who) : mayExport(who, { personal: false });
    if (!may) return undefined;
    const filter = filterFrom(Object.fromEntries(new URLSearchParams(address)));
    const [found] = await rows<number>(
      { db },
      what === 'cases'
        ? sql`select to_json(count(*)::int) as view from cases k where ${asked(scope, { ...filter, after: null })}`
        : sql`select to_json(count(*)::int) as view from rate_period r where r.community_id = ${communityId}`,
    );
    return { rows: found ?? 0, mayPersonal: mayExport(who, { personal: true }) !== null };
  },
});
