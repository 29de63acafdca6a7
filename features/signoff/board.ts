import { type BoardViews, because, dayOf, fromThree, why } from '@/lib/board-view';

export const board: BoardViews = {
  notice: {
    of: 'n',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'plan_version', 'from_at', 'to_at', 'state'),
      oppositions: [
        `case when moment() >= n.to_at then (select ${fromThree('count(*)')} from public.notice_opposition x
          where x.community_id = n.community_id and x.notice_id = n.id and x.replaced_at is null) end`,
        why.over,
      ],
    },
    from: 'public.notice n',
  },
  resolution: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id', 'notice_id'),
      no: why.number,
      ...because(why.life, 'plan_version', 'signed_at'),
      hash: 'of what was signed',
      leaf_seq: [
        `case when signed_at < ${dayOf('moment()')} then leaf_seq end`,
        'where it stands in the record, once that hangs there',
      ],
      canonical: [
        'case when signed_at is not null then canonical end',
        'what was signed, made of what the board may print',
      ],
    },
    from: 'public.resolution',
  },
  signature: {
    columns: {
      ...because(why.id, 'community_id', 'resolution_id'),
      role: 'an office, not a person',
      at: why.life,
    },
    from: 'public.signature',
  },
};
