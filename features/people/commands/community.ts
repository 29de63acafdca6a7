import { and, eq, sql } from 'drizzle-orm';
import { ledgerHead } from '@/db/schema/ledger';
import { type CommunitySettings, community, district, street } from '@/db/schema/people';
import { enterNew } from '@/lib/entering';
import { accountCommand, type Database } from '@/lib/gate';
import { append } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import { createCommunityInput, setTelephoneInput } from '../input';
import { checkSlug } from '../rules';

/** What a community starts with: two in three heard, two in three agreeing, a week for a round and for a notice. */
const startSettings: CommunitySettings = {
  reach: [2, 3],
  agree: [2, 3],
  roundDays: 7,
  noticeDays: 7,
  callbackFloor: [2, 3],
};

type Place = NonNullable<ReturnType<typeof createCommunityInput.parse>['place']>;

/** The street a community lies in. The first to name a district or a street in Chinese says what it is in English. */
async function streetOf(db: Database, place: Place): Promise<number | undefined> {
  const { districtZh, districtEn, streetZh, streetEn } = place;
  await db.insert(district).values({ nameZh: districtZh, nameEn: districtEn }).onConflictDoNothing();
  const [lies] = await db.select({ id: district.id }).from(district).where(eq(district.nameZh, districtZh));
  const districtId = lies?.id ?? 0;
  await db.insert(street).values({ districtId, nameZh: streetZh, nameEn: streetEn }).onConflictDoNothing();
  const [found] = await db
    .select({ id: street.id })
    .from(street)
    .where(and(eq(street.districtId, districtId), eq(street.nameZh, streetZh)));
  return found?.id;
}

/** A new community with its settings and the head of its record. Only from the command line: nobody is signed in there. */
export const createCommunity = accountCommand({
  act: 'community.create',
  input: createCommunityInput,
  allow: (personId) => personId === null,
  run: async ({ db, now, input }) => {
    const slug = checkSlug(input.slug);
    if (!slug.ok) return slug;
    const { compound: _, place, ...names } = input;
    const streetId = place ? await streetOf(db, place) : null;
    const [row] = await db
      .insert(community)
      .values({ ...names, streetId, settings: startSettings, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: community.id });
    if (!row) return refuse('slug_taken');
    await enterNew(db, row.id);
    await db.insert(ledgerHead).values({ communityId: row.id });
    await db.execute(sql`select begin_handling(${row.id})`);
    const content = { slug: input.slug, settings: { ...startSettings }, actor: { as: 'import' } };
    const leaf = { subject: `community/${input.slug}`, content };
    await append(db, row.id, { act: 'community.create', leaf, personId: null, now });
    return { ok: true, value: { id: row.id, slug: input.slug }, changed: ['/communities', input.slug] };
  },
});

/** The telephone everybody finds at the foot of every page. Only from the command line. `no_such_community`. */
export const setTelephone = accountCommand({
  act: 'community.telephone',
  input: setTelephoneInput,
  allow: (personId) => personId === null,
  run: async ({ db, input: { slug, telephone } }) => {
    const done = await db.update(community).set({ telephone }).where(eq(community.slug, slug));
    if (done.rowCount === 0) return refuse('no_such_community');
    return {
      ok: true,
      value: { slug, telephone },
      event: { personId: null, detail: { slug, telephone } },
      changed: ['/communities', slug],
    };
  },
});
