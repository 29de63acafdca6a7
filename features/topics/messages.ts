import { placeIn } from '@/lib/place-name';
import { plural } from '@/lib/words';
import type { Reasons } from './rules/reasons';
import type { Component } from './rules/selection';

/** Why a topic is listed; `latest` in words. */
interface Why extends Omit<Reasons, 'latest'> {
  latest: string | null;
}

type Also = Record<'merged' | 'joined' | 'nudged', number>;

const zh = {
  room: {
    record: { topic: '常说的事', opposite: '两边的话', selection: '选社区' },
    duty: { task: '说说是不是两边的话', count: (n: number) => `${n}对` },
  },
  list: {
    title: '大家常说的事',
    cases: '诉求',
    lead: '最近一年的诉求，说同一件事的放在一起。说的人多、最近还在说、好几个楼门都说、还没答复的，排在前面。',
    asOf: (moment: string, n: number) => `按${moment}的${n}件诉求算的。`,
    notYet: (n: number) => `最近一年有${n}件诉求，要在夜里算。还没有算过，明天早上来看。`,
    none: '最近一年，还没有两件诉求说的是同一件事。',
    why: ({ size, recent, buildings, entrances, unanswered, latest }: Why) =>
      [
        `${size}件诉求`,
        recent > 0 && `最近30天${recent}件`,
        buildings > 1 && `来自${buildings}栋楼`,
        entrances > 1 && `${entrances}个楼门`,
        unanswered > 0 && `${unanswered}件还没答复`,
        latest && `最近一件是${latest}`,
      ]
        .filter(Boolean)
        .join('，')
        .concat('。'),
    all: (n: number) => `另外${n}件`,
    propose: '拿这些提一件提案',
    in: (no: number, title: string) => `提案第${no}号“${title}”`,
    put: '已经归到：',
    open: '还没有做成提案的',
    more: (n: number) => `还有${n}件事，说的人少些，或者久些`,
    gathered: '已经有提案的',
    gatheredLead: '这些事的每一件诉求都归到了提案里。',
    unnamed: '说不出共同的词',
  },
  propose: {
    title: '拿几件诉求提一件提案',
    lead: '提案以您的职务提出，要上公示栏：请写成大家的话，不写人名、电话和门牌。诉求同时归到这件提案。',
    cases: '盼着办的诉求',
    casesHint: '不是一回事的，把勾去掉。',
    against: '怕受影响的诉求',
    againstHint: '这几件说的是反过来的话。谁的话都不少，一起归进来。',
    case: (no: number, title: string, place: string) => `第${no}号　${title}（${place}）`,
    more: (n: number) => `只列出最近的；更早的还有${n}件，提了以后可以一件一件归进来。`,
    kind: '是哪一类',
    name: '一句话说是什么事',
    place: '在哪儿',
    problem: '现在是什么样',
    problemHint: '下面是公示栏上已经有的话，请改成完整的一段。',
    problemBegun: (n: number, titles: string) => `最近一年有${n}件诉求说到这件事：${titles}`,
    ask: '希望怎么办',
    submit: '提出，并把诉求归进来',
    back: '回到大家常说的事',
    notYours: '提案由社工或者书记来提。',
  },
  /** What is counted of a community, for the choice of the next ones and for its diagnosis: one figure in both. */
  counted: {
    title: '每个数数的是什么',
    what: '哪个数',
    count: '多少',
    days: (day: string) =>
      `${day}数的，数的是那天以前的90天。每月19日数一次，选点和诊断用的是同一个数。这里是自己社区的，照数写；区里选点的页上，少于5的只写“少于5”，按0算。“大家常说的事”里的“最近30天”数到今天，不是这90天。`,
    none: '还没有数过。每月19日数一次。',
    names: {
      volume: '诉求',
      repeats: '反复',
      unresolved: '没答复',
      overdue: '过时限',
      opposites: '两边拉着',
      trend: '比上一段多',
    } satisfies Record<Component, string>,
    means: {
      volume: '90天里新来的诉求；并到别的诉求里去的不另算。',
      repeats:
        '这些诉求里，同一处、说的是同一件事，它以前的90天里已经有人说过的。一件诉求算一次，头一次说的不算；并进来的、“我家也是”、来催的不算。',
      unresolved: '这些诉求里，到数的那天还没有答复的。',
      overdue: '没答复的里面，已经过了时限的。',
      opposites: '挨着的两处，一边盼着办、一边怕受影响的，有几对；看的是最近一年的诉求，有人看过、说不是的不算。',
      trend: '这90天比再往前的90天多了几件；没有多就是0。',
    } satisfies Record<Component, string>,
  },
  repeats: {
    title: '反复说的事',
    lead: '同一处的同一件事，90天里又有人说。并进来的、说“我家也是”的、来催的，都算一次。',
    link: '看90天里反复说的事',
    none: '最近一年，没有哪件事在90天里说过两次。',
    times: (n: number) => `90天里说了${n}次`,
    earlier: '前几次：',
    more: (n: number) => `另外还有${n}件，说得比这些少。`,
    also: ({ merged, joined, nudged }: Also) =>
      [merged > 0 && `并进来${merged}件`, joined > 0 && `${joined}户说“我家也是”`, nudged > 0 && `催了${nudged}次`]
        .filter(Boolean)
        .join('，'),
    heading: '同一件事，90天里又说了',
    before: '在这件以前：',
    after: '在这件以后：',
  },
  matters: {} as Record<string, string>,
  opposites: {
    title: '两边的话',
    lead: '挨着的两处，一边盼着办，一边怕受影响。系统只是按字面放在一起，是不是一回事，要人来说。诉求人互相不知道，公示栏上也没有。',
    link: (n: number) => (n > 0 ? `两边的话：有${n}对等人说是不是` : '看两边的话'),
    open: '等人说是不是',
    none: '眼下没有新的。',
    confirmed: '说了是的',
    dismissed: '说了不是的',
    asks: '盼着办的',
    bears: '怕受影响的',
    says: (words: string) => `说了“${words}”`,
    why: (matter: string, asks: number, bears: number) =>
      `都说到${matter}，又挨着：${asks}件盼着办，${bears}件怕受影响。`,
    decide: '说是不是一回事',
    form: '是不是两边的话',
    formLead: '看看这几件是不是说同一处、同一件事，想的却相反。不相干的，把勾去掉。',
    verdict: '是不是',
    verdicts: { confirmed: '是，两边拉着', dismissed: '不是一回事' },
    reason: '为什么',
    reasonHint: '写一句就行，只有工作台上看得到。',
    submit: '记下',
    back: '回到两边的话',
    notYours: '这要社工或者书记来说。',
    because: '说的理由：',
    gathered: '两边都已经归到提案里，不用再说。',
    takeBack: '后来发现不是一回事',
    propose: '拿两边的诉求提一件提案',
    onlyConfirmed: '先要有人说是两边的话，才能拿来提案。',
    heading: '另一边的话',
    other: {
      asks: '这件盼着办。挨着的地方，有人怕受影响，社工或者书记已经看过：',
      bears: '这件怕受影响。挨着的地方，有人盼着办，社工或者书记已经看过：',
    },
    secret: '别告诉任何一边对方是谁、说了什么；要说，请两边一起商量。',
    waits: '挨着的地方有人说了相反的话，还没有人看是不是一回事。',
    visit: '先上门问问',
    first: {
      asks: (matter: string, words: string, beside: string) =>
        `这件说了“${words}”，${matter}这样的事常有人受影响，只是还没有说。动手以前，先上门问问${beside || '挨着的几家'}。`,
      bears: (matter: string, words: string, beside: string) =>
        `这件说了“${words}”，${matter}这样的事常有人盼着。答复以前，先上门问问${beside || '挨着的几家'}是怎么想的。`,
    },
    building: (name: string) => `${name}号楼`,
  },
  refusals: {
    no_such_case: ({ no }: Record<string, string | number>) => `没有第${no}号诉求，或者您看不到它。`,
    on_both_sides: ({ no }: Record<string, string | number>) => `第${no}号诉求两边都勾了，请只留一边。`,
    already_dismissed: '有人说过这几件不是一回事，不能再改成是。请把说过的去掉勾。',
    already_confirmed: '已经有人说过了，不用再说一次。',
    kept_already: '今天已经数过了。',
    too_many: '一次最多归100件。',
    unknown: '没有存上，请再按一次。',
    not_allowed: '提案由社工或者书记来提。',
  },
};

const en: typeof zh = {
  room: {
    record: { topic: 'Topics', opposite: 'Both sides', selection: 'Selection' },
    duty: { task: 'Say whether they pull against each other', count: (n) => `${n} ${plural(n, 'pair', 'pairs')}` },
  },
  list: {
    title: 'What people keep saying',
    cases: 'Cases',
    lead: 'Cases of the last year that say the same stand together. First what many say, and lately, at several entrances, and without an answer.',
    asOf: (moment, n) => `Worked out on ${moment} from ${n} ${plural(n, 'case', 'cases')}.`,
    notYet: (n) =>
      `There are ${n} cases of the last year, too many for while you wait: it is done at night. It has not been done yet; come back in the morning.`,
    none: 'In the last year no two cases say the same.',
    why: ({ size, recent, buildings, entrances, unanswered, latest }) =>
      [
        `${size} cases`,
        recent > 0 && `${recent} in the last 30 days`,
        buildings > 1 && `from ${buildings} buildings`,
        entrances > 1 && `${entrances} entrances`,
        unanswered > 0 && `${unanswered} not answered yet`,
        latest && `the latest on ${latest}`,
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    all: (n) => `${n} more`,
    propose: 'Make a proposal of these',
    in: (no, title) => `proposal ${no}, “${title}”`,
    put: 'Already with:',
    open: 'Not in a proposal yet',
    more: (n) => `${n} more, of fewer or longer ago`,
    gathered: 'With a proposal already',
    gatheredLead: 'Every case of these is with a proposal.',
    unnamed: 'No word in common',
  },
  propose: {
    title: 'Make a proposal of several cases',
    lead: 'It is brought in your office and hangs on the board: write it for everybody, without names, telephone numbers or doors. The cases are put with it in the same step.',
    cases: 'Cases of whoever wants it',
    casesHint: 'Untick what is about something else.',
    against: 'Cases of whoever fears it',
    againstHint: 'These say the opposite. They belong here too: nobody’s word is left out.',
    case: (no, title, place) => `${no}  ${title} (${placeIn(place, 'en')})`,
    more: (n) => `Only the latest are listed; ${n} earlier ones can be put with it afterwards, one by one.`,
    kind: 'Of what kind',
    name: 'What it is about, in one sentence',
    place: 'Where',
    problem: 'How it is now',
    problemHint: 'What hangs on the board already stands below: make it one text.',
    problemBegun: (n, titles) => `In the last year ${n} ${plural(n, 'case speaks', 'cases speak')} of this: ${titles}`,
    ask: 'What is wanted',
    submit: 'Bring it, with the cases',
    back: 'Back to what people keep saying',
    notYours: 'A social worker or a secretary brings proposals.',
  },
  counted: {
    title: 'What each count counts',
    what: 'Count',
    count: 'How many',
    days: (day) =>
      `Counted on ${day}, over the ninety days before it. It is counted on the 19th of each month; choosing and diagnosis use the same count. Here they are the community’s own, in full; where the district chooses, fewer than 5 says only that and counts as none. The “last 30 days” of what people keep saying end today and are not these ninety.`,
    none: 'Nothing was counted yet. It is done on the 19th of each month.',
    names: {
      volume: 'cases',
      repeats: 'repeats',
      unresolved: 'unanswered',
      overdue: 'overdue',
      opposites: 'both sides',
      trend: 'more than before',
    },
    means: {
      volume: 'Cases that came in the ninety days; one that goes on with another is not counted besides.',
      repeats:
        'Of these, each that says of one place what somebody said of it in the ninety days before. A case counts once, the first of them does not; cases joined to it, “so have we” and reminders are not counted.',
      unresolved: 'Of these, not answered on the day of counting.',
      overdue: 'Of the unanswered, past their time.',
      opposites:
        'Pairs at neighbouring places of which one asks and the other fears, among the cases of the last year; a pair somebody said is none does not count.',
      trend: 'How many more came in these ninety days than in the ninety before; 0 where no more did.',
    },
  },
  repeats: {
    title: 'What comes back',
    lead: 'The same matter at the same place, said again within ninety days. What was joined to a case, who said “ours too” and who asked again count as once each.',
    link: 'See what comes back within ninety days',
    none: 'In the last year nothing was said twice within ninety days.',
    times: (n) => `said ${n} times within ninety days`,
    earlier: 'Before:',
    more: (n) => `${n} more, said less often than these.`,
    also: ({ merged, joined, nudged }) =>
      [
        merged > 0 && `${merged} joined to it`,
        joined > 0 && `${joined} ${plural(joined, 'household says', 'households say')} “ours too”`,
        nudged > 0 && `asked about ${nudged} ${plural(nudged, 'time', 'times')}`,
      ]
        .filter(Boolean)
        .join(', '),
    heading: 'Said again within ninety days',
    before: 'Before this one:',
    after: 'After this one:',
  },
  matters: {
    过路: 'a way past windows',
    加装电梯: 'a lift for old stairs',
    充电: 'charging',
    停车与绿地: 'parking and green',
    树木: 'trees',
    照明: 'lighting',
    活动场地: 'places for dancing and games',
    出入口: 'gates',
  },
  opposites: {
    title: 'Both sides',
    lead: 'Next to each other, one side asks for what the other suffers from. They were put together by their words alone; whether it is one matter, somebody says. The complainants do not learn of each other, and nothing of it hangs on the board.',
    link: (n) =>
      n > 0 ? `Both sides: ${n} ${plural(n, 'pair waits', 'pairs wait')} for somebody’s word` : 'See both sides',
    open: 'Waiting for somebody’s word',
    none: 'Nothing new at the moment.',
    confirmed: 'Said to be so',
    dismissed: 'Said not to be so',
    asks: 'Ask for it',
    bears: 'Suffer from it',
    says: (words) => `says “${words}”`,
    why: (matter, asks, bears) =>
      `All speak of ${matter}, next to each other: ${asks} ${plural(asks, 'asks', 'ask')} for it, ${bears} ${plural(bears, 'suffers', 'suffer')} from it.`,
    decide: 'Say whether it is one matter',
    form: 'Do they pull against each other?',
    formLead:
      'See whether these are about one matter at one place, wanting opposite things. Untick what has nothing to do with it.',
    verdict: 'Is it so?',
    verdicts: { confirmed: 'Yes, they pull against each other', dismissed: 'No, it is not one matter' },
    reason: 'Why',
    reasonHint: 'A sentence is enough. Only the desk sees it.',
    submit: 'Write it down',
    back: 'Back to both sides',
    notYours: 'A social worker or a secretary says this.',
    because: 'The reason given:',
    gathered: 'Both sides are with a proposal already; nothing needs to be said.',
    takeBack: 'It turned out not to be one matter',
    propose: 'Make a proposal of both sides',
    onlyConfirmed: 'Somebody has to say first that it is so.',
    heading: 'The other side',
    other: {
      asks: 'This one asks for it. Next to it others suffer from it; a social worker or a secretary has looked:',
      bears: 'This one suffers from it. Next to it others ask for it; a social worker or a secretary has looked:',
    },
    secret: 'Tell neither side who the other is or what they said; what there is to say is said when both deliberate.',
    waits: 'Next to it somebody said the opposite; nobody has looked yet whether it is one matter.',
    visit: 'Ask at the doors first',
    first: {
      asks: (matter, words, beside) =>
        `It says “${words}”. With ${matter} there is often somebody who suffers and has not said so. Before anything is done, ask at ${beside || 'the doors next to it'}.`,
      bears: (matter, words, beside) =>
        `It says “${words}”. With ${matter} there is often somebody who wishes for it. Before it is answered, ask at ${beside || 'the doors next to it'} what they think.`,
    },
    building: (name) => `building ${name}`,
  },
  refusals: {
    no_such_case: ({ no }) => `There is no case ${no}, or none you can see.`,
    on_both_sides: ({ no }) => `Case ${no} is ticked on both sides; leave one.`,
    already_dismissed: 'Somebody has said of some of these that it is not one matter, and that stays. Untick those.',
    already_confirmed: 'Somebody has said so already.',
    kept_already: 'It was counted today already.',
    too_many: 'At most 100 at a time.',
    unknown: 'It was not kept. Please press again.',
    not_allowed: 'A social worker or a secretary brings proposals.',
  },
};

export const messages = { zh, en };
