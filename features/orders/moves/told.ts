import { sql } from 'drizzle-orm';
import { asItHangs } from '@/features/cases/facts';
import { writeLetters } from '@/features/letters/moves';
import type { Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import type { CaseRow } from '../moves';

type Here = Pick<Scope, 'db' | 'communityId'>;

const hung = asItHangs(sql`k`);

interface Concerned {
  no: number;
  title: string;
  person: number | null;
  household: number | null;
  /** They joined it, and read of it what hangs. */
  joined: boolean;
}

/**
 * Whom it concerns besides staff, each with the case they know and what they know it by: who reported it, whose household it
 * is, and who joined it as it hangs; the same of every case that goes on with it.
 */
export async function concerned({ db, communityId }: Here, { id }: CaseRow): Promise<Concerned[]> {
  const { rows } = await db.execute<{ [K in keyof Concerned]: Concerned[K] }>(sql`
    with recursive together as (
        select k.id, 0 as far from cases k where k.community_id = ${communityId} and k.id = ${id}
        union all select k.id, t.far + 1 from cases k join together t on k.into_id = t.id
          where k.community_id = ${communityId} and k.state = 'merged'),
      told as (
        select k.no, k.title, case when k.source = 'web' then k.recorded_by end as person,
            case when k.source <> 'web' then k.household_id end as household, t.far, 0 as joined
          from together t join cases k on k.community_id = ${communityId} and k.id = t.id
        union all select k.no, coalesce(nullif(${hung.title}, ''), k.no::text), null, j.household_id, t.far, 1
          from together t join cases k on k.community_id = ${communityId} and k.id = t.id
            join case_join j on j.community_id = k.community_id and j.case_id = k.id)
    select distinct on (person, household) no, title, person, household, joined = 1 as joined from told
      where person is not null or household is not null order by person, household, told.joined, far`);
  return rows;
}

/** Everybody whom it concerns is told, each of the case they know. */
export async function tellConcerned<D extends { title: string }>(
  { db, communityId, now }: Here & { now: Date },
  row: CaseRow,
  { sort, detail }: { sort: LetterSort<D>; detail: Omit<D, 'title'> },
): Promise<void> {
  const all = await concerned({ db, communityId }, row);
  const letters = all.map(({ no, title, person, household }) => ({
    to: person === null ? { household: household ?? 0 } : { person },
    no,
    detail: { ...detail, title } as D,
  }));
  await writeLetters({ db, communityId, now }, sort, letters);
}
