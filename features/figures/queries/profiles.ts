import { sql } from 'drizzle-orm';
import { OF_DISTRICT } from '@/db/words/offices';
import type { Database } from '@/lib/gate';
import { officeQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { profileView } from '../moves/profiles';
import type { Pinned } from '../rules/profiles';

/** A profile a district agreed to, with why. */
export interface ProfileView extends Pinned {
  reason: string;
}

/** One as its office sees it. `agreed`: null while nobody has answered; `no`: why it came to nothing. */
export interface ProposedProfile extends ProfileView {
  agreed: boolean | null;
  no: string;
  own: boolean;
}

/** So many are listed; there is one a year at most. */
const LISTED = 50;

/** How the callbacks of a district are counted, from when, the latest first: as anybody may read it. */
export const profilesOf = (db: Database, districtId: number): Promise<ProfileView[]> =>
  rows<ProfileView>(
    { db },
    sql`select (${profileView})::jsonb || jsonb_build_object('reason', p.reason) as view from rate_profile p
      where p.district_id = ${districtId} order by p.from_day desc limit ${LISTED}`,
  );

/** The same at the office, with what was proposed and what became of it. */
export const officeProfiles = officeQuery({
  name: 'profiles.desk',
  offices: OF_DISTRICT,
  read: async ({ db, now, personId, of }, _: { district: string }) => ({
    now,
    all: await rows<ProposedProfile>(
      { db },
      sql`select (${profileView})::jsonb || jsonb_build_object('reason', p.reason, 'agreed', p.agreed, 'no', p.answer,
          'own', p.proposed_by = ${personId}) as view
        from rate_profile p where p.district_id = ${of.id} order by p.from_day desc, p.id desc limit ${LISTED}`,
    ),
  }),
});
