import { and, desc, eq, sql } from 'drizzle-orm';
import { caseContent, cases } from '@/db/schema/cases';
import { agency, handingGround } from '@/db/schema/handling';
import { caseEvent } from '@/db/schema/orders';
import { building, entrance, household, person, unit } from '@/db/schema/people';
import { categoryPath, reachedAt } from '@/features/cases/facts';
import { mayFindCases, mayReadCases } from '@/features/cases/policy';
import { whyNot } from '@/lib/act';
import type { Who } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import { maskedPhone } from '@/lib/phone';
import { query } from '@/lib/query';
import * as acts from '../acts';
import { findCase, type OneCase } from '../moves';
import { calledBefore, NEVER, theirs, turnOf } from '../moves/asked';
import { calledFor, mayReadOrder, maySeeContact } from '../policy';
import { type CaseStep, usualNext } from '../rules';
import { maskedName } from '../rules/shown';
import { whenOf } from '../rules/when';

/** The steps somebody can take at the desk, in the order in which they usually come. */
const AT_DESK = {
  dispatch: acts.dispatchCase,
  sign: acts.signCase,
  contact: acts.contactCase,
  handle: acts.handleCase,
  reply: acts.replyCase,
  close: acts.closeCase,
  object: acts.objectCase,
  dismiss: acts.dismissCase,
  arrive: acts.arriveCase,
  settle: acts.settleCase,
  extend: acts.extendCase,
  whistle: acts.whistleCase,
  escalate: acts.escalateCase,
  supervise: acts.superviseCase,
  assist: acts.assistCase,
  hand_on: acts.handOnCase,
  merge: acts.mergeCase,
  split: acts.splitCase,
  rework: acts.reworkCase,
  archive: acts.archiveCase,
} as const;
export type DeskStep = keyof typeof AT_DESK | 'assign';

export const isDeskStep = (word: string): word is DeskStep => word === 'assign' || word in AT_DESK;

/** What whoever asks can do with it now; why not, for one of them. */
function stepsOf(one: OneCase, who: Who, now: Date): DeskStep[] {
  const asked = { facts: one, who, now };
  const can = (Object.keys(AT_DESK) as (keyof typeof AT_DESK)[]).filter(
    (step) => whyNot(AT_DESK[step], asked) === null,
  );
  const next = usualNext(one.standing.state, one.agencyRole !== 'property');
  const ordered = [...can.filter((step) => step === next), ...can.filter((step) => step !== next)];
  return whyNot(acts.assignCase, { ...asked, facts: [one] }) === null ? [...ordered, 'assign'] : ordered;
}

export const blockOf = (one: OneCase, step: DeskStep, { who, now }: Pick<Scope, 'who' | 'now'>) =>
  step === 'assign'
    ? whyNot(acts.assignCase, { facts: [one], who, now })
    : whyNot(AT_DESK[step], { facts: one, who, now });

export interface CourseLine {
  id: number;
  step: CaseStep;
  role: string;
  name: string | null;
  words: string;
  agency: string | null;
  handler: string | null;
  ground: string | null;
  beyond: boolean;
  until: Date | null;
  into: number | null;
  reached: boolean | null;
  at: Date;
}

/** Those who are no staff: nobody reads here what they are called. */
const OUTSIDE = ['reporter', 'neighbour', 'machine'];

/** Who reads what residents wrote in its course: all of it, or what they wrote themselves and, of their own case, their home. */
export type CourseReader = 'all' | { personId: number | null; own: boolean };

/** What was done with a case, the latest first. */
export async function courseOf(
  { db, communityId }: Pick<Scope, 'db' | 'communityId'>,
  caseId: number,
  reader: CourseReader,
): Promise<CourseLine[]> {
  const told = await db
    .select({
      id: caseEvent.id,
      step: caseEvent.step,
      role: caseEvent.role,
      personId: caseEvent.personId,
      own: sql<boolean>`exists (select from cases k where k.community_id = ${communityId} and k.id = ${caseId}
        and (k.recorded_by = ${caseEvent.personId} and k.source = 'web' or exists (select from residency r
          where r.community_id = k.community_id and r.household_id = k.household_id and r.person_id = ${caseEvent.personId})))`,
      name: person.name,
      words: caseEvent.words,
      agency: agency.name,
      handler: sql<string | null>`(select n.name from person n where n.id = ${caseEvent.handlerId})`,
      ground: handingGround.name,
      beyond: sql<boolean>`coalesce(${handingGround.beyond}, false)`,
      until: caseEvent.untilAt,
      into: cases.no,
      reached: caseEvent.reached,
      at: caseEvent.at,
    })
    .from(caseEvent)
    .leftJoin(person, eq(person.id, caseEvent.personId))
    .leftJoin(agency, and(eq(agency.communityId, communityId), eq(agency.id, caseEvent.agencyId)))
    .leftJoin(handingGround, and(eq(handingGround.communityId, communityId), eq(handingGround.id, caseEvent.groundId)))
    .leftJoin(cases, and(eq(cases.communityId, communityId), eq(cases.id, caseEvent.intoId)))
    .where(and(eq(caseEvent.communityId, communityId), eq(caseEvent.caseId, caseId)))
    .orderBy(desc(caseEvent.id))
    .limit(200);
  return told.map(({ personId, role, own, ...line }) => {
    const by = role === 'resident' ? (own ? 'reporter' : 'neighbour') : role;
    const theirs = OUTSIDE.includes(by);
    const hears =
      !theirs || reader === 'all' || (personId !== null && personId === reader.personId) || (own && reader.own);
    return { ...line, role: by, name: theirs ? null : line.name, words: hears ? line.words : '' };
  });
}

const contacted = reachedAt(sql`cases`, sql`case_content`);

/** Whose it is, who helps, and whom it is brought against, by their names. */
function namesOf({ agencies, row, standing }: OneCase) {
  const called = (id: number | null) => agencies.find((one) => one.id === id)?.name ?? null;
  return {
    lead: called(standing.agencyId),
    against: called(row.againstAgencyId),
    assists: standing.assists.map((id) => called(id) ?? ''),
  };
}

/** What of theirs comes after it, in the order of the list; from its end on, the first. With how many there are. */
function nextOf(scope: Scope, { row, standing }: OneCase) {
  const key = sql`(coalesce(k.due_at, ${NEVER}::timestamptz), k.id)`;
  return sql<{
    no: number;
    title: string;
    count: number;
  } | null>`(select json_build_object('no', n.no, 'title', n.title,
      'count', n.count) from (select k.no, ${calledBefore(scope.who).title} as title, count(*) over () as count
        from cases k where ${theirs(scope)} and k.state <> 'archived' and k.id <> ${row.id} and ${turnOf(scope)}
        order by ${key} > (${standing.due?.toISOString() ?? NEVER}::timestamptz, ${row.id}) desc, ${key} limit 1) n)`;
}

/** Another that was put with it, by whom and why. */
interface MergedIn {
  id: number;
  no: number;
  at: string;
  role: string;
  name: string | null;
  words: string;
}

async function around(scope: Scope, one: OneCase) {
  const { db, communityId } = scope;
  const [row] = await db
    .select({
      building: building.name,
      words: caseContent.words,
      ...contacted,
      handler: sql<string | null>`(select n.name from person n where n.id = ${cases.handlerId})`,
      againstName: sql<string | null>`(select n.name from person n where n.id = ${cases.againstId})`,
      into: sql<
        number | null
      >`(select o.no from cases o where o.community_id = ${communityId} and o.id = ${cases.intoId})`,
      category: categoryPath(sql`cases`),
      joined: sql<number>`(select count(*)::int from case_join j where j.community_id = ${communityId} and j.case_id = ${cases.id})`,
      merged: sql<
        MergedIn[]
      >`(select coalesce(json_agg(json_build_object('id', e.id, 'no', m.no, 'at', e.at, 'role', e.role,
          'name', n.name, 'words', e.words) order by e.id), '[]')
        from cases m join case_event e on e.community_id = m.community_id and e.case_id = m.id and e.step = 'merge'
          and e.into_id = m.into_id left join person n on n.id = e.person_id
        where m.community_id = ${communityId} and m.into_id = ${cases.id} and m.state = 'merged')`,
      next: nextOf(scope, one),
    })
    .from(cases)
    .leftJoin(caseContent, and(eq(caseContent.communityId, communityId), eq(caseContent.caseId, cases.id)))
    .leftJoin(building, and(eq(building.communityId, communityId), eq(building.id, cases.buildingId)))
    .where(and(eq(cases.communityId, communityId), eq(cases.id, one.row.id)));
  return row;
}

/** One case at the desk, with what was done with it and what whoever reads can do. Names and numbers are masked. */
export const orderPage = query({
  name: 'case.order',
  allow: (who, _: { no: number }) => mayFindCases(who),
  read: async (scope, { no }) => {
    const { who, now } = scope;
    const one = await findCase(scope, no);
    if (!one || !mayReadOrder(who, one)) return undefined;
    const row = await around(scope, one);
    if (!row) return undefined;
    const { row: found, standing } = one;
    const names = namesOf(one);
    const reads = mayReadCases(who);
    const called = calledFor(who, one);
    const course = await courseOf(scope, found.id, reads ? 'all' : { personId: null, own: false });
    const seen = new Set<number>();
    for (const into of new Set([row.into, ...course.map((line) => line.into)])) {
      if (into === null) continue;
      const other = reads ? undefined : await findCase(scope, into);
      if (reads || (other && mayReadOrder(who, other))) seen.add(into);
    }
    const visible = (into: number | null) => (into !== null && seen.has(into) ? into : null);
    return {
      id: found.id,
      no,
      title: called.title,
      kind: found.kind,
      source: found.source,
      place: called.place,
      externalNo: found.externalNo,
      happenedAt: found.happenedAt,
      receivedAt: found.receivedAt,
      posted: found.postedAt !== null,
      category: row.category ?? (reads ? found.category : ''),
      building: row.building,
      lead: names.lead,
      assists: names.assists,
      against: row.againstName ?? names.against,
      handler: row.handler,
      outside: one.given && one.agencyRole === null,
      standing,
      when: whenOf(standing, now),
      now,
      next: row.next,
      into: visible(row.into),
      joined: row.joined,
      words: reads ? (row.words ?? '') : null,
      complainant: reads ? maskedName(row.complainant ?? '') : null,
      phone: reads && row.phone ? maskedPhone(row.phone) : null,
      hasContact: maySeeContact(who, one) !== null,
      merged: reads ? row.merged : [],
      course: course.map((line) => ({ ...line, into: visible(line.into) })),
      steps: stepsOf(one, who, now),
    };
  },
});
export type OrderPage = NonNullable<Awaited<ReturnType<typeof orderPage>>>;

/** So long a look at a number lasts. */
const LOOK_MINUTES = 30;

/** Who complained, in full, to whoever has just said that they look; and who has looked. */
export const caseContact = query({
  name: 'case.contact',
  allow: (who, _: { no: number }) => mayFindCases(who),
  read: async (scope, { no }) => {
    const { db, communityId, who, now } = scope;
    const one = await findCase(scope, no);
    if (!one || who.kind !== 'person' || maySeeContact(who, one) === null) return undefined;
    const [row] = await db
      .select({
        ...contacted,
        building: building.name,
        entrance: entrance.no,
        door: unit.door,
        looked: sql<boolean>`exists (select 1 from case_look l where l.community_id = ${communityId}
          and l.case_id = ${cases.id} and l.person_id = ${who.personId}
          and l.at > ${now.toISOString()}::timestamptz - make_interval(mins => ${LOOK_MINUTES}))`,
      })
      .from(cases)
      .leftJoin(caseContent, and(eq(caseContent.communityId, communityId), eq(caseContent.caseId, cases.id)))
      .leftJoin(building, and(eq(building.communityId, communityId), eq(building.id, cases.buildingId)))
      .leftJoin(household, and(eq(household.communityId, communityId), eq(household.id, cases.householdId)))
      .leftJoin(entrance, and(eq(entrance.communityId, communityId), eq(entrance.id, household.entranceId)))
      .leftJoin(unit, and(eq(unit.communityId, communityId), eq(unit.id, household.unitId)))
      .where(and(eq(cases.communityId, communityId), eq(cases.id, one.row.id)));
    if (!row) return undefined;
    const { looked, ...contact } = row;
    return { no, title: one.row.title, contact: looked ? contact : null };
  },
});
