import { type Act, because, never, secondPerson } from '@/lib/act';
import type { Actor, Who } from '@/lib/actor';
import { type Refusal, refusalOf } from '@/lib/result';
import {
  type Handled,
  mayAskOn,
  mayAssign,
  mayDispatch,
  mayHandle,
  mayHaveFeed,
  mayJoin,
  mayKeepLists,
  mayKeepOrders,
  mayReopen,
  mayRing,
  maySeeContact,
  maySupervise,
  maySupplement,
} from './policy';
import { type CaseStep, checkNudge, checkStep, type Standing, type StepCode } from './rules';
import { named } from './rules/named';

/** One case as an act asks about it. */
export interface OfCase extends Handled {
  standing: Standing;
  lastNudge: Date | null;
  /** Where it goes on with another: whether that one is answered. */
  leadAnswered: boolean;
  /** Its number, where it was found by it. */
  row?: { no: number };
}

/** The act of one step: where a case stands decides, and whose it is. */
const stepAct = (
  step: CaseStep,
  by: (who: Who, of: OfCase) => Actor | null,
  more: Pick<Act<OfCase, StepCode | 'second_person'>, 'unless'> = {},
): Act<OfCase, StepCode | 'second_person'> => ({
  name: `case.${step}`,
  why: ({ standing }) => checkStep(standing, step),
  by,
  recurs: true,
  ...more,
});

/** Whoever sent it back does not decide whether it was sent back rightly. */
const unlessObjector = {
  unless: (actor: Actor, { standing }: OfCase) => secondPerson(actor, standing.objectedBy),
};

/** 派单; from a case that was sent back it says yes to that. */
export const dispatchCase = stepAct('dispatch', mayDispatch, unlessObjector);
/** 转办. */
export const handOnCase = stepAct('hand_on', mayDispatch, unlessObjector);
/** So many are given out or to somebody else at once: a page of the list, and some. */
const MOST_AT_ONCE = 60;

const tooMany = (all: readonly OfCase[]) =>
  because(all.length > MOST_AT_ONCE, 'too_many_at_once', { most: MOST_AT_ONCE });
const everyone =
  (by: (who: Who, of: OfCase) => Actor | null): Act<readonly OfCase[], never>['by'] =>
  (who, all) => {
    const [first = null, ...others] = all.map((one) => by(who, one));
    return others.includes(null) ? null : first;
  };
const firstOf = <C extends string>(found: readonly (Refusal<C> | null)[]) => found.find((one) => one !== null) ?? null;

/** Of many, which they are that cannot: all of them that cannot for the reason of the first. */
function whichCannot<C extends string>(all: readonly OfCase[], why: (one: OfCase) => Refusal<C> | null) {
  const refused = all.flatMap((one) => {
    const refusal = why(one);
    return refusal ? [{ no: one.row?.no, refusal }] : [];
  });
  const [first] = refused;
  if (!first || all.length === 1) return first?.refusal ?? null;
  const { code, details } = first.refusal;
  const same = refused.filter(({ refusal }) => refusal.code === code && refusal.details?.state === details?.state);
  const numbers = same.flatMap(({ no }) => no ?? []);
  return numbers.length === 0 ? first.refusal : { ...first.refusal, details: { ...details, case: named(numbers) } };
}

/** 派单 of many: as one by one, and where one of them cannot be, none is. */
export const dispatchCases: Act<readonly OfCase[], StepCode | 'second_person' | 'too_many_at_once'> = {
  name: 'case.dispatch_many',
  recurs: true,
  why: (all) => tooMany(all) ?? whichCannot(all, ({ standing }) => checkStep(standing, 'dispatch')),
  by: everyone(mayDispatch),
  unless: (actor, all) => firstOf(all.map((one) => unlessObjector.unless(actor, one))),
};
/** What many can be taken through at once, for nothing has to be said of each. */
export const TOGETHER = ['sign', 'close', 'archive'] as const satisfies readonly CaseStep[];

/** As one by one, and where one of them cannot be, none is. */
const together = (
  step: (typeof TOGETHER)[number],
  by: (who: Who, of: OfCase) => Actor | null,
): Act<readonly OfCase[], StepCode | 'too_many_at_once'> => ({
  name: `case.${step}_many`,
  why: (all) => tooMany(all) ?? whichCannot(all, ({ standing }) => checkStep(standing, step)),
  by: everyone(by),
  recurs: true,
});
/** 一起签收. */
export const signCases = together('sign', mayHandle);
/** 一起送回访. */
export const closeCases = together('close', mayKeepOrders);
/** 一起归档. */
export const archiveCases = together('archive', mayKeepOrders);
/** 换人办, within the lead unit, of one or of many: where one of them cannot be, none is. */
export const assignCase: Act<readonly OfCase[], StepCode | 'too_many_at_once'> = {
  name: 'case.assign',
  why: (all) => tooMany(all) ?? whichCannot(all, ({ standing }) => checkStep(standing, 'assign')),
  by: everyone(mayAssign),
};
/** 签收. */
export const signCase = stepAct('sign', mayHandle);
/** 退单. */
export const objectCase = stepAct('object', mayHandle);
/** 不同意退单. */
export const dismissCase = stepAct('dismiss', mayDispatch, unlessObjector);
/** 联系诉求人. */
export const contactCase = stepAct('contact', mayRing);
export const handleCase: Act<OfCase, StepCode> = {
  name: 'case.handle',
  // Who cannot see the number goes to the place; everybody else rings first.
  why: ({ standing, agencyRole }) =>
    checkStep(standing, 'handle') ??
    (standing.state === 'signed' && agencyRole !== 'property'
      ? { code: 'case_elsewhere', details: { state: standing.state } }
      : null),
  by: mayHandle,
  recurs: true,
};
/** 延期. */
export const extendCase = stepAct('extend', mayHandle);
/** 吹哨 and 报到. */
export const whistleCase = stepAct('whistle', mayHandle);
export const arriveCase = stepAct('arrive', mayHandle);
/** 上报, and what was decided. */
export const escalateCase = stepAct('escalate', mayHandle);
export const settleCase = stepAct('settle', mayKeepOrders);
/** 督办. */
export const superviseCase = stepAct('supervise', maySupervise);
/** 协办. */
export const assistCase = stepAct('assist', mayAssign);
/** 答复. */
export const replyCase: Act<OfCase, StepCode> = {
  name: 'case.reply',
  // Whoever was reached and could be answered at once: that it was begun goes without saying.
  why: ({ standing }) => (standing.state === 'contacted' ? null : checkStep(standing, 'reply')),
  by: mayHandle,
  recurs: true,
};
/** 一起答复, with what stands in for the fields of each. */
export const replyCases: Act<readonly OfCase[], StepCode | 'too_many_at_once'> = {
  name: 'case.reply_many',
  why: (all, now) => tooMany(all) ?? whichCannot(all, (one) => replyCase.why(one, now)),
  by: everyone(mayHandle),
  recurs: true,
};
/** 办结, on to whoever rings back. */
export const closeCase = stepAct('close', mayKeepOrders);
/** 重办; where it went on with another, once that one is answered. */
export const reworkCase: Act<OfCase, StepCode> = {
  name: 'case.rework',
  why: ({ standing, leadAnswered }) =>
    checkStep(standing, 'rework') ?? because(standing.state === 'merged' && !leadAnswered, 'case_elsewhere'),
  by: mayReopen,
  recurs: true,
};
/** 归档, once it was evaluated. */
export const archiveCase = stepAct('archive', mayKeepOrders);
/** 并单 and 拆单. */
export const mergeCase = stepAct('merge', mayKeepOrders);
export const splitCase = stepAct('split', mayKeepOrders);

/** 促办 by whoever reported it. */
export const nudgeCase: Act<OfCase, StepCode | 'nudged_today'> = {
  name: 'case.nudge',
  why: ({ standing, lastNudge }, now) => checkStep(standing, 'nudge') ?? refusalOf(checkNudge(lastNudge, now)),
  by: mayAskOn,
  recurs: true,
};

/** 补充: whoever sent it says more of it. */
export const supplementCase = stepAct('supplement', maySupplement);

interface Joining {
  household: { id: number; entranceId: number };
  standing: Standing;
  joined: boolean;
}

/** 我家也是. */
export const joinCase: Act<Joining, StepCode | 'joined_already'> = {
  name: 'case.join',
  // How far it is stays with those who handle it.
  why: ({ standing, joined }) =>
    because(checkStep(standing, 'merge') !== null, 'case_elsewhere') ?? because(joined, 'joined_already'),
  by: mayJoin,
};

/** 看全号. */
export const lookCase: Act<OfCase, never> = { name: 'case.look', why: never, by: maySeeContact };

/** A calendar of one's own. */
export const renewFeed: Act<object, never> = { name: 'feed.renew', why: never, by: mayHaveFeed };

/** The lists. */
export const addEntry: Act<object, never> = { name: 'handling.add', why: never, by: mayKeepLists };
interface Kept {
  retired: boolean;
}
const stillKept = ({ retired }: Kept) => because(retired, 'retired_already');
export const renameEntry: Act<Kept, 'retired_already'> = { name: 'handling.rename', why: stillKept, by: mayKeepLists };
export const retireEntry: Act<Kept, 'retired_already'> = { name: 'handling.retire', why: stillKept, by: mayKeepLists };
