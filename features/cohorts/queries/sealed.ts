import { sql } from 'drizzle-orm';
import { districtQuery } from '@/lib/query';
import { rows } from '@/lib/rows';

interface SealedView {
  name: string;
  /** As its fingerprint was made of it. */
  basis: string;
  /** Null where more was in it than is shown. */
  basisHash: string | null;
  baseline: string;
  baselineHash: string;
  /** What the numbers in it mean. */
  names: { id: number; slug: string; zh: string; en: string }[];
}

/** What a cohort that was published rests on, word for word: its fingerprints can be made anew, and its numbers added up. */
export const sealedCohort = districtQuery({
  name: 'cohorts.sealed',
  read: async ({ db, communities }, { district, no }: { district: string; no: number }) => {
    const [found] = await rows<SealedView>(
      { db },
      sql`select json_build_object('name', c.name, 'basis', c.basis, 'basisHash', encode(c.basis_hash, 'hex'),
          'baseline', a.baseline, 'baselineHash', encode(a.baseline_hash, 'hex'), 'names', (select coalesce(json_agg(
            json_build_object('id', m.id, 'slug', m.slug, 'zh', m.name_zh, 'en', m.name_en) order by m.id), '[]')
            from community m where m.id = any (${sql.param(communities)}::int[]))) as view
        from cohort c join cohort_approval a on a.cohort_id = c.id join district d on d.id = c.district_id
        where d.slug = ${district} and c.no = ${no}`,
    );
    return found;
  },
});
