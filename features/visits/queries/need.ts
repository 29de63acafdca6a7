import { sql } from 'drizzle-orm';
import type { NeedState, NeedStep, NeedTurn } from '@/db/words/visits';
import { mayReadCases } from '@/features/cases/policy';
import { mayGoRound } from '@/features/opinions/policy';
import { shanghaiDate } from '@/lib/calendar';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { asksForNone, homeOf, placed } from '../facts';
import { atMine, type HomeName } from './door';

export interface Stepped {
  id: number;
  step: NeedStep;
  words: string;
  /** By whom, where it was no neighbour of that home. */
  by: string | null;
  into: NeedTurn | null;
  no: number | null;
  at: string;
}

export const steppedOf = sql`coalesce((select json_agg(json_build_object('id', s.id, 'step', s.step, 'words', s.words,
    'by', w.name, 'into', s.into, 'no', s.into_no, 'at', s.at) order by s.id)
  from need_step s left join person w on w.id = s.recorder_id where s.community_id = n.community_id and s.need_id = n.id), '[]')`;

export interface NeedView extends HomeName {
  id: number;
  wording: string;
  state: NeedState;
  due: string | null;
  owner: string | null;
  ownerId: number | null;
  entranceId: number;
  quiet: boolean;
  steps: Stepped[];
  answer: string | null;
  helpers: { id: number; name: string }[];
}

/** What was said last that was done, while its household is asked. */
export const answerOf = sql`case when n.state = 'answered' then (select s.words from need_step s
  where s.community_id = n.community_id and s.need_id = n.id and s.step = 'answered' order by s.id desc limit 1) end`;

/** One need, for whoever goes to that home. */
export const doorNeed = query({
  name: 'visits.need',
  allow: (who, _: { need: number }) => mayGoRound(who),
  read: async (scope, { need }) => {
    const moment = sql`${scope.now.toISOString()}::timestamptz`;
    const [one] = await rows<NeedView>(
      scope,
      sql`select json_build_object(${homeOf}, 'id', n.id, 'wording', n.wording, 'state', n.state, 'due', n.due_on,
          'owner', p.name, 'ownerId', n.owner_id, 'entranceId', h.entrance_id,
          'quiet', ${asksForNone}, 'steps', ${steppedOf}, 'answer', ${answerOf},
          'helpers', coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name) order by x.id)
            from (select distinct q.id, coalesce(q.name, '') as name from grants g join person q on q.id = g.person_id
              where g.community_id = h.community_id and (g.to_at is null or g.to_at > ${moment})
                and (g.role = 'social-worker' or g.role = 'captain' and g.entrance_id = h.entrance_id)) x), '[]')) as view
        from ${placed} join need n on n.community_id = h.community_id and n.household_id = h.id
          left join person p on p.id = n.owner_id
        where h.community_id = ${scope.communityId} and n.id = ${need} and ${atMine(scope)}`,
    );
    const { householdId, ...rest } = { householdId: one?.household ?? 0, ...one };
    return (
      one && {
        ...one,
        today: shanghaiDate(scope.now),
        asked: { facts: { ...rest, ...one, householdId }, who: scope.who, now: scope.now },
      }
    );
  },
});

/** Needs that are not over and stand on no list yet, the newest first: for whoever goes to those homes. */
export const unlistedNeeds = query({
  name: 'visits.unlisted_needs',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: (scope) =>
    rows<HomeName & { id: number; wording: string }>(
      scope,
      sql`select json_build_object(${homeOf}, 'id', n.id, 'wording', n.wording) as view
        from ${placed} join need n on n.community_id = h.community_id and n.household_id = h.id
        where h.community_id = ${scope.communityId} and n.state in ('open', 'answered') and ${atMine(scope)}
          and not exists (select from demand d where d.community_id = n.community_id and d.need_id = n.id)
        order by n.id desc limit 100`,
    ),
});

/** The needs a case came from: for whoever reads cases and goes to doors. */
export const needsOfCase = query({
  name: 'visits.needs_of_case',
  allow: (who, _: { no: number }) => mayReadCases(who) && mayGoRound(who),
  read: ({ communityId, ...scope }, { no }) =>
    rows<{ id: number; wording: string }>(
      scope,
      sql`select json_build_object('id', n.id, 'wording', n.wording) as view from need n
        where n.community_id = ${communityId} and exists (select from need_step s where s.community_id = n.community_id
          and s.need_id = n.id and s.into = 'case' and s.into_no = ${no}) order by n.id limit 20`,
    ),
});
