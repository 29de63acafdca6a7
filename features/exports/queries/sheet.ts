import { sql } from 'drizzle-orm';
import type { CaseKind, CaseSource } from '@/db/words/cases';
import type { FIGURE_SOURCES } from '@/db/words/figures';
import type { CaseState } from '@/db/words/orders';
import { categoryPath, contactOf } from '@/features/cases/facts';
import { profileView } from '@/features/figures/moves/profiles';
import { rates } from '@/features/figures/rules';
import { type Pinned, USUAL } from '@/features/figures/rules/profiles';
import type { Call } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { oneExport } from './page';

/** So many rows are read at once: no more of a sheet is ever held. */
const AT_ONCE = 500;

export interface CaseOut {
  no: number;
  externalNo: string | null;
  source: CaseSource;
  kind: CaseKind;
  category: string | null;
  title: string;
  place: string;
  building: string | null;
  state: CaseState;
  agency: string | null;
  handler: string | null;
  happenedAt: string;
  receivedAt: string;
  dueAt: string | null;
  repliedAt: string | null;
  /** Absent where nobody asked for them. */
  complainant?: string;
  phone?: string;
  words?: string;
}

const contact = contactOf(sql`k`, sql`t`);

/** When the hotline took the call, as its last sheet says it; of any other case when it was written down. */
const TAKEN = sql`coalesce((select (v.said ->> 'came')::timestamptz from order_version v
  where v.community_id = k.community_id and v.case_id = k.id order by v.id desc limit 1), k.received_at)`;

/** The next of an export's cases; asked anew for each page whether it may still be taken. */
const nextCases = query({
  name: 'exports.cases',
  allow: (who, _: { no: number; after: number; personal: boolean }) => who.kind === 'person' || who.kind === 'import',
  read: ({ db, communityId }, { no, after, personal }) =>
    rows<CaseOut>(
      { db },
      sql`select json_build_object('no', k.no, 'externalNo', k.external_no, 'source', k.source, 'kind', k.kind,
          'category', coalesce(${categoryPath(sql`k`)}, nullif(k.category, '')), 'title', k.title, 'place', k.place, 'building', b.name,
          'state', k.state, 'agency', a.name, 'handler', n.name, 'happenedAt', k.happened_at, 'receivedAt', ${TAKEN},
          'dueAt', k.due_at, 'repliedAt', k.replied_at)::jsonb
          || case when ${personal} then jsonb_build_object('complainant', coalesce(${contact.complainant}, ''),
            'phone', coalesce(${contact.phone}, ''), 'words', coalesce(t.words, '')) else '{}'::jsonb end as view
        from data_export x join data_export_case e on e.community_id = x.community_id and e.export_id = x.id
          join cases k on k.community_id = e.community_id and k.id = e.case_id
          left join case_content t on ${personal} and t.community_id = k.community_id and t.case_id = k.id
          left join building b on b.community_id = k.community_id and b.id = k.building_id
          left join agency a on a.community_id = k.community_id and a.id = k.agency_id
          left join person n on n.id = k.handler_id
        where x.community_id = ${communityId} and x.no = ${no} and k.no > ${after} order by k.no limit ${AT_ONCE}`,
    ),
});

type Caller = Omit<Call, 'key'>;

/** The cases of an export, one after another; ends where whoever takes them may not any more. */
export async function* casesIn(call: Caller, no: number): AsyncGenerator<CaseOut> {
  let after = 0;
  for (;;) {
    const one = await oneExport(call, { no });
    if (!one?.mayTake) throw new Error(`export ${no} may not be taken any more`);
    const page = (await nextCases(call, { no, after, personal: one.personal })) ?? [];
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = last.no;
  }
}

interface PeriodRow {
  from: string;
  to: string;
  /** Null: the usual one. */
  profile: Pinned | null;
  effective: number;
  contacted: number | null;
  resolved: number | null;
  satisfied: number | null;
  fairlySatisfied: number | null;
  responseOnly: number;
  responseOnlyContacted: number;
  source: (typeof FIGURE_SOURCES)[number];
  corrected: boolean;
  reason: string | null;
}

/** The figures that were published, with what came of them; those that were corrected are marked. */
export const figuresIn = query({
  name: 'exports.figures',
  allow: (who, _: { no: number }) => who.kind === 'person' || who.kind === 'import',
  read: async ({ db, communityId }) => {
    const found = await rows<PeriodRow>(
      { db },
      sql`select json_build_object('from', r.from_day, 'to', r.to_day, 'profile', ${profileView}, 'effective', r.effective,
          'contacted', r.contacted, 'resolved', r.resolved, 'satisfied', r.satisfied, 'fairlySatisfied', r.fairly_satisfied,
          'responseOnly', r.response_only, 'responseOnlyContacted', r.response_only_contacted, 'source', r.source,
          'reason', r.reason, 'corrected', exists (select 1 from rate_period l where l.community_id = r.community_id
            and l.corrects = r.id)) as view
        from rate_period r left join rate_profile p on p.id = r.profile_id
        where r.community_id = ${communityId} order by r.from_day, r.id limit 1000`,
    );
    return found.map((one) => {
      const profile = one.profile ?? USUAL;
      return { ...one, profile, rates: rates(one, profile) };
    });
  },
});
