import { namedBuilding } from '@/features/people/rules';
import { type BoardViews, because, why } from '@/lib/board-view';

const current = (row: string) => `${row}.to_at is null`;

export const board: BoardViews = {
  steward: {
    of: 's',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      kind: 'in what part they belong to the team',
      shown_name: [
        's.shown_name',
        'as they themselves said they want to be called on the board; empty where they did not',
      ],
    },
    from: `public.steward s where ${current('s')}`,
  },
  steward_area: {
    of: 'a',
    columns: {
      ...because(why.id, 'community_id', 'id', 'steward_id', 'building_id'),
      entrance_no: 'as it stands over the door',
    },
    from: `public.steward_area a where ${current('a')}`,
  },
  steward_reach: {
    of: 'r',
    columns: {
      ...because(why.id, 'community_id', 'building_id'),
      building: 'as it stands over the door, with its compound where two have one of that name',
      entrances: 'how many doors a building has',
      covered: 'how many of them somebody of the team looks after',
    },
    from: `(select h.community_id, b.id as building_id, ${namedBuilding('b')} as building, count(distinct h.entrance_id)::int as entrances,
        count(distinct a.entrance_id)::int as covered
      from public.household h join public.building b on b.community_id = h.community_id and b.id = h.building_id
        left join public.steward_area a on a.community_id = h.community_id and a.entrance_id = h.entrance_id
          and ${current('a')}
      group by h.community_id, b.community_id, b.id, b.name, b.compound_id) r`,
  },
  duty_shift: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because(why.life, 'day', 'part'),
      on_duty_id: 'who of the team is there; null where nobody is yet',
    },
    from: 'public.duty_shift',
  },
};
