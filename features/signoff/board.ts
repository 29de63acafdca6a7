import { type BoardViews, because, few, fromThree, why } from '@/lib/board-view';

const declared = (name: string) =>
  `coalesce((e.detail->>('group_' || g.position || '_${name}'))::int, 0) as ${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`;

export const board: BoardViews = {
  declaration: {
    columns: {
      ...because(why.id, 'community_id', 'event_id', 'proposal_id', 'position'),
      round: why.number,
      households: 'how large a group is',
      reached: 'reached and not reached is always printed',
      took_side: ['case when told then took_side end', why.counted],
      agreeing: ['case when told then agreeing end', why.counted],
      conditions_met: ['case when told then conditions_met end', why.counted],
    },
    from: `(select d.*, not (${few('agreeing - conditions_met')} or ${few('conditions_met')}
          or ${few('took_side - agreeing')} or ${few('reached - took_side')}) as told
        from (select e.community_id, e.id as event_id, e.proposal_id, (e.detail->>'round')::int as round, g.position,
            ${['households', 'reached', 'tookSide', 'agreeing', 'conditionsMet'].map(declared).join(', ')}
          from public.proposal_event e
          join public.affected_group g on g.community_id = e.community_id and g.proposal_id = e.proposal_id
          where e.kind = 'agreed') d) d`,
  },
  notice: {
    of: 'n',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'plan_version', 'from_at', 'to_at', 'state'),
      oppositions: [
        fromThree(`select count(*) from public.notice_opposition x where x.community_id = n.community_id
        and x.notice_id = n.id and x.replaced_at is null`),
        why.counted,
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
      leaf_seq: 'where it stands in the record',
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
