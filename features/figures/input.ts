import { z } from 'zod';
import { choice, day, count as figure, optionalText } from '@/lib/input';
import { PROFILES, type ProfileName } from './rules';

const count = figure();
const names = Object.keys(PROFILES) as [ProfileName, ...ProfileName[]];

/** Counted callbacks of a period. `derivedZh`/`derivedEn`: how the counts were obtained when nobody reported them. */
export const recordInput = z
  .object({
    from: day,
    to: day,
    profile: choice(names),
    effective: count,
    contacted: count,
    resolved: count,
    satisfied: count,
    fairlySatisfied: count.default(0),
    derivedZh: optionalText(300),
    derivedEn: optionalText(300),
  })
  .superRefine((value, context) => {
    if (value.to < value.from) context.addIssue({ code: 'custom', path: ['to'], message: 'invalid' });
    for (const name of ['contacted', 'resolved', 'satisfied'] as const) {
      if (value[name] > value.effective)
        context.addIssue({ code: 'custom', path: [name], message: 'more_than_effective' });
    }
  });
