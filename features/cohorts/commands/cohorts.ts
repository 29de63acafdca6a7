import { eq, sql } from 'drizzle-orm';
import { cohort, cohortApproval, cohortPlace, cohortPublication, cohortWithdrawal } from '@/db/schema/cohorts';
import { profileOfDistrict } from '@/features/figures/moves/profiles';
import { shanghaiDate } from '@/lib/calendar';
import { checkWritten } from '@/lib/hung';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { officeCommand } from '@/lib/office';
import { refuse } from '@/lib/result';
import { approveCohortInput, draftCohortInput, ofCohortInput, withdrawCohortInput } from '../input';
import { cohortOf, countsBetween, KEPT, listedIn, triedSince } from '../moves';
import { departures, listBy, weightsFrom, wrongDays } from '../rules/choosing';

const hex = (hash: Buffer): string => hash.toString('hex');

/** What a draft decides, but for its reasons: they belong to the list of the day. */
const decidedOf = ({ places, ...about }: Record<string, Json> & { places: { community: number }[] }): string =>
  canonical({ about, places: [...new Set(places.map((one) => one.community))].sort((a, b) => a - b) });

/** 批次, drafted from the list as it stands: its hash is kept with it, and every departure from it has its reason. */
export const draftCohort = officeCommand({
  act: 'cohort.draft',
  offices: ['organisation'],
  input: draftCohortInput,
  races: { cohort_named_once: 'name_taken', cohort_no: 'name_taken' },
  run: async ({ db, now, personId, districtId, communities, input }) => {
    const { district: _, weights: said, places, reasons, submission, seen, ...about } = input;
    const weights = weightsFrom(said);
    if (!weights) return refuse('no_weights');
    const [drafted] = await db.select().from(cohort).where(eq(cohort.submission, submission));
    if (drafted) {
      const same = decidedOf({ ...about, weights: { ...weights }, places: places.map((one) => ({ community: one })) });
      const before = decidedOf(JSON.parse(drafted.basis).decided);
      if (drafted.draftedBy !== personId || before !== same) return refuse('key_reused');
      return { ok: true, value: { cohort: drafted.no }, told: [] };
    }
    const wrong = wrongDays(about);
    const [first] = Object.values(wrong);
    if (first) return refuse(first, undefined, wrong);
    const words = reasons.map(({ place, reason }) => [`reason_${place}`, reason]);
    const free = checkWritten({ name: about.name, ...Object.fromEntries(words) });
    if (!free.ok) return free;
    const chosen = new Set(places);
    if (places.some((one) => !communities.includes(one))) return refuse('not_of_district');
    const listed = await listedIn(db, communities, KEPT);
    const { added, passed } = departures(listed, weights, chosen);
    const why = new Map(reasons.map(({ place, reason }) => [place, reason]));
    const lacking = [...added, ...passed].filter(({ id }) => !why.has(id));
    if (lacking.length > 0) {
      const fields = Object.fromEntries(lacking.map(({ id }) => [`reason_${id}`, 'required']));
      return refuse('reasons_lacking', { count: lacking.length }, fields);
    }
    const before = await countsBetween(db, communities, { from: about.beforeFrom, to: about.beforeTo });
    const known = [...chosen].filter((one) => before.has(one)).length;
    if (known < chosen.size && seen === undefined) return refuse('baseline_lacking', { known, of: chosen.size });
    const rankOf = new Map(listBy(listed, weights).ranked.map(({ of, rank }) => [of.id, rank]));
    const isAdded = new Set(added.map(({ id }) => id));
    const chosenWhy = [...chosen]
      .sort((a, b) => a - b)
      .map((community) => ({ community, reason: isAdded.has(community) ? (why.get(community) ?? '') : '' }));
    const tried = await triedSince(db, districtId);
    const basis = canonical({
      decided: { ...about, weights: { ...weights }, places: chosenWhy },
      list: listed.map(({ nameZh: _zh, nameEn: _en, ...of }) => ({ ...of, rank: rankOf.get(of.id) ?? null })) as Json,
      passed: passed.map(({ id }) => ({ community: id, reason: why.get(id) ?? '' })),
      tried,
    });
    const [last] = await db
      .select({ no: sql<number>`coalesce(max(${cohort.no}), 0)` })
      .from(cohort)
      .where(eq(cohort.districtId, districtId));
    const no = Number(last?.no ?? 0) + 1;
    const basisHash = sha256(basis);
    const [row] = await db
      .insert(cohort)
      .values({
        ...about,
        districtId,
        no,
        weights: canonical({ ...weights }),
        basis,
        basisHash,
        draftedBy: personId,
        draftedAt: now,
        submission,
      })
      .returning({ id: cohort.id });
    const cohortId = row?.id ?? 0;
    await db
      .insert(cohortPlace)
      .values(chosenWhy.map(({ community: communityId, reason }) => ({ communityId, cohortId, reason })));
    return { ok: true, value: { cohort: no }, told: [], detail: { cohort: no, weights: said, basis: hex(basisHash) } };
  },
});

/** By somebody who did not draft it: what every community of the district had before is frozen, with its hash. */
export const approveCohort = officeCommand({
  act: 'cohort.approve',
  offices: ['organisation'],
  input: approveCohortInput,
  run: async ({ db, now, personId, districtId, communities, input }) => {
    const found = await cohortOf(db, districtId, input.cohort);
    if (!found) return refuse('not_found');
    const { id, draftedBy, beforeFrom, beforeTo, name, basisHash } = found.cohort;
    if (found.approvedAt) return refuse('already_approved');
    if (found.withdrawnAt) return refuse('withdrawn');
    if (draftedBy === personId) return refuse('second_person');
    if (beforeTo >= shanghaiDate(now)) return refuse('before_not_over', { to: beforeTo });
    const counts = await countsBetween(db, communities, { from: beforeFrom, to: beforeTo });
    const known = found.places.filter(({ communityId }) => counts.has(communityId)).length;
    if (known === 0) return refuse('no_baseline');
    if (known < found.places.length && input.seen === undefined)
      return refuse('baseline_lacking', { known, of: found.places.length });
    const { id: _, ...profile } = await profileOfDistrict({ db, districtId }, beforeFrom);
    const sealed = [...counts].map(([one, counted]): [string, Json] => [String(one), { ...counted }]);
    const baseline = canonical({ ...Object.fromEntries(sealed), profile });
    const baselineHash = sha256(baseline);
    const done = await db
      .insert(cohortApproval)
      .values({ cohortId: id, draftedBy, approvedBy: personId, baseline, baselineHash, at: now })
      .onConflictDoNothing();
    if (done.rowCount === 0) return refuse('already_approved');
    return {
      ok: true,
      value: { cohort: found.cohort.no },
      detail: { cohort: found.cohort.no },
      told: found.places.map(({ communityId, slug, reason }) => ({
        communityId,
        slug,
        leaf: {
          subject: `cohort/${id}`,
          content: {
            name,
            reason,
            basis: hex(basisHash),
            baseline: hex(baselineHash),
            before: { ...counts.get(communityId) },
          },
        },
      })),
    };
  },
});

/** A draft comes to nothing, for a reason: what was drafted stays, and one can begin anew from it. It has touched nobody yet. */
export const withdrawCohort = officeCommand({
  act: 'cohort.withdraw',
  offices: ['organisation'],
  input: withdrawCohortInput,
  run: async ({ db, now, personId, districtId, input: { cohort: id, reason } }) => {
    const found = await cohortOf(db, districtId, id);
    if (!found) return refuse('not_found');
    if (found.approvedAt) return refuse('already_approved');
    if (found.withdrawnAt) return refuse('withdrawn');
    await db.insert(cohortWithdrawal).values({ cohortId: id, by: personId, reason, at: now });
    return {
      ok: true,
      value: { cohort: found.cohort.no },
      told: [],
      detail: { cohort: found.cohort.no, reason },
      undoes: found.cohort.draftedBy === personId ? {} : { chosen: found.places.length },
    };
  },
});

/** From here everybody may read it. */
export const publishCohort = officeCommand({
  act: 'cohort.publish',
  offices: ['organisation'],
  input: ofCohortInput,
  run: async ({ db, now, personId, districtId, input }) => {
    const found = await cohortOf(db, districtId, input.cohort);
    if (!found) return refuse('not_found');
    if (!found.approvedAt) return refuse('not_approved');
    const { id, name, no } = found.cohort;
    const done = await db
      .insert(cohortPublication)
      .values({ cohortId: id, by: personId, at: now })
      .onConflictDoNothing();
    if (done.rowCount === 0) return refuse('already_published');
    return {
      ok: true,
      value: { cohort: no },
      detail: { cohort: no },
      told: found.places.map(({ communityId, slug }) => ({
        communityId,
        slug,
        leaf: { subject: `cohort/${id}`, content: { name } },
      })),
    };
  },
});
