import { and, eq, type SQL, sql } from 'drizzle-orm';
import { playbook, playbookAdoption, playbookVersion } from '@/db/schema/playbooks';
import type { PlaybookStep } from '@/db/words/playbooks';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';

/** Those of all communities: a change of one is shown on every board. */
export const EVERYWHERE = '/playbooks';

export interface Said {
  name: string;
  indications: string;
  contraindications: string;
  people: number;
  days: number;
  money: number;
}

/** What a version says, from the form that said more. */
export const saidIn = ({ name, indications, contraindications, people, days, money }: Said): Said => ({
  name,
  indications,
  contraindications,
  people,
  days,
  money,
});

/** The playbook of this number here, locked. */
export async function lockPlaybook({ db, communityId }: Scope, input: { playbook: number }) {
  const [row] = await db
    .select()
    .from(playbook)
    .where(and(eq(playbook.communityId, communityId), eq(playbook.no, input.playbook)))
    .for('update');
  return row && { row, retired: row.retiredAt !== null };
}

interface Version extends Said {
  playbookId: number;
  version: number;
  steps: PlaybookStep[];
  change: string;
}

export async function writeVersion(
  { db, communityId, now, actor }: { db: Database; communityId: number; now: Date; actor: Actor },
  said: Version,
): Promise<void> {
  await db
    .insert(playbookVersion)
    .values({ communityId, ...said, authorId: personOf(actor) ?? 0, authorRole: roleOf(actor), at: now });
}

/** How the district of a community `c` is found: the board has no streets. */
export const onBoard = sql`c.district_id`;
export const atDesk = sql`(select s.district_id from street s where s.id = c.street_id)`;

/** Whether a community `c` lies in the district of this one. */
export const inDistrictOf = ({ communityId }: Pick<Scope, 'communityId'>, district: SQL): SQL =>
  sql`${district} is not distinct from (select ${district} from community c where c.id = ${communityId})`;

/** The playbook of any community of the district, by its one number, and whether it was taken up here. */
export async function lockOffered({ db, communityId }: Scope, input: { playbook: number }) {
  const near = sql`exists (select from community c where c.id = playbook.community_id and ${inDistrictOf({ communityId }, atDesk)})`;
  const [row] = await db
    .select()
    .from(playbook)
    .where(and(eq(playbook.id, input.playbook), near));
  if (!row) return undefined;
  const adopted = await db
    .select({ id: playbookAdoption.id })
    .from(playbookAdoption)
    .where(
      and(
        ...[eq(playbookAdoption.communityId, communityId), eq(playbookAdoption.originId, row.communityId)],
        eq(playbookAdoption.playbookId, row.id),
      ),
    );
  return {
    row,
    own: row.communityId === communityId,
    retired: row.retiredAt !== null,
    adopted: adopted.length > 0,
  };
}

/** The adoption of this number, locked. */
export async function lockAdoption({ db, communityId }: Scope, input: { adoption: number }) {
  const [row] = await db
    .select()
    .from(playbookAdoption)
    .where(and(eq(playbookAdoption.communityId, communityId), eq(playbookAdoption.id, input.adoption)))
    .for('update');
  return row && { row, told: row.outcome !== null };
}
