import { ratePeriod } from '@/db/schema/figures';
import { command, nothing } from '@/lib/gate';
import * as acts from './acts';
import { recordInput } from './input';

/** The callbacks of a period as counted; rates are computed when they are read. */
export const recordFigures = command({
  act: acts.recordFigures,
  input: recordInput,
  facts: nothing,
  races: { rate_period_community_id_from_day_to_day_profile_unique: 'period_known' },
  run: async ({ db, communityId, now, input }) => {
    const { derivedZh, derivedEn, ...counts } = input;
    const derived = derivedZh && derivedEn ? { zh: derivedZh, en: derivedEn } : null;
    await db.insert(ratePeriod).values({ communityId, ...counts, derived, recordedAt: now });
    const period = `${input.from}/${input.to}`;
    return {
      ok: true,
      value: { period },
      leaf: { subject: `figures/${period}`, content: { ...counts, derived } },
      changed: [],
    };
  },
});
