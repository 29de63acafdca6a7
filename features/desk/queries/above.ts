import { sql } from 'drizzle-orm';
import type { Office } from '@/db/words/offices';
import { waitsInOffice } from '@/features/cohorts/queries/waiting';
import { cameToDistrict, cameToStreet } from '@/features/diagnosis/queries/raised';
import { letters } from '@/features/letters/letters';
import { query } from '@/lib/query';
import { mayTell } from '../policy';

/** When each thing that waits in an office above communities came to it. */
export async function waitsAbove(person: number, { district, office }: { district: string; office: Office }) {
  const of = { district };
  const own = async () => ((await waitsInOffice(person, of)) ?? []).map(({ at }) => at);
  const raised = {
    organisation: async () => [...(await own()), ...((await cameToDistrict(person, of)) ?? [])],
    'street-office': async () => (await cameToStreet(person, of)) ?? [],
    'hotline-centre': own,
  } satisfies Record<Office, () => Promise<string[]>>;
  return (await raised[office]()).map((at) => new Date(at));
}

interface Held {
  person: number;
  district: string;
  office: Office;
  toldAt: Date | null;
}

/** Who holds an office above communities whose letters hang here: in the first community of its district, or of its street. */
export const officesAbove = query({
  name: 'desk.offices_above',
  allow: (who, _: Record<never, never>) => mayTell(who) !== null,
  read: async ({ db, communityId: c, now }) => {
    const at = sql`${now.toISOString()}::timestamptz`;
    const { rows } = await db.execute<Omit<Held, 'toldAt'> & { toldAt: string | null }>(sql`
      select distinct g.person_id as person, d.slug as district, g.office, (select to_json(max(l.at))#>>'{}' from letter l
          where l.community_id = ${c} and l.person_id = g.person_id and l.kind = ${letters.duties.kind}
            and l.detail->>'district' = d.slug) as "toldAt"
        from office_grant g join district d on d.id = g.district_id
       where g.from_at <= ${at} and (g.to_at is null or g.to_at > ${at}) and ${c} = (select min(k.id) from community k
           join street s on s.id = k.street_id
           where s.district_id = g.district_id and (g.street_id is null or s.id = g.street_id))
       order by 1, 2, 3`);
    return rows.map(({ toldAt, ...one }): Held => ({ ...one, toldAt: toldAt === null ? null : new Date(toldAt) }));
  },
});
