import { and, eq, sql } from 'drizzle-orm';
import { blank } from '@/db/schema/blanks';
import { dataExport } from '@/db/schema/exports';
import { person } from '@/db/schema/people';
import { messages } from '@/features/blanks/messages';
import { valuesOf } from '@/features/blanks/moves/values';
import { countRows, which } from '@/features/blanks/moves/which';
import { filledColumn, type Values } from '@/features/blanks/queries/filled';
import { type BlankOf, filterOf, isPersonal, labelOf } from '@/features/blanks/rules';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import type { Call, Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { ok } from '@/lib/result';
import { rows } from '@/lib/rows';
import { fillBlankApart } from '@/lib/sheet/apart';
import { formatDate, pick } from '@/lib/words';
import { mayExportBlank, maySeeExports } from '../policy';
import { oneExport } from './page';

/** How many rows a sheet would have, and whose it is to fill it in; undefined: not theirs. */
export const fillable = query({
  name: 'exports.fillable',
  allow: (who, _: { of: BlankOf; asked: string }) => maySeeExports(who),
  read: async (scope, { of, asked }) => {
    const filter = filterOf(of, asked);
    const theirs = (personal: boolean) => mayExportBlank(scope.who, { of, personal }) !== null;
    const may = theirs(isPersonal(of, {}, filter));
    return { may, mayPersonal: theirs(true), rows: may ? await countRows(scope, of, filter) : 0 };
  },
});

/** The rows that were asked for: those written down then; what leads to nobody, as it is now. */
function those(scope: Scope, { id, of, asked, askedAt }: { id: number; of: BlankOf; asked: string; askedAt: Date }) {
  const { communityId: c } = scope;
  const home = sql`u.community_id = ${c} and u.id in (select x.unit_id from data_export_home x
    where x.community_id = ${c} and x.export_id = ${id})`;
  if (of === 'homes') return home;
  if (of === 'visits')
    return sql`${which(scope, of, filterOf(of, asked))} and v.visited_at <= ${askedAt.toISOString()}::timestamptz and ${home}`;
  if (of === 'needs')
    return sql`${which(scope, of, filterOf(of, asked))} and n.at <= ${askedAt.toISOString()}::timestamptz and ${home}`;
  if (of === 'cases')
    return sql`k.community_id = ${c} and k.id in (select x.case_id from data_export_case x
      where x.community_id = ${c} and x.export_id = ${id})`;
  return which(scope, of, filterOf(of, asked));
}

/** A sheet, the rows for it, and what is the same in each. Who may is asked of the export. */
const toFill = query({
  name: 'exports.to_fill',
  allow: (who, _: { no: number }) => maySeeExports(who),
  read: async (scope, { no }) => {
    const { db, communityId, community } = scope;
    const [found] = await db
      .select({
        id: dataExport.id,
        of: dataExport.blankOf,
        asked: dataExport.asked,
        personal: dataExport.personal,
        askedAt: dataExport.askedAt,
        filler: person.name,
        file: blank.file,
        layout: blank.layout,
        street: sql<string | null>`(select s.name_zh from street s where s.id = ${community.streetId})`,
        district: sql<string | null>`(select d.name_zh from street s join district d on d.id = s.district_id
          where s.id = ${community.streetId})`,
      })
      .from(dataExport)
      .innerJoin(blank, and(eq(blank.communityId, communityId), eq(blank.id, dataExport.blankId)))
      .leftJoin(person, eq(person.id, dataExport.askedBy))
      .where(and(eq(dataExport.communityId, communityId), eq(dataExport.no, no)));
    if (!found?.of) return undefined;
    const { of } = found;
    const values = await rows<Values>({ db }, valuesOf(of, those(scope, { ...found, of }), found.personal));
    return { ...found, of, values, community };
  },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const isChinese = (columns: readonly { name: string }[]) => columns.some(({ name }) => /\p{sc=Han}/u.test(name));

/** The sheet of an export filled in, in the language of its heading; `busy`: others are being filled in just now. */
export async function filledBlank(call: Omit<Call, 'key'>, no: number) {
  const [one, found] = [await oneExport(call, { no }), await toFill(call, { no })];
  if (!one?.mayTake || !one.blank || !found) return undefined;
  const { layout, of, values, community } = found;
  const { chosen, columns } = one.blank;
  const locale: Locale = isChinese(columns) ? 'zh' : 'en';
  const { note: t, of: kinds } = pick(messages, locale);
  const name = locale === 'zh' ? community.nameZh : community.nameEn;
  const today = shanghaiDate(found.askedAt);
  const basics = {
    district: found.district,
    street: found.street,
    community: name,
    today,
    filler: found.filler,
    officePhone: community.telephone || null,
  };
  const about = { of, rows: values, basics, locale };
  const empty = columns.filter(({ at }) => !chosen[at]);
  const lines = [
    t.from(name, formatDate(found.askedAt, locale)),
    ...(community.invented ? [t.invented] : []),
    t.purpose(one.purpose),
    t.rows(values.length),
    ...(empty.length > 0 ? [t.empty(kinds[of], empty.map(labelOf).join(t.and))] : []),
    t.gaps,
    ...(one.personal ? [t.personal] : []),
  ];
  const done = await fillBlankApart(found.file, {
    layout,
    filling: {
      rows: values.length,
      columns: Object.entries(chosen).map(([at, field]) => ({ at: Number(at), values: filledColumn(field, about) })),
      note: { name: t.name, lines },
    },
  });
  if (!done.ok) return done;
  const stream = new Blob([new Uint8Array(done.value)]).stream();
  return ok({ stream, type: XLSX, name: `${call.community}-blank-${no}.xlsx` });
}
