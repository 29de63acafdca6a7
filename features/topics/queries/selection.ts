import { sql } from 'drizzle-orm';
import { officeQuery } from '@/lib/query';
import { type Counts, indexOf, ranked, type Shown, shownOf } from '../rules/selection';

interface Kept {
  id: number;
  nameZh: string;
  nameEn: string;
  day: string | null;
  counts: Counts | null;
  hasData: boolean | null;
  hash: string | null;
}

export interface Weighed {
  id: number;
  nameZh: string;
  nameEn: string;
  day: string;
  households: number;
  shown: Shown;
  hash: string;
}

const weighed = ({ id, nameZh, nameEn, day, counts, hash }: Kept): Weighed | null =>
  counts && {
    id,
    nameZh,
    nameEn,
    day: day ?? '',
    households: counts.households,
    shown: shownOf(counts),
    hash: hash ?? '',
  };

/** What was counted last of each community of a district, by index; those of which nothing is known apart. */
export const districtSelection = officeQuery({
  name: 'selection.district',
  office: 'district',
  read: async ({ db, communities }, _: Record<never, never>) => {
    const { rows } = await db.execute<{ view: Kept }>(sql`
      select json_build_object('id', c.id, 'nameZh', c.name_zh, 'nameEn', c.name_en, 'day', s.day, 'counts', s.counts::json,
          'hasData', s.has_data, 'hash', encode(s.hash, 'hex')) as view
        from community c left join lateral (select * from selection_snapshot s where s.community_id = c.id
          order by s.day desc limit 1) s on true
       where c.id = any (${sql.param(communities)}::int[]) order by c.id limit 1000`);
    const kept = rows.map(({ view }) => view);
    const all = kept.flatMap((one) => {
      const of = weighed(one);
      return of && one.counts ? [{ of, index: indexOf(one.counts, one.hasData === true) }] : [];
    });
    const { ranked: known, unknown } = ranked(all);
    return { ranked: known, unknown, uncounted: kept.filter(({ counts }) => counts === null) };
  },
});
