import { hoursAfter } from './calendar';
import type { Locale } from './edition';
import { formatMoney } from './quantity';
import type { Refusal } from './result';
import { plural } from './words';

const households = (n: number) => `${n} ${plural(n, 'household', 'households')}`;

const zh = {
  rounds: (_: number): string => '正在进行的一轮协商作废',
  answers: (n: number): string => `${n}户在这一轮里说的不再算数`,
  alternatives: (n: number): string => `写好的${n}个备选搁下`,
  notices: (_: number): string => '正在挂的公示撤下来',
  oppositions: (n: number): string => `${n}户对公示说的话搁下`,
  signatures: (n: number): string => `${n}个人的签批作废`,
  supporters: (n: number): string => `${n}户的支持落空`,
  authors: (_: number): string => '提出的人就此被回绝',
  confirmations: (_: number): string => '别人已经核对过的不算了，要重新核对',
  comments: (_: number): string => '别人的一条话从公示栏上拿下来',
  decisions: (_: number): string => '别人签名定下的改掉',
  verdicts: (n: number): string => `${n}户对原来答复的表态作废，要重新问`,
  approvals: (n: number): string => `${n}户认过的写法要重新认`,
  milestones: (n: number): string => `已经报上来的${n}个节点停下`,
  acceptances: (n: number): string => `${n}方的验收作废`,
  doors: (n: number): string => `${n}户从此没有楼门长`,
  offices: (_: number): string => '这个人不再担任这一职',
  things: (n: number): string => `手上的${n}件事交给别人`,
  left: (n: number): string => `手上的${n}件事没有人办，要在那里一件一件交给别人`,
  asked: (n: number): string => `给${n}户发通知，请他们表态`,
  askedAgain: (n: number): string => `给要再问的户发通知（一共${n}户，以前说的还算数的不再问）`,
  homes: (_: number): string => '这个人不再是这一户的人',
  pledges: (n: number): string => `${n}个单位的认领落空`,
  signUps: (n: number): string => `${n}户报的名落空，每户都会收到信`,
  shifts: (n: number): string => `排好的${n}个班没有人了`,
  helpers: (n: number): string => `说了要来帮忙的${n}位会收到信，不用来了`,
  turns: (n: number): string => `排好的${n}个班撤掉，要来的人会收到信`,
  posted: (_: number): string => '公示栏上的这件诉求拿下来，报的人会收到信',
  keys: (_: number): string => '用这把钥匙的程序从此送不进来，也查不到',
  playbooks: (_: number): string => '别的社区从此不能照着它办',
  reports: (_: number): string => '已经报上来的这个节点不算，要重新报',
  claims: (_: number): string => '这个人登记的住处被回绝，会收到信',
  moved: (n: number): string => `报了名的${n}户都会收到改期的信`,
  chosen: (n: number): string => `别人选好的${n}个社区不再算一批`,
  invited: (n: number): string => `请了的${n}户每户都会收到不开了的信`,
  movedMeeting: (n: number): string => `请了的${n}户每户都会收到改期的信`,
  words: (n: number): string => `他替这一户说的${n}条意见不再算数`,
  drawnAsBefore: (n: number): string => `改了的条款里有${n}条，图没有跟着改，还照上一稿画着`,
  totalBefore: (fen: number): string => `各家的条件，原来写的是一共最多能花${formatMoney(fen)}元`,
  totalNow: (fen: number): string => `各家的条件一共最多能花的钱，改成${formatMoney(fen)}元`,
  totalNothing: (_: number): string => '各家的条件一共一分钱也不能花',
  totalOpen: (_: number): string => '各家的条件一共能花多少，不再有限度',
  spokeBefore: (n: number): string => `${n}户在这一轮里说话的时候，看到的是原来的写法`,
  haveNow: (n: number): string => `改了以后，这些条件最多一起满足${n}个`,
  haveNone: (_: number): string => '改了以后，没有一个条件是钱够的',
};

const en: typeof zh = {
  rounds: () => 'the round under way becomes void',
  answers: (n) => `what ${households(n)} said in this round no longer counts`,
  alternatives: (n) =>
    `${n} ${plural(n, 'alternative that was drawn up is', 'alternatives that were drawn up are')} set aside`,
  notices: () => 'the public notice is taken down',
  oppositions: (n) => `what ${households(n)} said against the notice is laid aside`,
  signatures: (n) => `${n} ${plural(n, 'signature becomes', 'signatures become')} void`,
  supporters: (n) => `the support of ${households(n)} comes to nothing`,
  authors: () => 'whoever brought it is turned away',
  confirmations: () => 'what somebody else has confirmed has to be confirmed again',
  comments: () => "somebody's words are taken off the board",
  decisions: () => 'what somebody signed for is changed',
  verdicts: (n) => `what ${households(n)} said of the present answer is void, and they are asked again`,
  approvals: (n) => `${households(n)} that approved the wording are asked again`,
  milestones: (n) => `${n} reported ${plural(n, 'milestone stops', 'milestones stop')} there`,
  acceptances: (n) => `the acceptance of ${n} ${plural(n, 'group', 'groups')} becomes void`,
  doors: (n) => `${households(n)} ${plural(n, 'is', 'are')} without a captain`,
  offices: () => 'this person no longer holds the office',
  things: (n) => `${n} ${plural(n, 'thing goes', 'things go')} to somebody else`,
  left: (n) => `${n} ${plural(n, 'thing is', 'things are')} nobody’s until each has been handed over there`,
  asked: (n) => `${households(n)} ${plural(n, 'is', 'are')} written to and asked`,
  askedAgain: (n) =>
    `of ${households(n)} those are written to and asked whose earlier word does not stand for this version`,
  homes: () => 'this person no longer belongs to the household',
  pledges: (n) => `what ${n} ${plural(n, 'organisation', 'organisations')} claimed comes to nothing`,
  signUps: (n) => `${households(n)} signed up in vain, and ${plural(n, 'has', 'have')} a letter`,
  shifts: (n) => `${n} planned ${plural(n, 'turn has', 'turns have')} nobody`,
  helpers: (n) =>
    `${n} ${plural(n, 'helper', 'helpers')} who said yes ${plural(n, 'has', 'have')} a letter not to come`,
  turns: (n) => `${n} planned ${plural(n, 'turn is', 'turns are')} off, and whoever was to come has a letter`,
  posted: () => 'the case comes off the board, and whoever reported it has a letter',
  keys: () => 'the program that uses this key can bring and ask nothing any more',
  playbooks: () => 'no other community can go by it any more',
  reports: () => 'the milestone that was reported has to be reported anew',
  claims: () => 'the claim of a home is refused, and whoever made it has a letter',
  moved: (n) => `${households(n)} that signed up ${plural(n, 'has', 'have')} a letter about the new time`,
  chosen: (n) =>
    `${n} ${plural(n, 'community', 'communities')} somebody else chose ${plural(n, 'is', 'are')} a cohort no longer`,
  invited: (n) =>
    `${households(n)} that ${plural(n, 'was', 'were')} invited ${plural(n, 'has', 'have')} a letter that it is off`,
  movedMeeting: (n) =>
    `${households(n)} that ${plural(n, 'was', 'were')} invited ${plural(n, 'has', 'have')} a letter about the new time`,
  words: (n) =>
    `${n} ${plural(n, 'opinion', 'opinions')} of theirs no longer ${plural(n, 'counts', 'count')} as the household’s`,
  drawnAsBefore: (n) =>
    `${n} ${plural(n, 'clause reads', 'clauses read')} otherwise, and the drawing of the version before stays`,
  totalBefore: (fen) => `households’ conditions might cost ${formatMoney(fen)} yuan together until now`,
  totalNow: (fen) => `households’ conditions may cost ${formatMoney(fen)} yuan together`,
  totalNothing: () => 'households’ conditions may cost nothing at all',
  totalOpen: () => 'there is no limit any more to what households’ conditions may cost together',
  spokeBefore: (n) => `${households(n)} spoke in this round with what was written before them`,
  haveNow: (n) => `at most ${n} of the conditions can then be had together`,
  haveNone: () => 'there is then not enough money for any of the conditions',
};

const messages = { zh, en };

type Loss = keyof typeof zh;

/** What an act costs others: how many of each. */
export type Losses = Partial<Record<Loss, number>>;

/** Those there are any of. */
export const lossesOf = (all: Losses): Losses =>
  Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));

const isLoss = (name: string): name is Loss => Object.hasOwn(zh, name);

/** One clause for each. */
export const lossesSaid = (all: Readonly<Record<string, number | string>>, locale: Locale): string[] =>
  Object.entries(all).flatMap(([name, count]) =>
    isLoss(name) && Number(count) > 0 ? [messages[locale][name](Number(count))] : [],
  );

/** So long a mistake can be taken back, where nobody has built on it. */
export const TAKE_BACK_HOURS = 24;

/** Why what was done at `at` can no longer be taken back; null: it can. */
export const tooLate = (at: Date, now: Date): Refusal<'take_back_over'> | null =>
  now < hoursAfter(at, TAKE_BACK_HOURS) ? null : { code: 'take_back_over', details: { hours: TAKE_BACK_HOURS } };
