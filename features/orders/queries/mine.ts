import { and, desc, eq, sql } from 'drizzle-orm';
import { caseEvent } from '@/db/schema/orders';
import { whyNot } from '@/lib/act';
import { asHousehold } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import * as acts from '../acts';
import { findCase, type OneCase } from '../moves';
import { mayAskOn } from '../policy';
import { whenOf } from '../rules/when';
import { courseOf } from './one';

/** What only staff need to read in the course of a case: who passed it to whom, and how they put it. */
const INSIDE = ['assign', 'dismiss', 'close', 'archive', 'object'];

/** What is written for whoever asked, and what they wrote. */
const FOR_THEM = ['reply', 'extend', 'escalate', 'settle', 'rework'];
const BY_THEM = ['reporter', 'neighbour'];

/** The answer that was given last: what goes on with another has that one's, as it was written for all of them. */
async function answerOf({ db, communityId }: Scope, { row, lead, leadAnswered, standing }: OneCase) {
  const of = lead ? (leadAnswered ? lead.id : null) : standing.repliedAt && row.id;
  if (of === null) return null;
  const [said] = await db
    .select({ words: caseEvent.words, at: caseEvent.at })
    .from(caseEvent)
    .where(and(eq(caseEvent.communityId, communityId), eq(caseEvent.caseId, of), eq(caseEvent.step, 'reply')))
    .orderBy(desc(caseEvent.id))
    .limit(1);
  return said ?? null;
}

interface Besides {
  into: number | null;
  links: { proposal: number; title: string }[];
  looks: { role: string; at: string; exported: boolean }[];
}

/** What it goes on with, what it was put with, and which offices have looked at the number. */
async function besides({ db, communityId }: Scope, id: number): Promise<Besides> {
  const [found] = await rows<Besides>(
    { db },
    sql`select json_build_object(
        'into', (select o.no from cases o where o.community_id = k.community_id and o.id = k.into_id),
        'links', (select coalesce(json_agg(json_build_object('proposal', p.no, 'title', p.title) order by p.no), '[]')
          from case_link l join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
          where l.community_id = k.community_id and l.case_id = k.id and p.no is not null),
        'looks', (select coalesce(json_agg(json_build_object('role', x.role, 'at', x.at,
            'exported', x.export_id is not null) order by x.id desc), '[]')
          from (select c.id, c.role, c.at, c.export_id from case_look c where c.community_id = k.community_id and c.case_id = k.id
            order by c.id desc limit 50) x)) as view
      from cases k where k.community_id = ${communityId} and k.id = ${id}`,
  );
  return found ?? { into: null, links: [], looks: [] };
}

/** How far one's own case has come, with who has it and until when; who looked at the number; and what one can say to it. */
export const myCase = query({
  name: 'case.mine',
  allow: (who, _: { no: number }) => who.kind === 'person',
  read: async (scope, { no }) => {
    const { who, now } = scope;
    const one = await findCase(scope, no);
    if (!one || who.kind !== 'person' || mayAskOn(who, one) === null) return undefined;
    const { row, standing } = one;
    const lead = one.agencies.find(({ id }) => id === standing.agencyId);
    const beside = await besides(scope, row.id);
    const own = row.recordedBy === who.personId && row.source === 'web';
    const ours = own || (row.householdId !== null && asHousehold(who, row.householdId) !== null);
    const course = await courseOf(scope, row.id, { personId: who.personId, own: ours });
    const answer = ours ? await answerOf(scope, one) : null;
    const called = ours ? row : one.hung;
    const asked = { facts: one, who, now };
    return {
      id: row.id,
      no,
      title: called.title,
      place: called.place,
      receivedAt: row.receivedAt,
      standing,
      when: whenOf(standing, now),
      now,
      lead: lead?.name ?? null,
      into: ours ? beside.into : null,
      ours,
      answer,
      own,
      hangs: row.postedAt && { title: row.postedTitle ?? row.title, place: row.postedPlace ?? row.place },
      links: beside.links,
      course: course
        .filter(({ step }) => !INSIDE.includes(step))
        // What staff wrote among themselves is theirs; the answer, and why it takes longer, is for whoever asked.
        .map(({ words, name: _, handler: _handler, ...rest }) => ({
          ...rest,
          ...(!ours && { ground: null, until: null, into: null, reached: null }),
          words: (ours && FOR_THEM.includes(rest.step)) || BY_THEM.includes(rest.role) ? words : '',
        })),
      looks: ours ? beside.looks.map((look) => ({ ...look, at: new Date(look.at) })) : [],
      mayNudge: whyNot(acts.nudgeCase, asked) === null,
      nudged: acts.nudgeCase.why(one, now)?.code === 'nudged_today',
      mayReopen: whyNot(acts.reworkCase, asked) === null,
    };
  },
});
export type MyCase = NonNullable<Awaited<ReturnType<typeof myCase>>>;
