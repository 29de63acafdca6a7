import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { caseContent, cases } from '@/db/schema/cases';
import { caseTier } from '@/db/schema/handling';
import { caseEvent } from '@/db/schema/orders';
import { asGivenOut, asItHangs, reachedAt } from '@/features/cases/facts';
import { type Actor, personOf, type Role, roleOf } from '@/lib/actor';
import type { Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { type Handled, mayKnow } from './policy';
import {
  after,
  type CaseState,
  type CaseStep,
  type Event,
  MEASURES,
  OPEN,
  type Standing,
  standingOf,
  type Tier,
} from './rules';
import type { Party } from './rules/guard';
import type { Late } from './rules/late';

type Here = Pick<Scope, 'db' | 'communityId'>;
export type CaseRow = typeof cases.$inferSelect;

/** A time limit that is on the list, or was. */
interface KeptTier extends Tier {
  retired: boolean;
}

/** A case with what was done with it. */
export interface OneCase extends Handled {
  row: CaseRow;
  standing: Standing;
  tiers: KeptTier[];
  /** Every agency there ever was: its events name them. */
  agencies: { id: number; name: string; role: Role | null }[];
  lastNudge: Date | null;
  /** What it is called before those who do not read its words. */
  hung: { title: string; place: string };
  /** What it is called before the property service. */
  givenOut: { title: string; place: string };
  /** The case it goes on with in the end. */
  lead: { id: number; state: CaseState } | null;
  leadAnswered: boolean;
  /** Whom it is brought against, and whom those that go on with it are. */
  againsts: Party[];
}

/** Every time limit there ever was: events name them. */
export const tiersOf = ({ db, communityId }: Here): Promise<KeptTier[]> =>
  db
    .select({
      id: caseTier.id,
      amount: caseTier.amount,
      measure: caseTier.measure,
      retired: sql<boolean>`${caseTier.retiredAt} is not null`,
    })
    .from(caseTier)
    .where(eq(caseTier.communityId, communityId))
    .orderBy(sql`array_position(${sql.param([...MEASURES])}::text[], ${caseTier.measure})`, asc(caseTier.amount));

type Agencies = OneCase['agencies'];

/** Both lists events name, as columns of any statement in a community. */
const lists = (communityId: number) => ({
  agencies: sql<Agencies>`(select coalesce(json_agg(json_build_object('id', id, 'name', name, 'role', role) order by id), '[]')
    from agency where community_id = ${communityId})`,
  tiers: sql<KeptTier[]>`(select coalesce(json_agg(json_build_object('id', id, 'amount', amount, 'measure', measure,
      'retired', retired_at is not null)
    order by array_position(${sql.param([...MEASURES])}::text[], measure), amount), '[]') from case_tier where community_id = ${communityId})`,
});
type Lists = { agencies: Agencies; tiers: KeptTier[] };

const eventColumns = {
  caseId: caseEvent.caseId,
  step: caseEvent.step,
  at: caseEvent.at,
  personId: caseEvent.personId,
  agencyId: caseEvent.agencyId,
  handlerId: caseEvent.handlerId,
  tierId: caseEvent.tierId,
  fromAt: caseEvent.fromAt,
  untilAt: caseEvent.untilAt,
  intoId: caseEvent.intoId,
  reached: caseEvent.reached,
};

type Written = Omit<Event, 'at' | 'fromAt' | 'untilAt'> &
  Record<'at', string> &
  Record<'fromAt' | 'untilAt', string | null>;
const moment = (text: string | null) => (text === null ? null : new Date(text));
const unwritten = ({ at, fromAt, untilAt, ...event }: Written): Event => ({
  ...event,
  at: new Date(at),
  fromAt: moment(fromAt),
  untilAt: moment(untilAt),
});

/** What was done with a case, as a column beside it. */
const eventsOf = sql<Written[]>`(select coalesce(json_agg(json_build_object('step', e.step, 'at', e.at,
    'personId', e.person_id, 'agencyId', e.agency_id, 'handlerId', e.handler_id, 'tierId', e.tier_id,
    'fromAt', e.from_at, 'untilAt', e.until_at, 'intoId', e.into_id, 'reached', e.reached) order by e.id), '[]')
  from case_event e where e.community_id = cases.community_id and e.case_id = cases.id)`;

/** A case, and the households that joined it. */
const withJoined = {
  row: cases,
  joined: sql<number[]>`array(select j.household_id from case_join j
    where j.community_id = cases.community_id and j.case_id = cases.id)`,
};

const hung = asItHangs(sql`cases`);
const givenOut = asGivenOut(sql`cases`);

/** What is known of it by others: how it hangs, and what goes on with it, or with what it goes on. */
const beside = {
  hung: sql<OneCase['hung']>`json_build_object('title', ${hung.title}, 'place', ${hung.place})`,
  givenOut: sql<OneCase['givenOut']>`json_build_object('title', ${givenOut.title}, 'place', ${givenOut.place})`,
  also: sql<Omit<Party, 'role'>[]>`(with recursive down as (
      select m.id, m.against_agency_id, m.against_id from cases m
        where m.community_id = cases.community_id and m.into_id = cases.id and m.state = 'merged'
      union all select m.id, m.against_agency_id, m.against_id from cases m join down on m.into_id = down.id
        where m.community_id = cases.community_id and m.state = 'merged')
    select coalesce(json_agg(json_build_object('agencyId', against_agency_id, 'personId', against_id)), '[]') from down)`,
  lead: sql<OneCase['lead']>`(with recursive up as (
      select m.id, m.state, m.into_id from cases m
        where m.community_id = cases.community_id and m.id = cases.into_id and cases.state = 'merged'
      union all select m.id, m.state, m.into_id from cases m join up on up.state = 'merged' and m.id = up.into_id
        where m.community_id = cases.community_id)
    select json_build_object('id', id, 'state', state) from up where state <> 'merged')`,
};
type Beside = Pick<OneCase, 'hung' | 'givenOut' | 'lead'> & { also: Omit<Party, 'role'>[] };

function stands(
  { row, joined }: { row: CaseRow; joined: number[] },
  events: readonly Event[],
  known: Lists & Beside,
): OneCase {
  const { agencies, tiers, hung, givenOut, lead, also } = known;
  const roleOfAgency = (id: number | null): Role | null => agencies.find((one) => one.id === id)?.role ?? null;
  const standing = standingOf(row.receivedAt, events, tiers);
  return {
    row,
    standing,
    tiers,
    agencies,
    reportedBy: row.recordedBy,
    keyId: row.keyId,
    lastNudge: events.findLast((one) => one.step === 'nudge')?.at ?? null,
    households: [row.householdId, ...joined].filter((one) => one !== null),
    given: standing.agencyId !== null,
    agencyRole: roleOfAgency(standing.agencyId),
    handlerId: standing.handlerId,
    againstRole: roleOfAgency(row.againstAgencyId),
    againstId: row.againstId,
    againsts: [{ agencyId: row.againstAgencyId, personId: row.againstId }, ...also].map((one) => ({
      ...one,
      role: roleOfAgency(one.agencyId),
    })),
    helpers: [...standing.assists, standing.called].map(roleOfAgency).filter((one) => one !== null),
    posted: row.postedAt !== null,
    hung,
    givenOut,
    lead,
    leadAnswered: lead !== null && !OPEN.includes(lead.state),
    answered: !OPEN.includes(standing.state),
  };
}

/** Those of these numbers there are, as they stand. */
export async function findCases({ db, communityId }: Here, numbers: readonly number[]): Promise<OneCase[]> {
  const found = await db
    .select({ ...withJoined, ...beside, events: eventsOf, ...lists(communityId) })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), inArray(cases.no, [...numbers])))
    .orderBy(asc(cases.no));
  return found.map((one) => stands(one, one.events.map(unwritten), one));
}

/** What of each of these came after its time. */
export async function latesOf(here: Here, ids: readonly number[]): Promise<Map<number, readonly Late[]>> {
  if (ids.length === 0) return new Map();
  const found = await here.db
    .select({ id: cases.id, receivedAt: cases.receivedAt, events: eventsOf, tiers: lists(here.communityId).tiers })
    .from(cases)
    .where(and(eq(cases.communityId, here.communityId), inArray(cases.id, [...ids])));
  return new Map(
    found.map(({ id, receivedAt, events, tiers }) => [id, standingOf(receivedAt, events.map(unwritten), tiers).lates]),
  );
}

/** The case of this number as it stands. */
export const findCase = async (here: Here, no: number): Promise<OneCase | undefined> =>
  (await findCases(here, [no]))[0];

/** Who complained, for whoever keeps them out of what others read. */
export async function complainantOf({ db, communityId }: Here, id: number): Promise<string> {
  const [found] = await db
    .select({ complainant: reachedAt(sql`cases`, sql`case_content`).complainant })
    .from(cases)
    .leftJoin(caseContent, and(eq(caseContent.communityId, communityId), eq(caseContent.caseId, cases.id)))
    .where(and(eq(cases.communityId, communityId), eq(cases.id, id)));
  return found?.complainant ?? '';
}

type Asked = Pick<Scope, 'db' | 'communityId' | 'who'>;

/**
 * These cases, locked in the order of their keys: every step of their lives takes this lock first. What whoever asks may not
 * know of is not among them.
 */
export async function lockCases(here: Asked, numbers: readonly number[]): Promise<OneCase[]> {
  const { db, communityId } = here;
  const rows = await db
    .select(withJoined)
    .from(cases)
    .where(and(eq(cases.communityId, communityId), inArray(cases.no, [...numbers])))
    .orderBy(asc(cases.id))
    .for('update');
  if (rows.length === 0) return [];
  // What was written while the lock was waited for is seen by the next statement only.
  const ids = rows.map(({ row }) => row.id);
  const both = lists(communityId);
  const { rows: known } = await db.execute<Lists>(sql`select ${both.agencies} as agencies, ${both.tiers} as tiers`);
  const events = await db
    .select(eventColumns)
    .from(caseEvent)
    .where(and(eq(caseEvent.communityId, communityId), inArray(caseEvent.caseId, ids)))
    .orderBy(asc(caseEvent.id));
  const others = await db
    .select({ id: cases.id, ...beside })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), inArray(cases.id, ids)));
  const locked = rows.map((one) => {
    const own = events.filter(({ caseId }) => caseId === one.row.id);
    const other = others.find(({ id }) => id === one.row.id) ?? {
      hung: { title: '', place: '' },
      givenOut: { title: '', place: '' },
      lead: null,
      also: [],
    };
    return stands(one, own, { ...(known[0] ?? { agencies: [], tiers: [] }), ...other });
  });
  return locked.filter((one) => mayKnow(here.who, one));
}

export const lockCase = async (here: Asked, no: number): Promise<OneCase | undefined> =>
  (await lockCases(here, [no]))[0];

interface Taken extends Partial<Omit<Event, 'step' | 'at' | 'personId'>> {
  step: CaseStep;
  words?: string;
  groundId?: number | null;
}

/** One step of a case: the event with its number, and how it stands after it. */
export async function takeStep(
  { db, communityId, now, actor }: Here & { now: Date; actor: Actor },
  { row, standing, tiers }: OneCase,
  { words = '', groundId = null, ...more }: Taken,
): Promise<Standing & { stepId: number }> {
  const event: Event = {
    agencyId: null,
    handlerId: null,
    tierId: null,
    fromAt: null,
    untilAt: null,
    intoId: null,
    reached: null,
    ...more,
    at: now,
    personId: personOf(actor),
  };
  const next = after(standing, event, tiers);
  const [written] = await db
    .insert(caseEvent)
    .values({ ...event, communityId, caseId: row.id, role: roleOf(actor), words, groundId })
    .returning({ id: caseEvent.id });
  const { state, agencyId, handlerId, tierId, due: dueAt, repliedAt, inTime, intoId } = next;
  await db
    .update(cases)
    .set({ state, agencyId, handlerId, tierId, dueAt, repliedAt, inTime, intoId })
    .where(and(eq(cases.communityId, communityId), eq(cases.id, row.id)));
  return { ...next, stepId: written?.id ?? 0 };
}

/** What a command answers once a step was taken. */
export const stepDone = <C extends { [key: string]: Json }>({ row }: OneCase, content: C) => ({
  ok: true as const,
  value: { case: row.no },
  leaf: { subject: `cases/${row.no}`, content },
  changed: [],
});
