import { and, eq, type SQL, sql } from 'drizzle-orm';
import { blank } from '@/db/schema/blanks';
import { sheetMapping } from '@/db/schema/exchange';
import { countRows, FROM, which } from '@/features/blanks/moves/which';
import {
  areFields,
  BY_DOOR,
  filterAsked,
  filterOf,
  headingOf,
  isPersonal,
  labelOf,
  searchOf,
  wrongDays,
} from '@/features/blanks/rules';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { chosenIn, fillBlankInput } from '../input';
import { askedLately, beginExport, type ExportRow, tell } from '../moves';

/** Which homes and cases are in it, as of now. */
async function writeDown({ db }: Scope, { id, blankOf }: ExportRow, those: SQL): Promise<void> {
  if (blankOf !== null && BY_DOOR.includes(blankOf))
    await db.execute(sql`insert into data_export_home (community_id, export_id, unit_id)
      select distinct u.community_id, ${id}::int, u.id from ${FROM[blankOf]} where ${those}`);
  if (blankOf === 'cases')
    await db.execute(sql`insert into data_export_case (community_id, export_id, case_id)
      select k.community_id, ${id}::int, k.id from ${FROM.cases} where ${those}`);
}

/** 填空表: a sheet an office sent, of which rows, what stands in each column, and for what; taken and told like any export. */
export const fillBlank = command({
  act: acts.fillBlank,
  input: fillBlankInput,
  facts: async (scope, input) => {
    const { db, communityId } = scope;
    const [found] = await db
      .select({ id: blank.id, layout: blank.layout })
      .from(blank)
      .where(and(eq(blank.communityId, communityId), eq(blank.no, input.blank)));
    if (!found) return undefined;
    const { of } = input;
    const { columns, first, last, grows } = found.layout;
    const filter = filterOf(of, input.asked);
    const chosen = chosenIn(input, columns);
    const rows = await countRows(scope, of, filter);
    const personal = isPersonal(of, chosen, filter);
    return {
      id: found.id,
      columns,
      filter,
      chosen,
      of,
      personal,
      rows,
      room: grows ? null : last - first + 1,
      lately: await askedLately(scope),
    };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { id, columns, filter, chosen, of, personal, rows } = facts;
    const { purpose } = input;
    if (wrongDays(searchOf(input.asked)).length > 0) return refuse('invalid', undefined, { asked: 'no_such_day' });
    if (Object.keys(chosen).length === 0 || !areFields(of, chosen))
      return { ok: false, refusal: { code: 'no_column', fieldErrors: { column1: 'no_column' } } };
    const asked = filterAsked(filter);
    const sheet = { blankId: id, blankOf: of, columns: chosen };
    const row = await beginExport(scope, { what: 'blank', file: 'xlsx', purpose, asked, personal, rows, ...sheet });
    if (!row) return refuse('unknown');
    await writeDown(scope, row, which(scope, of, filter));
    const waits = row.releasedAt === null;
    if (personal && !waits) await tell(scope, row);
    const named = Object.fromEntries(columns.map((column) => [labelOf(column), chosen[column.at] ?? '']));
    const said = { columns: named, saidBy: personOf(actor), at: now };
    await db
      .insert(sheetMapping)
      .values({ communityId, sheet: `blank_${of}`, heading: headingOf(columns), ...said })
      .onConflictDoUpdate({ target: [sheetMapping.communityId, sheetMapping.sheet, sheetMapping.heading], set: said });
    return {
      ok: true,
      value: { export: row.no, waits },
      leaf: {
        subject: `exports/${row.no}`,
        content: { what: 'blank', blank: input.blank, of, purpose, personal, rows, waits },
      },
      changed: [],
    };
  },
});
