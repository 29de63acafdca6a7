import { sql } from 'drizzle-orm';
import { notAgainst } from '@/features/cases/moves';
import { mayReadCases } from '@/features/cases/policy';
import { lastCounted } from '@/features/topics/moves/counted';
import { whyNot } from '@/lib/act';
import { query } from '@/lib/query';
import * as acts from '../acts';
import { basisOf, unsolvedIn } from '../moves';
import { mayReadDiagnosis } from '../policy';
import { courseOf, cracksOf } from './read';

/** All of it at the desk, with the counts it was chosen by, those of today, and with what may be done. */
export const deskDiagnosis = query({
  name: 'diagnosis.desk',
  allow: (who) => mayReadDiagnosis(who),
  read: async (scope, _: Record<never, never>) => {
    const { who, now, community } = scope;
    const course = await courseOf(scope);
    const asks = { who, now };
    const { nameZh, nameEn } = community;
    return {
      ...course,
      basis: await basisOf(scope),
      counted: await lastCounted(scope),
      unsolved: mayReadCases(who) ? await unsolvedIn(scope, notAgainst(scope)) : null,
      now,
      nameZh,
      nameEn,
      mayPublish: whyNot(acts.publishDiagnosis, { ...asks, facts: {} }) === null,
      addBlock: whyNot(acts.addCrack, {
        ...asks,
        facts: { diagnosed: course.found !== null, open: course.open.length },
      }),
    };
  },
});

/** One matter, with what may be done with it. */
export const deskCrack = query({
  name: 'crack.desk',
  allow: (who) => mayReadDiagnosis(who),
  read: async (scope, { no }: { no: number }) => {
    const { who, now } = scope;
    const [one] = await cracksOf(scope, sql`k.no = ${no}::int`, 1);
    if (!one) return undefined;
    const state = one.reports.at(-1)?.state ?? null;
    const raised = one.raises.some(({ answer }) => answer === null);
    const asks = { who, now };
    return {
      one,
      now,
      report: whyNot(acts.reportCrack, { ...asks, facts: { state } }),
      raise: whyNot(acts.raiseCrack, { ...asks, facts: { state, raised } }),
    };
  },
});
