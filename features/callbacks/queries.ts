import { type SQL, sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import { notTheirs, whyNot } from '@/lib/act';
import { shanghaiDate } from '@/lib/calendar';
import { list, maybeMoment, momentOf } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { boardQuery, query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { caller, noteCallback } from './acts';
import { notSolved } from './facts';
import { mayCallBack, mayFollow, mayReadCallbacks } from './policy';
import { type CallbackView, dueDates, type Satisfaction, snowBefore, WAVES, type Wave } from './rules';

interface BoardWave {
  wave: Wave;
  closedAt: string | null;
  seed: string;
  groups: ({ name: string } & CallbackView)[];
}

/** What was completed again is verified anew: the waves of the last completion that had any. */
const latest = sql`v.completed_at = (select max(l.completed_at) from callback_wave l
  where l.community_id = v.community_id and l.proposal_id = v.proposal_id)`;

/** What the board says of each wave, group by group, once it is over. `no`: of the proposal. */
export const wavesShown = (scope: Scope, no: number) =>
  rows<BoardWave>(
    scope,
    sql`select json_build_object('wave', v.wave, 'closedAt', v.closed_at, 'seed', v.seed,
        'groups', ${list(sql`select json_agg(json_build_object('name', g.name, 'asked', k.asked, 'answered', k.answered,
            'silent', k.asked - k.answered, 'content', k.content, 'agrees', k.agrees,
            'households', k.households) order by g.position)
          from callback_group k join affected_group g on g.community_id = k.community_id and g.id = k.group_id
            and g.proposal_id = v.proposal_id
          where k.community_id = v.community_id and k.wave_id = v.id`)}) as view
      from callback_wave v join proposal p on p.community_id = v.community_id and p.id = v.proposal_id
      where v.community_id = ${scope.communityId} and p.no = ${no} and ${latest} order by v.id`,
  );

export const boardCallbacks = boardQuery({
  name: 'callbacks.board',
  read: (scope, { proposal }: { proposal: number }) => wavesShown(scope, proposal),
  shows: ({ proposal }) => [`proposal/${proposal}`],
});
export type BoardCallbacks = NonNullable<Awaited<ReturnType<typeof boardCallbacks>>>;

interface ListRow {
  no: number;
  title: string;
  state: ProposalState;
  completedAt: string;
  /** Persons who handled it: they do not call. */
  handlers: number[];
  /** Persons who reported or checked a milestone of it: they do not call either. */
  builders: number[];
  waves: { wave: Wave; seed: string; dueOn: string | null; closedAt: string | null; asked: number; open: number }[];
}

const about = (scope: Scope, where: SQL) =>
  rows<ListRow>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'state', p.state, 'completedAt', w.completed_at,
        'handlers', array_remove(array[p.author_id, p.groups_named_by, p.groups_confirmed_by], null),
        'builders', ${list(sql`select json_agg(distinct x.person) from works b
          join milestone m on m.community_id = b.community_id and m.works_id = b.id
          cross join lateral (values (m.reported_by), (m.checked_by)) x (person)
          where b.community_id = p.community_id and b.proposal_id = p.id and x.person is not null`)},
        'waves', ${list(sql`select json_agg(json_build_object('wave', v.wave, 'seed', v.seed, 'dueOn', v.due_on,
            'closedAt', v.closed_at, 'asked', (select count(*) from callback cb where cb.community_id = v.community_id and cb.wave_id = v.id),
            'open', (select count(*) from callback cb where cb.community_id = v.community_id and cb.wave_id = v.id
              and cb.at is null)) order by v.id)
          from callback_wave v where v.community_id = p.community_id and v.proposal_id = p.id
            and v.completed_at = w.completed_at`)}) as view
      from proposal p join lateral (select max(w.completed_at) as completed_at from works w
        where w.community_id = p.community_id and w.proposal_id = p.id) w on w.completed_at is not null
      where p.community_id = ${scope.communityId} and ${where} order by w.completed_at desc limit 100`,
  );

/** Every wave of a proposal in order: drawn, or when it is due; `snow`: its day is not known before it snows. */
function wavesOf(row: ListRow, today: string) {
  const due = dueDates(shanghaiDate(new Date(row.completedAt)), null);
  const open = row.state === 'completed' || row.state === 'verifying';
  return WAVES.map((wave) => {
    const drawn = row.waves.find((one) => one.wave === wave) ?? null;
    const dueOn = due[wave];
    const snowedOn = wave === 'first_snow' && drawn?.dueOn ? snowBefore(drawn.dueOn) : null;
    return { wave, dueOn, snowedOn, drawn, drawable: open && !drawn && (dueOn === null || dueOn <= today) };
  });
}

/** Proposals whose works are complete and that are being verified. */
export const deskCallbacks = query({
  name: 'callbacks.desk_list',
  allow: (who) => mayReadCallbacks(who),
  read: async (scope, _: Record<string, never>) => {
    const today = shanghaiDate(scope.now);
    const found = await about(scope, sql`p.state in ('completed', 'verifying')`);
    return found.map((row) => ({ no: row.no, title: row.title, state: row.state, waves: wavesOf(row, today) }));
  },
});

export interface CallRow {
  id: number;
  wave: Wave;
  door: string;
  group: string | null;
  objector: boolean;
  caseNo: number | null;
  at: string | null;
  reached: boolean | null;
}

const calls = (scope: Scope, where: SQL) =>
  rows<CallRow & { household: number; closedAt: string | null }>(
    scope,
    sql`select json_build_object('id', cb.id, 'wave', v.wave, 'closedAt', v.closed_at, 'household', cb.household_id,
        'door', b.name || '-' || e.no || '-' || u.door, 'group', g.name, 'objector', cb.former_objector,
        'caseNo', c.no, 'at', cb.at, 'reached', cb.reached) as view
      from callback cb
      join callback_wave v on v.community_id = cb.community_id and v.id = cb.wave_id
      join proposal p on p.community_id = v.community_id and p.id = v.proposal_id
      join household h on h.community_id = cb.community_id and h.id = cb.household_id
      join unit u on u.community_id = h.community_id and u.id = h.unit_id
      join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
      join building b on b.community_id = h.community_id and b.id = h.building_id
      left join affected_group g on g.community_id = cb.community_id and g.id = cb.group_id
      left join cases c on c.community_id = cb.community_id and c.id = cb.case_id
      where cb.community_id = ${scope.communityId} and ${latest} and ${where}
      order by cb.at is not null, cb.former_objector desc, length(b.name), b.name, e.no, length(u.door), u.door limit 1000`,
  );

/** The call list of a proposal, wave by wave; only the hotline sees what a household is asked and by whom. */
export const deskCallbacksOf = query({
  name: 'callbacks.desk',
  allow: (who) => mayReadCallbacks(who),
  read: async (scope, { no }: { no: number }) => {
    const [row] = await about(scope, sql`p.no = ${no}`);
    if (!row) return undefined;
    const { who, now } = scope;
    const calling = mayCallBack(who) !== null;
    const open =
      calling && row.state === 'verifying' ? await calls(scope, sql`p.no = ${no} and v.closed_at is null`) : [];
    const { handlers: _, builders: _built, ...rest } = row;
    return {
      ...rest,
      waves: wavesOf(row, shanghaiDate(now)),
      calls: open.map(({ household: _household, closedAt: _closed, ...one }): CallRow => one),
      block: notTheirs(caller, who, { callbacks: row }),
    };
  },
});
export type DeskCallbacks = NonNullable<Awaited<ReturnType<typeof deskCallbacksOf>>>;

/** One call with the numbers to dial; for the hotline alone. */
export const deskCallback = query({
  name: 'callbacks.desk_call',
  allow: (who) => mayCallBack(who) !== null,
  read: async (scope, { no, callback }: { no: number; callback: number }) => {
    const [row] = await about(scope, sql`p.no = ${no}`);
    const [call] = await calls(scope, sql`p.no = ${no} and cb.id = ${callback}`);
    if (!row || !call) return undefined;
    const { household, closedAt, ...rest } = call;
    const [said] = await rows<{
      resolved: boolean | null;
      satisfaction: Satisfaction | null;
      words: string;
      mayTell: boolean;
    }>(
      scope,
      sql`select json_build_object('resolved', cb.resolved, 'satisfaction', cb.satisfaction, 'words', cb.words,
          'mayTell', cb.may_tell) as view from callback cb where cb.community_id = ${scope.communityId} and cb.id = ${callback}`,
    );
    const people = await rows<{ name: string; phone: string | null }>(
      scope,
      sql`select json_build_object('name', n.name, 'phone', n.phone) as view from residency r
        join person n on n.id = r.person_id
        where r.community_id = ${scope.communityId} and r.household_id = ${household} and r.to_at is null order by r.id`,
    );
    const worksCompletedAt = momentOf(row.completedAt);
    const wave = { completedAt: worksCompletedAt, closedAt: maybeMoment(closedAt) };
    const facts = { state: row.state, callbacks: row, wave, worksCompletedAt };
    const block = whyNot(noteCallback, { facts, who: scope.who, now: scope.now });
    return { ...rest, title: row.title, proposal: no, said: said ?? null, people, block };
  },
});

const AT_ONCE = 20;

/** What households said is not solved, and waits for an answer of whoever reads: the office's with their leave, or the hotline's. */
export const unsolvedCallbacks = query({
  name: 'callbacks.unsolved',
  allow: (who) => [true, false].some((mayTell) => mayFollow(who, { mayTell })),
  read: async (scope, { no }: { no: number }) => {
    const mine = [true, false].filter((mayTell) => mayFollow(scope.who, { mayTell }));
    const [about] = await rows<{ title: string }>(
      scope,
      sql`select json_build_object('title', p.title) as view from proposal p
        where p.community_id = ${scope.communityId} and p.no = ${no}`,
    );
    if (!about) return undefined;
    const calls = await rows<{
      id: number;
      wave: Wave;
      door: string;
      words: string;
      mayTell: boolean;
      at: string;
      all: number;
    }>(
      scope,
      sql`select json_build_object('id', c.id, 'wave', v.wave, 'door', b.name || '-' || e.no || '-' || u.door,
          'words', c.words, 'mayTell', c.may_tell, 'at', c.at, 'all', count(*) over ()) as view
        from proposal p join callback_wave v on v.community_id = p.community_id and v.proposal_id = p.id
          join callback c on c.community_id = v.community_id and c.wave_id = v.id
          join household h on h.community_id = c.community_id and h.id = c.household_id
          join unit u on u.community_id = h.community_id and u.id = h.unit_id
          join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
          join building b on b.community_id = h.community_id and b.id = h.building_id
        where p.community_id = ${scope.communityId} and p.no = ${no} and ${notSolved} and c.followed_at is null
          and c.may_tell in (${sql.join(
            mine.map((one) => sql`${one}`),
            sql`, `,
          )})
        order by c.at, c.id limit ${AT_ONCE}`,
    );
    return { title: about.title, calls, more: (calls[0]?.all ?? 0) - calls.length };
  },
});
