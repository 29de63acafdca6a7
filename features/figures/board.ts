import { type BoardViews, because, ofMany, why } from '@/lib/board-view';
import { MANY } from '@/lib/telling';

/** What was counted here is told of ten answers and more; what somebody reported was told by them. */
const told = (column: string): [string, string] => [
  `case when r.source = 'reported' or ${ofMany('r.effective')} then r.${column} end`,
  why.few,
];

/** How many of the answers the full view has besides. */
const leftOut = `(r.full_view ->> 'effective')::int - r.effective`;

export const board: BoardViews = {
  rate_period: {
    of: 'r',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because(
        why.staff,
        'from_day',
        'to_day',
        'profile',
        'source',
        'effective',
        'derived',
        'recorded_at',
        'corrects',
        'reason',
      ),
      contacted: told('contacted'),
      resolved: told('resolved'),
      satisfied: told('satisfied'),
      fairly_satisfied: told('fairly_satisfied'),
      response_only: 'how many were asked that alone; not what they said',
      response_only_contacted: told('response_only_contacted'),
      full_view: [
        `case when ${ofMany('r.effective')} and (${leftOut} = 0 or ${leftOut} >= ${MANY}) then r.full_view end`,
        'null where the difference would tell what those said who were left out',
      ],
    },
    from: 'public.rate_period r',
  },
};
