import { type Actor, asHousehold, asStaff, has, type Who } from '@/lib/actor';

/** The office keeps the lists, for organisations that ring or write. */
export const mayKeepCouncil = (who: Who): Actor | null => asStaff(who, 'party-secretary', 'social-worker');

/** Those whose need it was. */
export interface Needed {
  households: readonly number[];
}

/** 评议: a household whose need it was; or the office, for what was said before everybody. */
export function mayReview(who: Who, { households }: Needed): Actor | null {
  for (const id of households) {
    const own = asHousehold(who, id);
    if (own) return own;
  }
  return mayKeepCouncil(who);
}

export const maySeeCouncil = (who: Who): boolean => has(who, 'party-secretary', 'social-worker');
