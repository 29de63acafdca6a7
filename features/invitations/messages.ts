import { plural } from '@/lib/words';

interface Home {
  building: string;
  entrance: number;
  door: string;
}

const zh = {
  letters: {
    captain_invited: ({ building, entrance, door }: Home) => `${building}号楼${entrance}单元${door}请您上门。`,
    captain_came: () => '楼门长记下来过您家了。要是没来过，或者还有话没说完，再请一次。',
  },
  room: {
    record: { invitation: '请楼门长上门' },
    duties: { waiting: '请人上门，还没有人去', several: (n: number) => `${n}户` },
  },
  home: ({ building, entrance, door }: Home) => `${building}号楼${entrance}单元${door}`,
  make: {
    me: '我的',
    title: '请楼门长上门',
    lead: '不会用手机、看不清、想当面说，都可以请。他来念给您听，把您说的记下来，再念一遍给您确认。',
    words: '想说什么事，什么时候在家',
    wordsHint: '只有去您家的人看得到',
    submit: '请他来',
    sent: (home: string) => `信已经送给${home}这个单元的楼门长了`,
    toWorkers: '您这个单元现在没有楼门长，请的是社工。',
    waits: (when: string) => `${when}请的，还没有来。`,
    next: (days: number) => `${days}天还没有人来，社工也会看到。`,
    late: (days: number) => `已经过了${days}天，现在社工也看得到。`,
    quiet: '您家说过“请勿上门”，那句话还算数：请人来，只请这一次。要他在家里替您把意见记下来，请先改成“又可以上门了”。',
    quietGo: '去改上不上门',
    mine: '您写的',
    takeBack: '不用来了',
    came: (when: string) => `上一次，${when}来过了。`,
    call: (number: string) => `等不及，打电话 ${number}`,
  },
  list: {
    title: '请您上门的',
    lead: '谁家请人去。去过、在那家记下了话，就从这里消失；没有要记的，按“去过了”。',
    none: '现在没有人家请您上门。',
    waiting: (n: number) => `${n}户请您上门`,
    since: (when: string) => `${when}请的`,
    noCaptain: '这个单元没有楼门长',
    came: '去过了',
  },
  refusals: {
    already_invited: '您家已经请过了，信还在楼门长那里。',
    invitation_over: '已经有人去过了，或者这家说不用去了。',
  },
};

const en: typeof zh = {
  letters: {
    captain_invited: ({ building, entrance, door }) =>
      `Building ${building}, entrance ${entrance}, ${door} asks you to come.`,
    captain_came: () =>
      'Your captain says they have been to your door. If not, or if more is to be said, ask them to come again.',
  },
  room: {
    record: { invitation: 'Asking the captain to come' },
    duties: {
      waiting: 'Households that asked for a visit and still wait',
      several: (n) => `${n} ${plural(n, 'household', 'households')}`,
    },
  },
  home: ({ building, entrance, door }) => `Building ${building}, entrance ${entrance}, ${door}`,
  make: {
    me: 'Mine',
    title: 'Ask the captain to come',
    lead: 'If you have no telephone, cannot read it well, or would rather talk: they read it to you, write down what you say, and read that back.',
    words: 'What it is about, and when you are at home',
    wordsHint: 'Only whoever comes to your door reads it',
    submit: 'Ask them to come',
    sent: (home) => `The captain of the entrance of ${home} has a letter`,
    toWorkers: 'Your entrance has no captain now; a social worker was asked.',
    waits: (when) => `Asked ${when}; nobody has come yet.`,
    next: (days) => `After ${days} days without a visit a social worker sees it, too.`,
    late: (days) => `The ${days} days are over: a social worker sees it now, too.`,
    quiet:
      'Your household wants nobody to knock, and that stays: you ask for this one visit. For them to write down at your door what you say of a proposal, first say that visits are welcome again.',
    quietGo: 'Change whether anybody is to knock',
    mine: 'What you wrote',
    takeBack: 'No need to come',
    came: (when) => `Last time they came ${when}.`,
    call: (number) => `If it cannot wait, call ${number}`,
  },
  list: {
    title: 'Who asks you to come',
    lead: 'Once you wrote something down at a door, it leaves this list; where there was nothing to write, say that you were there.',
    none: 'Nobody asks you to come now.',
    waiting: (n) => `${n} ${plural(n, 'household asks', 'households ask')} you to come`,
    since: (when) => `asked ${when}`,
    noCaptain: 'this entrance has no captain',
    came: 'I was there',
  },
  refusals: {
    already_invited: 'Your household has asked already; the captain has the letter.',
    invitation_over: 'Somebody has been there, or the household has said there is no need.',
  },
};

export const messages = { zh, en };
