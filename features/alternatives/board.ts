import { type BoardViews, because, few, ofMany, why } from '@/lib/board-view';
import { SOME } from '@/lib/telling';

/** Nothing of an alternative hangs before a second person has opened it. */
const opened = (row: string) => `exists (select from public.alternative a
    join public.comparison c on c.community_id = a.community_id and c.id = a.comparison_id
  where a.community_id = ${row}.community_id and a.id = ${row}.alternative_id and c.opens_at is not null)`;

const answered = '(c.supports + c.opposes + c.no_view)';

/** What may stand alone as one or two: how many were reached, and how many were not. */
const safe = `(x->'kinds' @> '["supports", "conditional", "opposes", "noView"]'
  or x->'kinds' @> '["refused", "notHome", "notTried"]')`;

const told = `${ofMany(answered)} and not exists (select 1 from jsonb_array_elements(c.published) x
  where ${few(`(x->>'count')::int`)} and not ${safe})`;

export const board: BoardViews = {
  comparison: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'opens_at', 'closes_at', 'closed_at', 'ended_at'),
    },
    from: 'public.comparison where opens_at is not null',
  },
  alternative: {
    of: 'a',
    columns: {
      ...because(why.id, 'community_id', 'id', 'comparison_id'),
      ...because(why.staff, 'position', 'title', 'summary', 'cost', 'cost_note'),
      hash: 'of the sealed text',
    },
    from: `public.alternative a where exists (select from public.comparison c where c.community_id = a.community_id
      and c.id = a.comparison_id and c.opens_at is not null)`,
  },
  alternative_clause: {
    of: 'l',
    columns: {
      ...because(why.id, 'community_id', 'alternative_id'),
      ...because(why.staff, 'no', 'text'),
    },
    from: `public.alternative_clause l where ${opened('l')}`,
  },
  alternative_drawing: {
    of: 'd',
    columns: {
      ...because(why.id, 'community_id', 'alternative_id', 'site_plan_id'),
      shapes: why.staff,
    },
    from: `public.alternative_drawing d where ${opened('d')}`,
  },
  alternative_group: {
    of: 'g',
    columns: {
      ...because(why.id, 'community_id', 'id', 'alternative_id'),
      ...because(why.staff, 'position', 'name', 'effect', 'why'),
      households: 'how large it is',
      reached: [
        `(select count(*)::int from public.alternative_household h
            join public.alternative a on a.community_id = h.community_id and a.id = h.alternative_id
          where h.community_id = g.community_id and h.alternative_id = g.alternative_id and h.group_id = g.id
            and (exists (select from public.alternative_word w where w.community_id = h.community_id
                and w.comparison_id = a.comparison_id and w.household_id = h.household_id
                and not exists (select from public.alternative_disowned d where d.community_id = w.community_id and d.word_id = w.id))
              or exists (select from public.alternative_standing s where s.community_id = h.community_id
                and s.alternative_id = h.alternative_id and s.household_id = h.household_id)))`,
        'reached and not reached is always printed',
      ],
    },
    from: `public.alternative_group g where ${opened('g')}`,
  },
  alternative_cell: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'alternative_id', 'group_id'),
      published: [
        `case when ${told} then c.published else jsonb_build_array(
          jsonb_build_object('kinds', jsonb_build_array('supports', 'conditional', 'opposes', 'noView'),
            'count', ${answered}),
          jsonb_build_object('kinds', jsonb_build_array('refused', 'notHome', 'notTried'),
            'count', c.refused + c.not_home + c.not_tried)) end`,
        'of ten who answered and more, cells joined until none is one or two',
      ],
      takes_published: [
        `case when ${told} and c.published @> '[{"kinds": ["supports"]}]' and not (${few('c.takes_published')})
          and not (${few('(c.supports - c.takes_published)')}) then c.takes_published end`,
        why.counted,
      ],
      agrees: [`case when ${answered} >= ${SOME} then c.agrees end`, why.few],
    },
    from: 'public.alternative_cell c',
  },
  alternative_result: {
    columns: {
      ...because(why.id, 'community_id', 'alternative_id'),
      ...because('what comes of the count: without it nobody could check the choice', 'proposed', 'heard'),
      weakest: 'groups, never households; empty where one of them is told reached and not reached alone',
    },
    from: 'public.alternative_result',
  },
  alternative_choice: {
    columns: {
      ...because(why.id, 'community_id', 'comparison_id', 'alternative_id'),
      proposed: 'whether it is the one proposed',
      reason: why.staff,
      at: why.life,
    },
    from: 'public.alternative_choice',
  },
};
