import { sql } from 'drizzle-orm';
import type { ProposalState } from '@/db/words/proposals';
import type { CallbackView, Wave } from '@/features/callbacks/rules';
import { promisesShown } from '@/features/diagnosis/queries/read';
import { lastToldShown } from '@/features/figures/queries';
import { todayShown } from '@/features/stewards/queries/board';
import { type RoundRow, roundFacts } from '@/features/story/queries/rows';
import { arcsOf, phaseOf } from '@/features/story/rules';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import { whereShown } from './where';

const SHOWN = 3;

interface TalkedRow {
  no: number;
  title: string;
  state: ProposalState;
  groups: { id: number; name: string; households: number | null }[];
  rounds: RoundRow[];
}

/** What is being talked over and what was agreed and is not built yet, with what was said in each round. */
const talked = (scope: Scope) =>
  rows<TalkedRow>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'state', p.state,
        'groups', ${list(sql`select json_agg(json_build_object('id', g.id, 'name', g.name, 'households', g.households)
            order by g.position) from affected_group g where g.community_id = p.community_id and g.proposal_id = p.id`)},
        'rounds', ${list(sql`select json_agg(${roundFacts} order by r.k) from round r
          where r.community_id = p.community_id and r.proposal_id = p.id and r.state <> 'void'`)}) as view
      from proposal p where p.community_id = ${scope.communityId}
        and p.state in ('consulting', 'redesign', 'agreed', 'noticed', 'signed_off')
        and exists (select from round r where r.community_id = p.community_id and r.proposal_id = p.id
          and r.state <> 'void')
      order by p.last_event_at desc limit ${SHOWN}`,
  );

interface BuiltRow {
  no: number;
  title: string;
  works: number;
  milestones: {
    name: string;
    plannedOn: string;
    actualOn: string | null;
    unit: string;
    target: number | null;
    actual: number | null;
  }[];
}

/** What is being built, milestone by milestone. */
const built = (scope: Scope) =>
  rows<BuiltRow>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'works', w.no,
        'milestones', ${list(sql`select json_agg(json_build_object('name', m.name, 'plannedOn', m.planned_on,
            'actualOn', m.actual_on, 'unit', m.unit, 'target', m.target, 'actual', m.actual) order by m.position)
          from milestone m where m.community_id = w.community_id and m.works_id = w.id`)}) as view
      from proposal p join lateral (select x.community_id, x.id, x.no from works x
        where x.community_id = p.community_id and x.proposal_id = p.id order by x.id desc limit 1) w on true
      where p.community_id = ${scope.communityId} and p.state in ('building', 'completed', 'verifying', 'reopened')
      order by p.last_event_at desc limit ${SHOWN}`,
  );

interface AskedRow {
  no: number;
  title: string;
  wave: Wave;
  closedAt: string;
  groups: ({ name: string } & Omit<CallbackView, 'households'>)[];
}

/** What was done and how people find it: the last callbacks that are over, group by group. */
const askedSince = (scope: Scope) =>
  rows<AskedRow>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'wave', v.wave, 'closedAt', v.closed_at,
        'groups', ${list(sql`select json_agg(json_build_object('name', g.name, 'asked', k.asked, 'answered', k.answered,
            'silent', k.asked - k.answered, 'content', k.content, 'agrees', k.agrees) order by g.position)
          from callback_group k join affected_group g on g.community_id = k.community_id and g.id = k.group_id
            and g.proposal_id = p.id
          where k.community_id = v.community_id and k.wave_id = v.id`)}) as view
      from proposal p join lateral (select w.community_id, w.id, w.wave, w.closed_at from callback_wave w
        where w.community_id = p.community_id and w.proposal_id = p.id and w.closed_at is not null
        order by w.closed_at desc limit 1) v on true
      where p.community_id = ${scope.communityId} and p.state in ('verifying', 'verified')
      order by p.state_at desc limit ${SHOWN}`,
  );

/** What the front page tells beside its lists: how far apart people are, what is built, what became of it, who is there today. */
export async function homeOf(scope: Scope) {
  const circles = await talked(scope);
  return {
    talked: circles.map(({ rounds, ...one }) => ({
      ...one,
      rounds: rounds.map((round) => ({
        k: round.k,
        phase: phaseOf(round, scope.now),
        closesAt: round.closesAt,
        groups: round.groups.map(({ group, households, published, reached }) => ({
          id: group,
          households,
          arcs: arcsOf(published, households, reached ?? 0),
        })),
      })),
    })),
    built: await built(scope),
    asked: await askedSince(scope),
    promises: await promisesShown(scope),
    month: await lastToldShown(scope),
    onDuty: await todayShown(scope),
    where: await whereShown(scope),
    now: scope.now,
  };
}
export type Home = Awaited<ReturnType<typeof homeOf>>;

/** What it changes with. */
export const homeShows = (home: Home | undefined): string[] => [
  ...['proposals', 'round', 'works', 'diagnosis', 'figures', 'stewards', 'site'],
  ...[...(home?.talked ?? []), ...(home?.asked ?? [])].map(({ no }) => `proposal/${no}`),
];
