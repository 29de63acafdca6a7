import { messages as plans } from '@/features/plans/messages';
import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import { plural } from '@/lib/words';

type Details = Record<string, string | number>;

const zh = {
  letters: {
    conditions_marked: ({ title }: Titled) =>
      `“${title}”：各家提的条件能不能一起满足，排出来了。您家提的在哪几种凑法里，请看看。`,
  },
  room: {
    record: { condition: '各家的条件' },
    desk: {
      conditions: {
        act: '排一排各家的条件',
        task: '有的条件，提的人家都收回了，请重新排',
        count: (n: number) => `${n}个条件收回了`,
        why: {
          not_allowed: '由写方案的人来排。',
          not_at_this_step: '方案还在商量的时候才排条件。',
        },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      conditions_marked: (d) =>
        Number(d.conflicts) === 0
          ? `排了各家的${d.conditions}个条件，可以一起满足`
          : `排了各家的${d.conditions}个条件，有${d.conflicts}处凑不到一起`,
    } satisfies Record<string, Step>,
    part: {
      name: '各家的条件',
      none: '还没有排：哪些能一起满足，哪些不能',
      note: (n: number, conflicts: number, back: number) =>
        [
          `${n}个条件`,
          conflicts === 0 ? '可以一起满足' : `${conflicts}处凑不到一起`,
          ...(back > 0 ? [`${back}个收回了`] : []),
        ].join('，'),
    },
  },
  quoted: (text: string) => `“${text}”`,
  board: {
    title: '各家的条件能不能一起满足',
    next: '选哪一种，写方案的人定：下一稿照它写。做到了哪几个，没做到的为什么，都写在那一稿的页面上，也在异议里答复。',
    marked: (when: string) => `${when}排的。一个条件是谁家提的，不写在这里。`,
    costs: (money: string) => `要另花${money}元`,
    costsAll: (money: string) => `一共另花${money}元`,
    budget: (money: string) => `这些条件一共最多能花${money}元。`,
    all: (n: number) => `这${n}个条件可以一起满足。`,
    most: (n: number) => `没法全都满足，最多一起满足${n}个：`,
    tied: (n: number, sets: number) => `没法全都满足，最多一起满足${n}个，有${sets}种凑法，一样多：`,
    nothing: '没有一个条件是钱够的。',
    fewer: '少一些的凑法：',
    conflict: (n: number) => (n === 1 ? '满足不了的：' : `凑不到一起的，最小是这${n}个：`),
    conflicts: (n: number, places: number) =>
      n === 1 ? `满足不了的有${places}个：` : `凑不到一起的，最小是${n}个，有${places}处：`,
    others: '别的凑不到一起的：',
    over: (money: string, budget: string) => `要花${money}元，超过了${budget}元`,
    more: (n: number) => `还有${n}种，没有一一列出。`,
  },
  mine: {
    heading: '您家提的，和别家提的能不能一起满足',
    all: (text: string, n: number) => `${text}：和别的条件一起，${n}个都能满足。`,
    some: (text: string, sets: number, of: number) =>
      sets === 0 ? `${text}：哪一种凑法里都没有它。` : `${text}：${of}种凑法里，有它的是${sets}种。`,
    followed: (text: string, version: number) => `${text}：第${version}稿做到了。`,
    unmet: (text: string, version: number, reason: string) => `${text}：第${version}稿没有做到。为什么：${reason}`,
    version: (version: number) => `看第${version}稿`,
    read: '看各种凑法',
  },
  desk: {
    title: '各家的条件',
    lead: '把各家提的条件一条一条写下来，标出哪几条凑不到一起、每条要另花多少钱，就排得出哪些能一起满足。存下就贴在公示栏上：不写是谁家提的。',
    raised: '公示栏上已经有写法的异议',
    raisedNo: (no: number) => `第${no}号`,
    raisedNone: '还没有哪个异议的写法请提的人家看过。看过的，才能拿来排。',
    text: (n: number) => `第${n}个条件`,
    textHint: '写成谁都能看的一句话，比如：离窗12米。不要写出是谁家。',
    textWhen: '（没有就空着，要去掉就删空）',
    cost: (n: number) => `第${n}个条件要另花多少钱（元）`,
    costHint: '不花钱写0。',
    objections: (n: number) => `第${n}个条件是哪几号异议提的`,
    objectionsHint: '写异议的号，几个用顿号隔开：1、4。',
    nos: (n: number) => `第${n}处凑不到一起的`,
    nosHint: '写上面条件的号，几个用顿号隔开：1、2、3。意思是这几个不能全要，去掉一个就行。',
    why: (n: number) => `第${n}处为什么凑不到一起`,
    budget: '这些条件一共最多能花多少钱（元）',
    budgetHint: '没有限度就空着。',
    budgetRound: (heard: number) =>
      `没有限度就空着。正在进行的一轮里，${heard === 0 ? '大家' : `已经说过话的${heard}户`}看到的是现在这个数：改了要写为什么，还要再按一次。`,
    reason: '为什么改能花的钱',
    reasonHint: '大家都看得到。',
    reasonWhen: '（改了上面的钱数才要写）',
    most: '最多排十二个条件。再多，就把意思一样的并成一个；不花钱、和谁都不冲突的不用排，怎么都能满足。',
    submit: '存下，贴出来',
    takenBack: (all: string) => `${all}：提的人家都收回了。请删掉，重新存一次。`,
    now: '现在贴着的',
  },
  refusals: {
    not_at_this_step: '提案现在不在这一步。',
    nothing_hangs: '还没有哪个异议的写法请提的人家看过，没有条件可排。',
    stale_text: plans.zh.refusals.stale_text,
    too_few_conditions: '写两个条件以上，才有得排。',
    too_many_conditions: ({ most }: Details) =>
      `最多排${most}个条件。请把意思一样的并成一个；不花钱、和谁都不冲突的不用排，怎么都能满足。`,
    whose_missing: '请写是哪几号异议提的',
    no_such_objection: '没有这个号的异议，可能并到别的异议里了',
    not_on_board: '这个异议的写法还没有请提的人家看过，或者已经收回，不能拿来贴',
    clash_alone: '要写两个以上不同的条件号',
    clash_unlisted: '上面没有这个号的条件',
    clash_twice: '这几个已经写过了',
  },
};

const en: typeof zh = {
  letters: {
    conditions_marked: ({ title }) =>
      `“${title}”: which of the conditions households set can be had together has been worked out. See where yours is in.`,
  },
  room: {
    record: { condition: 'Households’ conditions' },
    desk: {
      conditions: {
        act: 'See which conditions go together',
        task: 'Some conditions were taken back by all who set them: please mark them anew',
        count: (n) => `${n} ${plural(n, 'condition', 'conditions')} taken back`,
        why: {
          not_allowed: 'Whoever draws up plans does this.',
          not_at_this_step: 'Conditions are marked while the plan is still talked about.',
        },
      },
    },
    steps: {
      conditions_marked: (d) =>
        Number(d.conflicts) === 0
          ? `${d.conditions} conditions of households were set beside each other: all can be had together`
          : `${d.conditions} conditions of households were set beside each other: ${d.conflicts} ${plural(Number(d.conflicts), 'conflict', 'conflicts')}`,
    },
    part: {
      name: 'Households’ conditions',
      none: 'not marked yet: which can be had together, and which cannot',
      note: (n, conflicts, back) =>
        [
          `${n} ${plural(n, 'condition', 'conditions')}`,
          conflicts === 0 ? 'all together' : `${conflicts} ${plural(conflicts, 'conflict', 'conflicts')}`,
          ...(back > 0 ? [`${back} taken back`] : []),
        ].join(', '),
    },
  },
  quoted: (text) => `“${text}”`,
  board: {
    title: 'Can what households ask for be had together?',
    next: 'Whoever draws up the plan chooses: the next version follows one of these ways. Its page says which it follows and why not the others, and what is left out is answered, objection by objection.',
    marked: (when) => `Worked out on ${when}. Whose condition is whose is not written here.`,
    costs: (money) => `costs ${money} yuan more`,
    costsAll: (money) => `${money} yuan more altogether`,
    budget: (money) => `All of these may cost ${money} yuan at most.`,
    all: (n) => `All ${n} conditions can be had together.`,
    most: (n) => `Not all can be had. At most ${n} together:`,
    tied: (n, sets) => `Not all can be had. At most ${n} together, in ${sets} ways, as many in each:`,
    nothing: 'There is not enough money for any of the conditions.',
    fewer: 'With fewer:',
    conflict: (n) => (n === 1 ? 'Cannot be had:' : `Cannot be had together, and fewer cannot be named: these ${n}:`),
    conflicts: (n, places) =>
      n === 1
        ? `${places} cannot be had:`
        : `Cannot be had together, and fewer cannot be named: ${n} each, in ${places} places:`,
    others: 'Others that cannot be had together:',
    over: (money, budget) => `they cost ${money} yuan, more than ${budget} yuan`,
    more: (n) => `${n} more are not listed.`,
  },
  mine: {
    heading: 'What you ask for, beside what others ask for',
    all: (text, n) => `${text}: all ${n} conditions can be had together, yours among them.`,
    some: (text, sets, of) =>
      sets === 0
        ? `${text}: in none of the ways.`
        : `${text}: in ${sets} of ${of} ${plural(of, 'way', 'ways')} they can be had together.`,
    followed: (text, version) => `${text}: version ${version} follows it.`,
    unmet: (text, version, reason) => `${text}: version ${version} does not follow it. Why: ${reason}`,
    version: (version) => `See version ${version}`,
    read: 'See the ways',
  },
  desk: {
    title: 'Households’ conditions',
    lead: 'Write down what households ask for, one by one; mark which cannot be had together and what each costs more. Then it is worked out which go together. Once kept it hangs on the board: not whose it is.',
    raised: 'Objections whose words hang on the board',
    raisedNo: (no) => `No. ${no}`,
    raisedNone:
      'No household has said yet that the words of its objection are right. Only then can it be taken up here.',
    text: (n) => `Condition ${n}`,
    textHint: 'One sentence everybody may read, such as: twelve metres from the windows. Do not say whose it is.',
    textWhen: '(leave blank if there is none; empty it to take it out)',
    cost: (n) => `What condition ${n} costs more (yuan)`,
    costHint: 'Write 0 if it costs nothing.',
    objections: (n) => `Objections condition ${n} was taken from`,
    objectionsHint: 'Their numbers, with commas between: 1, 4.',
    nos: (n) => `Cannot be had together: ${n}`,
    nosHint:
      'Numbers of the conditions above, with commas between: 1, 2, 3. It means not all of them; without one of them the rest can.',
    why: (n) => `Why, in case ${n}`,
    budget: 'What all of these may cost together (yuan)',
    budgetHint: 'Blank if there is no limit.',
    budgetRound: (heard) =>
      `Blank if there is no limit. A round is under way, and ${heard === 0 ? 'everybody has' : `the ${heard} ${plural(heard, 'household', 'households')} heard in it had`} this figure before them: another one needs a reason and a second press.`,
    reason: 'Why something else may be spent',
    reasonHint: 'Everybody can read it.',
    reasonWhen: '(only where you change the figure above)',
    most: 'Twelve conditions at most. If there are more, put together those that say the same; what costs nothing and stands in nobody’s way need not be listed: it can always be had.',
    submit: 'Keep it and put it up',
    takenBack: (all) => `${all}: taken back by all who set it. Take it out and keep the list again.`,
    now: 'What hangs now',
  },
  refusals: {
    not_at_this_step: 'The proposal is not at this step.',
    nothing_hangs: 'No household has said yet that the words of its objection are right: there is nothing to mark.',
    stale_text: plans.en.refusals.stale_text,
    too_few_conditions: 'Write two conditions or more, to set beside each other.',
    too_many_conditions: ({ most }) =>
      `${most} conditions at most. Put together those that say the same; what costs nothing and stands in nobody’s way need not be listed: it can always be had.`,
    whose_missing: 'Say which objections it was taken from',
    no_such_objection: 'There is no objection of this number; it may have been merged into another',
    not_on_board: 'Its household has not said yet that the words are right, or took it back: it cannot hang',
    clash_alone: 'Name two conditions or more',
    clash_unlisted: 'There is no condition of this number above',
    clash_twice: 'These are there already',
  },
};

export const messages = { zh, en };
