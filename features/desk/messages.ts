import { plural } from '@/lib/words';
import type { DoorKind } from './rules';

const zh = {
  handover: '人已经离任，手上的等您交给别人',
  over: {
    title: '您在这里的工作结束了',
    text: (name: string, role: string, day: string) =>
      `您在${name}的工作（${role}）到${day}为止，权限同时就没有了，这里的工作台不再为您打开。`,
    succeeded: {
      yes: (role: string) => `接替您的${role}已经到任。`,
      no: (role: string) => `现在还没有人接替您的${role}。居民有事，打公示栏首页“有事找谁”的电话。`,
    },
    handed: '您交出去的，现在归谁',
    now: (title: string, role: string, day: string) => `${title} → 从${day}起归${role}`,
    several: (kind: string, n: number, role: string) => `${kind}${n}件 → 归${role}`,
    nothing: '您手上没有交出去的事。',
    open: (said: string) => `还有没人接的：${said}。社区书记会补上交接，不用您再来办。`,
    kind: (kind: string, n: number) => `${kind}${n}件`,
    list: '一件一件交接的单子由社区书记保管，要核对请找他。',
    keepers: '看公示栏上写的',
    terms: '看您那一任',
    yours: '您自己的资料',
    data: '您登录的手机号、收到的信、用您的名字记下的，都还在“我的”里：能看、能下载，也能要求删。您办过的事、签过的字留在公开记录里，离任不改它。',
    letters: '收到的信',
  },
  today: {
    title: (urgent: number) => (urgent > 0 ? `您手里，今天先办这${urgent}件` : '今天等着您的事'),
    urgencies: {
      late: (n: number) => `过了时限 ${n}件`,
      today: (n: number) => `今天到 ${n}件`,
      later: (n: number) => `还等着办的 ${n}件`,
    },
    lead: (name: string) => `${name}。只列您能办的，到日子的在前。`,
    none: {
      rounds: '今天没有等您办的事。可以去楼下转转，听听大家说什么。',
      calls: '今天没有等您打的电话。抽出要回访的，会列在这里。',
      reports: '今天没有等您签收、等您报的。派来的诉求、到日子的节点，会列在这里。',
      nothing: '今天没有等您办的事。',
    },
    overdue: (day: string) => `${day}就该办了`,
    due: (day: string) => `到${day}`,
    since: (day: string) => `${day}起`,
    gathered: (title: string, n: number) => `“${title}”等${n}件`,
    each: '一件一件看',
    unreached: (group: string, left: number, of: number) => `${group}：${of}户里${left}户没听到`,
    progress: '正在走的提案',
    noProgress: '眼下没有正在走的提案。',
    all: '全部提案',
  },
  /** What waits at the doors. */
  door: {
    title: '等着您的',
    none: '眼下没有等您上门或核对的。',
    kinds: {
      joins: (n: number) => `${n}个人登记住哪一户，等您核对`,
      invitations: (n: number) => `${n}户请您上门`,
      rounds: (n: number, title: string) => `${title}：${n}户还没听到`,
      alternatives: (n: number, title: string) => `${title}：几个备选，${n}户还没听到`,
      answers: (n: number) => `${n}户有答复等您带去，听一句行不行`,
      repairs: (n: number) => `${n}户修好了，等您问一句`,
      works: (n: number) => `${n}位代表还没定下来，等您上门问`,
      places: (n: number) => `${n}个单元旁边建好了东西，等您问一户`,
      visits: (n: number) => `${n}户要走访、要办事，交给了您`,
    } satisfies Record<DoorKind, (n: number, title: string) => string>,
  },
  page: {
    next: '下一步',
    nothing: '这件事眼下没有等您办的。',
    also: '您现在还可以',
    others: '等别人办',
    nobody: '眼下不等别人。',
    whose: (offices: string, act: string) => `${offices}：${act}`,
    otherPerson: (offices: string) => `换一个人（${offices}）`,
    parts: '这件事的各部分',
    blocked: (n: number) => `现在办不了的（${n}样），为什么`,
    about: '提的是什么',
    history: '办过什么',
    earlier: (n: number) => `再往前的${n}步`,
  },
  stateEvent: (state: string) => `到了“${state}”`,
  clock: '到时间自动办的',
  count: (n: number) => `${n}件`,
  when: (states: string) => `${states}的时候才到这一步。`,
};

const en: typeof zh = {
  handover: 'Left; for you to hand over what is open',
  over: {
    title: 'Your work here is over',
    text: (name, role, day) =>
      `Your work at ${name} (${role}) lasted until ${day}; access ended with it, and this desk is no longer open to you.`,
    succeeded: {
      yes: (role) => `Somebody else is in office now (${role}).`,
      no: (role) =>
        `Nobody is in office after you yet (${role}). Residents find whom to call on the first page of the notice board.`,
    },
    handed: 'Who keeps what you handed over',
    now: (title, role, day) => `${title} → ${role}, since ${day}`,
    several: (kind, n, role) => `${kind}: ${n} → ${role}`,
    nothing: 'There was nothing for you to hand over.',
    open: (said) =>
      `Nobody has taken over yet: ${said}. The Party secretary will see to it; there is nothing left for you to do.`,
    kind: (kind, n) => `${kind}: ${n}`,
    list: 'The list of the handover, one by one, is with the Party secretary, who can look it up.',
    keepers: 'What the notice board says',
    terms: 'Your term',
    yours: 'Your own data',
    data: 'The phone you sign in with, your letters and what is kept under your name are still under “Me”: to read, to download, to have deleted. What you did and signed stays in the public record, as it was.',
    letters: 'Your letters',
  },
  today: {
    title: (urgent) => (urgent > 0 ? `${urgent} to do first today` : 'What needs you today'),
    urgencies: {
      late: (n) => `${n} past the time`,
      today: (n) => `${n} due today`,
      later: (n) => `${n} still to be done`,
    },
    lead: (name) => `${name}. Only what you can do; what is due comes first.`,
    none: {
      rounds: 'Nothing waits for you today. A good day to walk round and listen.',
      calls: 'No calls wait for you today. When households are drawn to be called, they stand here.',
      reports:
        'Nothing waits for your signature or report today. Cases given to you and milestones that are due stand here.',
      nothing: 'Nothing waits for you today.',
    },
    overdue: (day) => `was due on ${day}`,
    due: (day) => `by ${day}`,
    since: (day) => `since ${day}`,
    gathered: (title, n) => `“${title}” and ${n - 1} more`,
    each: 'One by one',
    unreached: (group, left, of) => `${group}: ${left} of ${of} households not reached`,
    progress: 'Proposals under way',
    noProgress: 'No proposal is under way.',
    all: 'All proposals',
  },
  door: {
    title: 'What waits for you',
    none: 'No call and no check waits for you just now.',
    kinds: {
      joins: (n) => `${n} ${plural(n, 'person says', 'people say')} which household is theirs: for you to confirm`,
      invitations: (n) => `${n} ${plural(n, 'household asks', 'households ask')} you to come`,
      rounds: (n, title) => `${title}: ${n} ${plural(n, 'household', 'households')} not heard yet`,
      alternatives: (n, title) =>
        `${title}: ${n} ${plural(n, 'household', 'households')} not heard on the alternatives yet`,
      answers: (n) => `${n} ${plural(n, 'household has', 'households have')} an answer for you to bring back`,
      repairs: (n) => `${n} ${plural(n, 'home is', 'homes are')} repaired: ask whether it is good`,
      places: (n) =>
        `${n} ${plural(n, 'entrance has', 'entrances have')} something new beside it: ask one home of each`,
      works: (n) => `${n} ${plural(n, 'delegate has', 'delegates have')} not agreed yet: ask at the door`,
      visits: (n) => `${n} ${plural(n, 'visit or need is', 'visits or needs are')} yours to see to`,
    },
  },
  page: {
    next: 'Next',
    nothing: 'Nothing here waits for you.',
    also: 'You can also',
    others: 'Waiting for others',
    nobody: 'It waits for nobody else.',
    whose: (offices, act) => `${offices}: ${act}`,
    otherPerson: (offices) => `another ${offices}`,
    parts: 'Its parts',
    blocked: (n) => `Not possible now (${n}), and why`,
    about: 'What it is about',
    history: 'What was done',
    earlier: (n) => `${n} earlier ${plural(n, 'step', 'steps')}`,
  },
  stateEvent: (state) => `Reached “${state}”`,
  clock: 'by the clock',
  count: (n) => `${n}`,
  when: (states) => `Possible in the state: ${states}.`,
};

export const messages = { zh, en };
