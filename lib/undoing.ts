import { hoursAfter } from './calendar';
import type { Locale } from './edition';
import type { Refusal } from './result';
import { plural } from './words';

const households = (n: number) => `${n} ${plural(n, 'household', 'households')}`;

const zh = {
  rounds: (_: number): string => '正在进行的一轮协商作废',
  answers: (n: number): string => `${n}户在这一轮里说的不再算数`,
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
  asked: (n: number): string => `给${n}户发通知，请他们表态`,
  homes: (_: number): string => '这个人不再是这一户的人',
  words: (n: number): string => `他替这一户说的${n}条意见不再算数`,
};

const en: typeof zh = {
  rounds: () => 'the round under way becomes void',
  answers: (n) => `what ${households(n)} said in this round no longer counts`,
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
  asked: (n) => `${households(n)} ${plural(n, 'is', 'are')} written to and asked`,
  homes: () => 'this person no longer belongs to the household',
  words: (n) =>
    `${n} ${plural(n, 'opinion', 'opinions')} of theirs no longer ${plural(n, 'counts', 'count')} as the household’s`,
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
