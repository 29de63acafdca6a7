import { type BoardViews, because, buildingOf, dayOf, fromThree, why } from '@/lib/board-view';

/** What households said or made happen by their word: whose it was and at which moment would lead to one of them. */
const SAID = `('short_turned', 'short_good', 'short_not_good', 'repair_all_good', 'notice_opposed')`;

/** A moment of the proposal; of such a step only its day. */
const unlessSaid = (moment: string) => `case when exists (select from public.proposal_event e
    where e.community_id = p.community_id and e.proposal_id = p.id and e.at = ${moment} and e.kind in ${SAID})
  then ${dayOf(moment)} else ${moment} end`;

export const board: BoardViews = {
  proposal: {
    of: 'p',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.life, 'kind', 'state', 'look_again_on', 'submitted_at'),
      state_at: [unlessSaid('p.state_at'), why.life],
      last_event_at: [unlessSaid('p.last_event_at'), why.life],
      ...because('written for everybody', 'title', 'place'),
      problem: ['coalesce(p.shown_problem, p.problem)', 'written for everybody, as somebody has looked at it'],
      ask: ['coalesce(p.shown_ask, p.ask)', 'written for everybody, as somebody has looked at it'],
      rule: 'the thresholds it is measured by',
      building: [buildingOf('p', 'author_household_id'), 'a building for a person, where it may be named'],
      on_behalf: ['p.recorded_by is not null', 'that somebody wrote it down, not who'],
      groups_confirmed: ['p.groups_confirmed_by is not null', 'that it was confirmed, not by whom'],
      supporters: [
        `(select ${fromThree('count(*)')} from public.support s
        where s.community_id = p.community_id and s.proposal_id = p.id)`,
        why.counted,
      ],
    },
    from: `public.proposal p where p.no is not null and p.state <> 'draft' and not p.waits`,
  },
  proposal_event: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'kind', 'to_state'),
      at: [`case when kind in ${SAID} then ${dayOf('at')} else at end`, 'on a day, where a household said it'],
      role: [
        `case when kind in ${SAID} then 'resident' else role end`,
        'an office, not a person; never by which way a household said it',
      ],
      reason: [
        `case when role in ('resident', 'captain') and kind <> 'reopened' then '' else reason end`,
        'of staff; of a resident only why a finished thing is reopened',
      ],
      k: [`(detail->>'k')::int`, 'of a round'],
      version: [`(detail->>'version')::int`, 'of a plan'],
      ask_instead: [
        `case when kind = 'declined' then detail->>'askInstead' end`,
        'of staff: whom to ask about what was not taken up',
      ],
    },
    from: 'public.proposal_event',
  },
  comment: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      stance: 'said on the board',
      at: [dayOf('c.at'), 'said on the board; on a day'],
      hidden_reason: why.staff,
      building: [buildingOf('c', 'household_id'), 'a building for a person, where it may be named'],
      words: ['case when c.hidden_reason is null then x.words end', 'said on the board; null when hidden'],
    },
    from: `public.comment c
    left join public.comment_content x on x.community_id = c.community_id and x.comment_id = c.id`,
  },
};
