import { type SQL, sql } from 'drizzle-orm';
import { leftOpen } from '@/db/handovers';
import { mayHandOver } from '@/features/people/policy';
import { baseFacts } from '@/features/proposals/facts';
import { rooms } from '@/features/rooms';
import { roundFacts } from '@/features/rounds/facts';
import { hasUnkept } from '@/features/works/facts';
import type { Asked, Standing } from '@/lib/act';
import type { Who } from '@/lib/actor';
import { fact, type Known, known, momentOf } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import type { Refusal } from '@/lib/result';
import type { Duty } from '@/lib/room';
import { rows } from '@/lib/rows';
import { inBoth } from '@/lib/words';
import { messages } from '../messages';
import { byUrgency } from '../rules';

/** What the desk itself reads of what the rooms know of a proposal. */
const readHere = { ...baseFacts, communityId: fact<number>(sql`proposal.community_id`), shares: roundFacts.shares };
export type LifeFacts = Known<typeof readHere> & {
  /** Whether its groups agree; undefined where nobody has counted. Null: they do. */
  agreement?: Refusal | null;
};

const parts = rooms.flatMap((room) => room.desk ?? []);
const deskFacts: typeof readHere = Object.assign({}, readHere, ...parts.map((part) => part.facts));
const places: Record<string, number> = Object.assign({}, ...parts.map((part) => part.places));

/** What of a proposal whoever asks may read. */
export const partsOf = (who: Who) =>
  parts
    .flatMap((one) => one.parts ?? [])
    .filter(({ may }) => may?.(who) ?? true)
    .sort((a, b) => a.place - b.place);

/** Every act at the desk with one proposal, as it stands for whoever asks. */
export const actsOf = (asked: Asked<LifeFacts>): Standing[] =>
  parts.flatMap((part) => part.standings(asked)).sort((a, b) => (places[a.act] ?? 0) - (places[b.act] ?? 0));

/** Of each of these communities so many proposals at most, the newest first. One statement. */
export async function livesOf(scopes: readonly Scope[], where: SQL): Promise<LifeFacts[]> {
  const [any] = scopes;
  if (!any) return [];
  const communities = sql.param(scopes.map(({ communityId }) => communityId));
  return known(
    any,
    deskFacts,
    sql`from unnest(${communities}::int[]) entered cross join lateral (select * from proposal
        where proposal.community_id = entered and proposal.no is not null and ${where}
        order by proposal.last_event_at desc limit 200) proposal order by proposal.last_event_at desc`,
  );
}

/** One thing that waits: an act with a proposal, or a duty beside them. */
export type DeskLine = Pick<Standing, 'act' | 'wording' | 'path' | 'door' | 'at' | 'due' | 'groups' | 'words'> & {
  title: string;
  count: number;
  duty?: Duty;
};

interface DutyRow {
  community: number;
  name: string;
  no: number;
  title: string;
  count: number;
  at: string;
  due: string | null;
}

/** 交接 of what those who left had open reads every room, so no room holds it. */
const handover: Duty = {
  name: 'handover',
  task: inBoth(messages, (words) => words.handover),
  may: (who) => mayHandOver(who, { personId: 0, role: 'social-worker' }) !== null,
  path: (no) => ['grants', no, 'handover'],
  rows: ({ communityId, personId, now }) => sql`select x.id as no, coalesce(n.name, '—') as title, count(*) as count,
      x.to_at as at
    from ${leftOpen(communityId, now)} x join person n on n.id = x.person_id where x.person_id <> ${personId}
      and x.role not in ('party-secretary', 'district') group by x.id, n.name, x.to_at`,
};

/** What this person's roles have waiting beside the proposals, in each of these communities. One statement. */
async function dutiesOf(scopes: readonly Scope[]): Promise<(DeskLine & { communityId: number })[]> {
  const all = [...rooms.flatMap(({ duties = [] }) => duties), handover];
  const parts = scopes.flatMap(({ communityId, now, who }) => {
    const personId = who.kind === 'person' ? who.personId : 0;
    return all
      .filter(({ may }) => may(who))
      .map(
        ({ name, rows: waiting }) =>
          sql`(select ${communityId}::int as community, ${name}::text as name, k.no, k.title, k.count, k.at,
              (to_jsonb(k) ->> 'due')::timestamptz as due
            from (${waiting({ communityId, personId, now })}) k order by at limit 50)`,
      );
  });
  const [any] = scopes;
  if (!any || parts.length === 0) return [];
  const found = await rows<DutyRow>(
    any,
    sql`select row_to_json(t) as view from (${sql.join(parts, sql` union all `)}) t`,
  );
  return found.flatMap(({ community, name, no, title, count, at, due }) => {
    const duty = all.find((one) => one.name === name);
    if (!duty) return [];
    return {
      communityId: community,
      act: name,
      wording: name,
      duty,
      path: duty.path(no),
      door: false,
      title,
      count,
      at: momentOf(at),
      due: due === null ? null : momentOf(due),
      groups: [],
      words: [],
    };
  });
}

/** Proposals of which something may wait. */
const isLive = sql`proposal.state not in ('draft', 'merged', 'shelved', 'withdrawn')
  and (proposal.state <> 'verified' or ${hasUnkept})`;

/**
 * What needs this person at the desks of these communities: of every proposal the acts it waits for and they can do now, and
 * what else their roles have waiting; and the proposals themselves. Two statements.
 */
export async function waitingAt(scopes: readonly Scope[]) {
  const lives = await livesOf(scopes, isLive);
  const duties = await dutiesOf(scopes);
  return scopes.map(({ communityId, who, now }) => {
    const own = lives.filter((life) => life.communityId === communityId);
    const lines = own.flatMap((life): DeskLine[] =>
      actsOf({ facts: life, who, now })
        .filter((one) => one.needed && one.block === null)
        .map(({ act, wording, path, door, count = 1, at, due, groups, words }) => ({
          act,
          wording,
          path,
          door,
          title: life.title,
          count,
          at,
          due,
          groups,
          words,
        })),
    );
    const beside = duties.filter((one) => one.communityId === communityId).map(({ communityId: _, ...line }) => line);
    return { communityId, lives: own, lines: [...lines, ...beside].sort(byUrgency) };
  });
}
