import { eq, inArray, sql } from 'drizzle-orm';
import { rateProfile, rateProfileAnswer } from '@/db/schema/figures';
import { community } from '@/db/schema/people';
import { OF_DISTRICT } from '@/db/words/offices';
import { checkWritten } from '@/lib/hung';
import { canonical, sha256 } from '@/lib/ledger';
import { officeCommand } from '@/lib/office';
import { refuse } from '@/lib/result';
import { answerProfileInput, proposeProfileInput } from '../input';
import { checkProfile, firstDayOf, saidOf } from '../rules/profiles';

/** 口径, for months that have not begun. It touches nobody until somebody else agrees. */
export const proposeProfile = officeCommand({
  act: 'profile.propose',
  offices: OF_DISTRICT,
  input: proposeProfileInput,
  races: { rate_profile_named_once: 'profile_named' },
  run: async ({ db, now, personId, districtId, input }) => {
    const { name, fairlyTenths, response, resolution, satisfaction, reason, submission } = input;
    const [from, weights] = [firstDayOf(input.month), { response, resolution, satisfaction }];
    const hash = sha256(canonical(saidOf({ name, fairlyTenths, weights })));
    const [before] = await db.select().from(rateProfile).where(eq(rateProfile.submission, submission));
    if (before) {
      const isSame = before.hash.equals(hash) && before.from === from && before.reason === reason;
      if (!isSame || before.proposedBy !== personId) return refuse('key_reused');
      return { ok: true, value: { profile: before.id }, told: [] };
    }
    const checked = checkProfile({ from, weights }, now);
    if (!checked.ok) return checked;
    const free = checkWritten({ name, reason });
    if (!free.ok) return free;
    const [row] = await db
      .insert(rateProfile)
      .values({
        districtId,
        name,
        from,
        fairlyTenths,
        ...weights,
        reason,
        hash,
        proposedBy: personId,
        proposedAt: now,
        submission,
      })
      .returning({ id: rateProfile.id });
    return {
      ok: true,
      value: { profile: row?.id ?? 0 },
      told: [],
      detail: { profile: name, hash: hash.toString('hex') },
    };
  },
});

/** The second look: whoever else holds the office agrees, and every record says so; or it comes to nothing, for a reason. */
export const answerProfile = officeCommand({
  act: 'profile.answer',
  offices: OF_DISTRICT,
  input: answerProfileInput,
  races: { rate_profile_begins_once: 'month_taken' },
  run: async ({ db, now, personId, districtId, communities, input }) => {
    const agreed = input.agreed === 'yes';
    await db.execute(sql`select pg_advisory_xact_lock(${districtId}, hashtext('profile'))`);
    const [of] = await db.select().from(rateProfile).where(eq(rateProfile.id, input.profile));
    if (!of || of.districtId !== districtId) return refuse('not_found');
    const [answered] = await db
      .select({ at: rateProfileAnswer.at })
      .from(rateProfileAnswer)
      .where(eq(rateProfileAnswer.profileId, of.id));
    if (answered) return refuse('answered_already');
    if (agreed && of.proposedBy === personId) return refuse('second_person');
    if (!agreed && input.reason === '') return refuse('reason_lacking', undefined, { reason: 'required' });
    const { name, from, fairlyTenths, response, resolution, satisfaction } = of;
    const profile = { name, fairlyTenths, weights: { response, resolution, satisfaction } };
    const checked = agreed ? checkProfile({ from, ...profile }, now) : undefined;
    if (checked && !checked.ok) return refuse('month_begun');
    const { proposedBy } = of;
    await db
      .insert(rateProfileAnswer)
      .values({ profileId: of.id, districtId, from, proposedBy, by: personId, agreed, reason: input.reason, at: now });
    const concerned = agreed
      ? await db
          .select({ communityId: community.id, slug: community.slug })
          .from(community)
          .where(inArray(community.id, communities))
      : [];
    const content = { ...saidOf(profile), from, hash: of.hash.toString('hex') };
    return {
      ok: true,
      value: { profile: of.id },
      told: concerned.map((one) => ({ ...one, leaf: { subject: `profile/${of.id}`, content } })),
      detail: { profile: name, agreed: input.agreed, reason: input.reason },
    };
  },
});
