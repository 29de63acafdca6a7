import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { proposal } from '@/db/schema/proposals';
import { whyNot } from '@/lib/act';
import { personQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import * as acts from '../acts';
import { findCase } from '../moves';
import { mayAskOn } from '../policy';
import type { CaseState } from '../rules';
import { courseOf, looksOf } from './one';

/** What only staff need to read in the course of a case: who passed it to whom, and how they put it. */
const INSIDE = ['assign', 'dismiss', 'close', 'archive', 'object'];

/** How far one's own case has come, with who has it and until when; who looked at the number; and what one can say to it. */
export const myCase = query({
  name: 'case.mine',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { db, communityId, who, now } = scope;
    const one = await findCase(scope, no);
    if (!one || who.kind !== 'person' || mayAskOn(who, one) === null) return undefined;
    const { row, standing } = one;
    const lead = one.agencies.find(({ id }) => id === standing.agencyId);
    const [into] =
      standing.intoId === null
        ? []
        : await db
            .select({ no: cases.no })
            .from(cases)
            .where(and(eq(cases.communityId, communityId), eq(cases.id, standing.intoId)));
    const links = await db
      .select({ no: proposal.no, title: proposal.title })
      .from(caseLink)
      .innerJoin(proposal, and(eq(proposal.communityId, communityId), eq(proposal.id, caseLink.proposalId)))
      .where(and(eq(caseLink.communityId, communityId), eq(caseLink.caseId, row.id), isNotNull(proposal.no)));
    const course = await courseOf(scope, row.id);
    const own = row.recordedBy === who.personId && row.source === 'web';
    const asked = { facts: one, who, now };
    return {
      id: row.id,
      no,
      title: row.title,
      place: row.place,
      receivedAt: row.receivedAt,
      standing,
      lead: lead?.name ?? null,
      into: into?.no ?? null,
      own,
      hangs: row.postedAt && { title: row.postedTitle ?? row.title, place: row.postedPlace ?? row.place },
      links: links.map((each) => ({ proposal: each.no ?? 0, title: each.title })),
      course: course
        .filter(({ step }) => !INSIDE.includes(step))
        // What staff wrote among themselves is theirs; the answer, and why it takes longer, is for whoever asked.
        .map(({ words, name: _, handler: _handler, ...rest }) => ({
          ...rest,
          words: ['reply', 'extend', 'escalate', 'settle'].includes(rest.step) || rest.role === 'resident' ? words : '',
        })),
      looks: own || row.householdId !== null ? await looksOf(scope, row.id) : [],
      mayNudge: whyNot(acts.nudgeCase, asked) === null,
      nudged: acts.nudgeCase.why(one, now)?.code === 'nudged_today',
      mayReopen: whyNot(acts.reworkCase, asked) === null,
    };
  },
});
export type MyCase = NonNullable<Awaited<ReturnType<typeof myCase>>>;

export interface MyCaseLine {
  community: string;
  zh: string;
  en: string;
  no: number;
  title: string;
  state: CaseState;
  agency: string | null;
  due: string | null;
  at: string;
}

/** What this person reported, what was written down for their home, what they joined: the latest first. */
export const myCases = personQuery({
  name: 'cases.mine',
  read: ({ db, personId }, { after }: { after: number | null }) =>
    rows<MyCaseLine & { id: number }>(
      { db },
      sql`with homes as materialized (select r.community_id, r.household_id, r.from_at from residency r
          where r.person_id = ${personId} and r.to_at is null),
        mine as (select k.community_id, k.id from cases k where k.recorded_by = ${personId} and k.source = 'web'
          union select k.community_id, k.id from cases k join homes h on h.community_id = k.community_id
            and h.household_id = k.household_id where k.received_at >= h.from_at and k.source <> 'web'
          union select j.community_id, j.case_id from case_join j join homes h on h.community_id = j.community_id
            and h.household_id = j.household_id where j.at >= h.from_at)
        select json_build_object('id', k.id, 'community', c.slug, 'zh', c.name_zh, 'en', c.name_en, 'no', k.no, 'title', k.title,
          'state', k.state, 'agency', a.name, 'due', k.due_at, 'at', k.received_at) as view
        from mine m join cases k on k.community_id = m.community_id and k.id = m.id
          join community c on c.id = k.community_id
          left join agency a on a.community_id = k.community_id and a.id = k.agency_id
        where ${after}::integer is null or k.id < ${after} order by k.id desc limit 21`,
    ),
});
