import { sql } from 'drizzle-orm';
import { WEIGHTS, type Weights } from '@/features/topics/rules/selection';
import { officeQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { weightsFrom } from '../rules/choosing';

export interface Weighed {
  id: number;
  weights: Weights;
  many: number;
  at: string;
  /** By whoever reads. */
  own: boolean;
  /** Whose it was, as a number: the same person has the same. */
  by: number;
}

/** So many stand under the list; all of them are sealed with the next draft. */
const SHOWN = 50;
/** As many communities as the first cohort had. */
const USUAL = 26;

interface Asked {
  district: string;
  /** The number of a weighing; without it, or where there is none, it is weighed as usual. */
  asked?: number | undefined;
  many?: number | undefined;
}

/** By what the list is asked, and all it was asked by, the latest first: nobody sees it weighed anew without having been written down. */
export const weighed = officeQuery({
  name: 'cohorts.weighed',
  offices: ['organisation'],
  read: async ({ db, personId, of }, { asked = 0, many }: Asked) => {
    const found = await rows<Omit<Weighed, 'weights'> & { weights: string }>(
      { db },
      sql`select json_build_object('id', w.id, 'weights', w.weights, 'many', w.many, 'at', w.at, 'by', w.asked_by,
          'own', w.asked_by = ${personId}) as view
        from weighing w where w.district_id = ${of.id} order by (w.id = ${asked}::int) desc, w.id desc limit ${SHOWN}`,
    );
    const log = found.map(({ weights, ...one }): Weighed => ({ ...one, weights: weightsFrom(weights) ?? WEIGHTS }));
    const one = log.find(({ id }) => id === asked);
    return {
      weights: one?.weights ?? WEIGHTS,
      many: Math.min(many ?? one?.many ?? USUAL, 200),
      log: log.sort((a, b) => b.id - a.id),
    };
  },
});
