import { type Handled, mayKeepOrders, unlessAgainst } from '@/features/orders/policy';
import { type Actor, asStaff, type Who } from '@/lib/actor';

/** 回访: the hotline, and of it nobody who had a part; that is for the rules. */
export const mayRingBack = unlessAgainst((who) => asStaff(who, 'hotline'));

/** 申请剔除. */
export const mayAskScope = (who: Who, of: Handled): Actor | null => mayKeepOrders(who, of);

/** 剔除 is decided by a secretary. */
export const mayDecideScope = unlessAgainst((who) => asStaff(who, 'party-secretary', 'governance-secretary'));
