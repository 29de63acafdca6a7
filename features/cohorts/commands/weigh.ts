import { weighing } from '@/db/schema/cohorts';
import { officeCommand } from '@/lib/office';
import { refuse } from '@/lib/result';
import { weighInput } from '../input';
import { weightsFrom, weightsSaid } from '../rules/choosing';

/** 换个权重看: whoever asks the list by other weights is written down with them and the moment, whatever comes of it. */
export const weighCommunities = officeCommand({
  act: 'cohort.weigh',
  offices: ['organisation'],
  input: weighInput,
  run: async ({ db, now, personId, districtId, input: { district: _, many, ...parts } }) => {
    const weights = weightsFrom(weightsSaid(parts));
    if (!weights) return refuse('no_weights', undefined, { volume: 'no_weights' });
    const said = weightsSaid(weights);
    const [row] = await db
      .insert(weighing)
      .values({ districtId, weights: said, many, askedBy: personId, at: now })
      .returning({ id: weighing.id });
    return { ok: true, value: { asked: row?.id ?? 0 }, told: [], detail: { weights: said, many } };
  },
});
