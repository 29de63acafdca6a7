import { type SQL, sql } from 'drizzle-orm';
import { leftOpen } from '@/db/handovers';
import { termActive } from '@/db/moves';
import type { ProposalState } from '@/db/schema/proposals';
import { mayRecordFigures } from '@/features/figures/policy';
import { correctionEnds, mayCorrect } from '@/features/opinions/rules';
import { silentFrom } from '@/features/works/rules';
import { addDays, type Day, daysAfter, shanghaiDate, startOfDay, workingDaysAfter } from '@/lib/calendar';
import { type Database, personQuery, query } from '@/lib/gate';
import { mayReadToday, tasksOf } from './policy';
import { cursorText, DESK_TASKS, type DeskTask, type LetterCursor } from './rules';

const PAGE = 20;

/** One statement whose rows are JSON: moments are ISO texts. */
async function rows<T>(db: Database, statement: SQL): Promise<T[]> {
  const found = await db.execute<{ view: T }>(statement);
  return found.rows.map((row) => row.view);
}

const homesOf = (personId: number) =>
  sql`select r.community_id, r.household_id from residency r where r.person_id = ${personId} and r.to_at is null`;

export interface LetterView {
  id: number;
  kind: string;
  /** Where it leads: an address without language. */
  subject: string;
  detail: string;
  read: boolean;
  at: string;
  community: { zh: string; en: string };
}

const lettersOf = (db: Database, personId: number, after: LetterCursor | null, limit: number) =>
  rows<LetterView>(
    db,
    sql`select json_build_object('id', l.id, 'kind', l.kind, 'subject', l.subject, 'detail', l.detail,
        'read', l.read_at is not null, 'at', l.at, 'community', json_build_object('zh', c.name_zh, 'en', c.name_en)) as view
      from letter l join community c on c.id = l.community_id
      where (l.person_id = ${personId} or (l.community_id, l.household_id) in (${homesOf(personId)}))
        and ${after ? sql`((l.read_at is not null)::int, -l.id) > (${after.read ? 1 : 0}, ${-after.id})` : sql`true`}
      order by (l.read_at is not null), l.id desc limit ${limit}`,
  );

/** Letters to this person and to their households, unread first, newest first; `next` begins the page after. */
export const myLetters = personQuery({
  name: 'letters.mine',
  read: async ({ db, personId }, { after }: { after: LetterCursor | null }) => {
    const found = await lettersOf(db, personId, after, PAGE + 1);
    const letters = found.slice(0, PAGE);
    const last = letters.at(-1);
    return { letters, next: found.length > PAGE && last ? cursorText(last) : null };
  },
});

interface MyRound {
  community: string;
  round: number;
  k: number;
  title: string;
  closesAt: string;
}

interface MyRecorded {
  community: string;
  round: number;
  title: string;
  receivedAt: string;
}

interface MyRole {
  community: string;
  zh: string;
  en: string;
  role: string;
}

const placesOf = (db: Database, personId: number) =>
  rows<{ community: string; zh: string; en: string }>(
    db,
    sql`select distinct on (c.slug) json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en) as view
      from (${homesOf(personId)}) h join community c on c.id = h.community_id order by c.slug`,
  );

/** The communities this person lives in. */
export const myHomes = personQuery({
  name: 'homes.mine',
  read: ({ db, personId }, _: Record<never, never>) => placesOf(db, personId),
});

/**
 * What needs this person, over all their communities: unread letters (at most 20), open rounds their household has not
 * answered, what others recorded for it and it may still correct, answers it has not judged, and the roles they hold.
 */
export const myToday = personQuery({
  name: 'today.mine',
  read: async ({ db, personId, now }, _: Record<never, never>) => {
    const moment = sql`${now.toISOString()}::timestamptz`;
    const letters = (await lettersOf(db, personId, null, PAGE)).filter((one) => !one.read);
    const rounds = await rows<MyRound>(
      db,
      sql`select json_build_object('community', c.slug, 'round', r.no, 'k', r.k, 'title', p.title,
          'closesAt', r.closes_at) as view
        from round r join community c on c.id = r.community_id
          join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
        where r.state = 'open' and r.opens_at <= ${moment} and r.closes_at > ${moment}
          and exists (select 1 from electorate e join (${homesOf(personId)}) h using (community_id, household_id)
            where e.community_id = r.community_id and e.round_id = r.id and e.asked
              and not exists (select 1 from opinion o where o.community_id = e.community_id and o.round_id = e.round_id
                and o.household_id = e.household_id))
        order by r.closes_at limit 20`,
    );
    const recorded = await rows<MyRecorded>(
      db,
      sql`select json_build_object('community', c.slug, 'round', r.no, 'title', p.title, 'receivedAt', o.received_at) as view
        from opinion o join (${homesOf(personId)}) h using (community_id, household_id)
          join round r on r.community_id = o.community_id and r.id = o.round_id
          join community c on c.id = r.community_id
          join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
        where not o.own and o.received_at > ${daysAfter(now, -7).toISOString()}::timestamptz
          and not exists (select 1 from opinion later where later.community_id = o.community_id
            and later.round_id = o.round_id and later.household_id = o.household_id and (later.own or later.seq > o.seq))
        order by o.received_at limit 20`,
    );
    const answers = await rows<{ community: string; title: string; wording: string; answeredAt: string }>(
      db,
      sql`select json_build_object('community', c.slug, 'title', p.title, 'wording', x.wording,
          'answeredAt', x.answered_at) as view
        from objection x join objection_raiser w on w.community_id = x.community_id and w.objection_id = x.id
          join (${homesOf(personId)}) h on h.community_id = w.community_id and h.household_id = w.household_id
          join community c on c.id = x.community_id
          join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where x.state = 'answered' and x.merged_into is null and w.verdict is null
        order by x.answered_at limit 20`,
    );
    const roles = await rows<MyRole>(
      db,
      sql`select distinct on (c.slug, g.role) json_build_object('community', c.slug, 'zh', c.name_zh, 'en', c.name_en,
          'role', g.role) as view
        from grants g join community c on c.id = g.community_id
        where g.person_id = ${personId} and g.from_at <= ${moment} and (g.to_at is null or g.to_at > ${moment})
        order by c.slug, g.role`,
    );
    const homes = await placesOf(db, personId);
    const open = recorded
      .filter((one) => mayCorrect(new Date(one.receivedAt), now))
      .map((one) => ({ ...one, until: correctionEnds(new Date(one.receivedAt)) }));
    return { letters, rounds, recorded: open, answers, roles, homes };
  },
});

export type MyToday = Awaited<ReturnType<typeof myToday>>;

interface TaskRow {
  task: DeskTask;
  /** The proposal's public number; of a round, a building site or a request, its own. */
  no: number;
  /** Second number of the address: a plan version or an objection. */
  part: number | null;
  title: string;
  count: number;
  at: string | null;
}

const task = (name: DeskTask, what: { no: SQL; part?: SQL; title: SQL; count?: SQL; at: SQL; from: SQL }) =>
  sql`select ${name}::text as task, ${what.no} as no, ${what.part ?? sql`null::int`} as part, ${what.title} as title,
    ${what.count ?? sql`1`}::int as count, ${what.at} as at from ${what.from}`;

function waiting(community: number, person: number, now: Date): Record<DeskTask, SQL> {
  const moment = (when: Date) => sql`${when.toISOString()}::timestamptz`;
  const p = { no: sql`p.no`, title: sql`p.title` };
  const proposals = (where: SQL) => sql`proposal p where p.community_id = ${community} and ${where}`;
  const of = (table: SQL, where: SQL) =>
    sql`${table} x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
      where x.community_id = ${community} and ${where}`;
  const event = (kind: string) => sql`exists (select 1 from proposal_event e where e.community_id = p.community_id
    and e.proposal_id = p.id and e.kind = ${kind} and e.at >= p.state_at)`;
  const state = (name: ProposalState) => sql`p.state = ${name}`;
  const signed = sql`exists (select 1 from resolution s join signature g on g.community_id = s.community_id
    and g.resolution_id = s.id where s.community_id = x.community_id and s.notice_id = x.id and g.signer_id = ${person})`;
  return {
    accept: task('accept', { ...p, at: sql`p.submitted_at`, from: proposals(state('submitted')) }),
    appeal: task('appeal', {
      ...p,
      at: sql`p.last_event_at`,
      from: proposals(sql`${state('declined')} and ${event('appealed')} and not ${event('appeal_dismissed')}`),
    }),
    name_groups: task('name_groups', {
      ...p,
      at: sql`p.state_at`,
      from: proposals(sql`${state('scoping')} and p.groups_named_by is null`),
    }),
    confirm_groups: task('confirm_groups', {
      ...p,
      at: sql`p.last_event_at`,
      from: proposals(sql`${state('scoping')} and p.groups_confirmed_by is null and p.groups_named_by <> ${person}`),
    }),
    consultation: task('consultation', {
      ...p,
      at: sql`p.last_event_at`,
      from: proposals(sql`${state('scoping')} and p.groups_confirmed_by is not null`),
    }),
    publish: task('publish', {
      ...p,
      part: sql`x.version`,
      at: sql`x.drafted_at`,
      from: of(sql`plan`, sql`x.state = 'draft' and p.state in ('consulting', 'redesign')`),
    }),
    closing: task('closing', {
      no: sql`x.no`,
      title: sql`p.title`,
      at: sql`x.closes_at`,
      from: of(sql`round`, sql`x.state = 'open' and x.closes_at <= ${moment(daysAfter(now, 3))}`),
    }),
    summarise: task('summarise', {
      no: sql`x.no`,
      title: sql`p.title`,
      at: sql`x.closed_at`,
      from: of(sql`round`, sql`x.state = 'closed' and x.summary = ''`),
    }),
    acknowledge: task('acknowledge', {
      ...p,
      count: sql`count(*)`,
      at: sql`min(x.raised_at)`,
      from: sql`${of(sql`objection`, sql`x.state = 'raised' and x.merged_into is null`)} group by p.no, p.title`,
    }),
    answer: task('answer', {
      ...p,
      part: sql`x.no`,
      at: sql`x.raised_at`,
      from: of(sql`objection`, sql`x.state = 'acknowledged' and x.merged_into is null`),
    }),
    recheck: task('recheck', {
      no: sql`r.no`,
      title: sql`p.title`,
      count: sql`count(*)`,
      at: sql`min(x.drawn_at)`,
      from: sql`recheck x join opinion o on o.community_id = x.community_id and o.id = x.opinion_id
        join round r on r.community_id = o.community_id and r.id = o.round_id
        join proposal p on p.community_id = r.community_id and p.id = r.proposal_id
        where x.community_id = ${community} and x.outcome is null and o.recorder_id is distinct from ${person}
          and o.witness_id is distinct from ${person} group by r.no, p.title`,
    }),
    post_notice: task('post_notice', { ...p, at: sql`p.state_at`, from: proposals(state('agreed')) }),
    opposition: task('opposition', {
      ...p,
      count: sql`count(*)`,
      at: sql`max(x.to_at)`,
      from: sql`notice_opposition y join notice x on x.community_id = y.community_id and x.id = y.notice_id
        join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where y.community_id = ${community} and y.answered_at is null and y.replaced_at is null and x.state = 'running' group by p.no, p.title`,
    }),
    sign: task('sign', {
      ...p,
      at: sql`x.to_at`,
      from: of(
        sql`notice`,
        sql`x.state = 'running' and p.state = 'noticed' and x.to_at <= ${moment(daysAfter(now, 3))} and not ${signed}`,
      ),
    }),
    start: task('start', { ...p, at: sql`p.state_at`, from: proposals(state('signed_off')) }),
    silent: task('silent', {
      no: sql`x.no`,
      title: sql`p.title`,
      at: sql`x.last_report_at`,
      from: of(
        sql`works`,
        sql`x.completed_at is null and p.state = 'building' and x.last_report_at <= ${moment(daysAfter(now, -14))}`,
      ),
    }),
    check: task('check', {
      no: sql`x.no`,
      title: sql`p.title`,
      count: sql`count(*)`,
      at: sql`min(m.reported_at)`,
      from: sql`milestone m join works x on x.community_id = m.community_id and x.id = m.works_id
        join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where m.community_id = ${community} and m.reported_at is not null and m.checked_at is null
          and p.state = 'building' group by x.no, p.title`,
    }),
    callbacks: task('callbacks', {
      ...p,
      count: sql`count(*)`,
      at: sql`min(x.drawn_at)`,
      from: sql`callback y join callback_wave x on x.community_id = y.community_id and x.id = y.wave_id
        join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
        where y.community_id = ${community} and y.at is null and x.closed_at is null and p.state = 'verifying'
          and ${person}::int <> all (array_remove(array[p.author_id, p.groups_named_by, p.groups_confirmed_by], null))
          and not exists (select 1 from works w join milestone m on m.community_id = w.community_id and m.works_id = w.id
            where w.community_id = p.community_id and w.proposal_id = p.id and ${person} in (m.reported_by, m.checked_by))
          group by p.no, p.title`,
    }),
    joins: task('joins', {
      no: sql`x.id`,
      title: sql`b.name || '-' || e.no || '-' || u.door`,
      at: sql`x.requested_at`,
      from: sql`join_request x join household h on h.community_id = x.community_id and h.id = x.household_id
        join unit u on u.community_id = h.community_id and u.id = h.unit_id
        join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
        join building b on b.community_id = h.community_id and b.id = h.building_id
        where x.community_id = ${community} and x.state = 'requested' and x.person_id <> ${person}`,
    }),
    pictures: task('pictures', {
      ...p,
      count: sql`count(*)`,
      at: sql`min(x.uploaded_at)`,
      from: sql`picture x join proposal p on p.community_id = x.community_id and p.id = x.subject_id
        where x.community_id = ${community} and x.subject = 'proposal' and x.looked_at_at is null and p.no is not null
          and x.uploaded_by <> ${person} group by p.no, p.title`,
    }),
    drawings: task('drawings', {
      ...p,
      count: sql`count(*)`,
      at: sql`min(x.uploaded_at)`,
      from: sql`picture x join plan l on l.community_id = x.community_id and l.id = x.subject_id
        join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
        where x.community_id = ${community} and x.subject = 'plan' and x.looked_at_at is null
          and x.uploaded_by <> ${person} group by p.no, p.title`,
    }),
    handover: task('handover', {
      no: sql`x.id`,
      title: sql`coalesce(n.name, '—')`,
      count: sql`count(*)`,
      at: sql`x.to_at`,
      from: sql`${leftOpen(community, now)} x join person n on n.id = x.person_id where x.person_id <> ${person}
        and x.role not in ('party-secretary', 'district') group by x.id, n.name, x.to_at`,
    }),
    site_pictures: task('site_pictures', {
      no: sql`w.no`,
      title: sql`p.title`,
      count: sql`count(*)`,
      at: sql`min(x.uploaded_at)`,
      from: sql`picture x join milestone m on m.community_id = x.community_id and m.id = x.subject_id
        join works w on w.community_id = m.community_id and w.id = m.works_id
        join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
        where x.community_id = ${community} and x.subject = 'milestone' and x.looked_at_at is null
          and x.uploaded_by <> ${person} group by w.no, p.title`,
    }),
  };
}

const lastMomentOf = (day: Day): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

/** Until when a task is to be done, where there is a rule or a date for it. */
function dueOf({ task: name, at }: TaskRow): Date | null {
  if (!at) return null;
  const since = new Date(at);
  if (name === 'accept') return lastMomentOf(workingDaysAfter(shanghaiDate(since), 5));
  if (name === 'silent') return silentFrom(since);
  return name === 'closing' || name === 'sign' || name === 'opposition' ? since : null;
}

const IN_PROGRESS: ProposalState[] = [
  ...(['submitted', 'scoping', 'consulting', 'redesign', 'agreed', 'noticed', 'signed_off'] as const),
  ...(['building', 'completed', 'verifying', 'reopened'] as const),
];

/**
 * What needs this person at the desk today, as far as their roles can act on it, the earliest first within each task,
 * and the proposals that are under way. Two statements beside the term.
 */
export const deskToday = query({
  name: 'desk.today',
  allow: (who, _: Record<never, never>) => mayReadToday(who),
  read: async ({ db, communityId, now, who, community }) => {
    const person = who.kind === 'person' ? who.personId : 0;
    const tasks = tasksOf(who, { termActive: await termActive(db, communityId, now) });
    const all = waiting(communityId, person, now);
    const parts = tasks.map((name) => sql`(${all[name]} order by at limit 50)`);
    const found =
      parts.length > 0
        ? await rows<TaskRow>(db, sql`select row_to_json(t) as view from (${sql.join(parts, sql` union all `)}) t`)
        : [];
    const progress = await rows<{ no: number; title: string; state: ProposalState; stateAt: string }>(
      db,
      sql`select json_build_object('no', p.no, 'title', p.title, 'state', p.state, 'stateAt', p.state_at) as view
        from proposal p where p.community_id = ${communityId} and p.no is not null
          and p.state in (${sql.join(
            IN_PROGRESS.map((one) => sql`${one}`),
            sql`, `,
          )})
        order by p.last_event_at desc limit 50`,
    );
    const groups = DESK_TASKS.flatMap((name) => {
      const items = found.filter((one) => one.task === name).map((one) => ({ ...one, due: dueOf(one) }));
      if (items.length === 0) return [];
      const due = items.flatMap((one) => (one.due ? [one.due.getTime()] : []));
      return [
        {
          task: name,
          count: items.reduce((sum, one) => sum + one.count, 0),
          due: due.length > 0 ? new Date(Math.min(...due)) : null,
          items,
        },
      ];
    });
    const { nameZh, nameEn } = community;
    return { nameZh, nameEn, groups, progress, now, recordsFigures: mayRecordFigures(who) !== null };
  },
});
export type DeskToday = NonNullable<Awaited<ReturnType<typeof deskToday>>>;
