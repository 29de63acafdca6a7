import type { Titled } from '@/lib/letters';

const zh = {
  letters: {
    handed_over: ({ title }: Titled & { open: string }) => `有一件没办完的交到您手上了：${title}`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    record: { term: '任期' },
  },
  title: '交接',
  lead: (name: string, role: string) =>
    `${name} · ${role}。手上没办完的，一件一件交给接得住的人；交完，授权当时就收回。`,
  over: '这份授权已经到头了，可是还有没交出去的，请一件一件补上。',
  nothing: '他手上没有没办完的，写一句为什么，就可以收回。',
  finished: '这份授权已经到头，手上的也都交清了。',
  open: (n: number) => `没办完的 · ${n}件`,
  nobody: '现在没有人接得住这一件：请先给一位接手的人授权。',
  receiver: (kind: string, title: string) => `${kind}：${title}`,
  whose: (name: string, role: string) => `${name} · ${role}`,
  reason: '为什么到头',
  reasonHint: '会告诉他本人，也存进记录。',
  submit: '交接，收回授权',
  submitOver: '补上交接',
  back: '授权',
  done: '已经交接的',
  doneTo: (title: string, name: string, when: string) => `${title} → ${name}，${when}`,
  somebody: '（已注销）',
  refusals: {
    receivers_lacking: (details: Record<string, string | number>) => `还有${details.count}件没有写明交给谁。`,
    receiver: '请写明交给谁',
    receiver_leaves: '要离开的人不能接',
    receiver_cannot: '他现在没有接这一件的授权',
    no_longer_open: '刚才有一件已经办完或者交出去了，请再看一遍。',
    already_over: '这个授权已经到期或收回了。',
  },
};

const en: typeof zh = {
  letters: {
    handed_over: ({ title }) => `Something still open was handed over to you: ${title}`,
  },
  room: {
    record: { term: 'Term' },
  },
  title: 'Handover',
  lead: (name, role) =>
    `${name} · ${role}. Everything still open goes, one by one, to somebody who can do it; then the duty ends at once.`,
  over: 'This duty is over, but something was never handed over. Please name a receiver for each.',
  nothing: 'Nothing is open with them. Say why, and the duty can end.',
  finished: 'This duty is over and everything has been handed over.',
  open: (n) => `Still open · ${n}`,
  nobody: 'Nobody can take this over now: give somebody the duty first.',
  receiver: (kind, title) => `${kind}: ${title}`,
  whose: (name, role) => `${name} · ${role}`,
  reason: 'Why it ends',
  reasonHint: 'They are told, and it stands in the record.',
  submit: 'Hand over and end the duty',
  submitOver: 'Hand over',
  back: 'Duties',
  done: 'Handed over',
  doneTo: (title, name, when) => `${title} → ${name}, ${when}`,
  somebody: '(deleted)',
  refusals: {
    receivers_lacking: (details) =>
      details.count === 1 ? 'One thing has no receiver yet.' : `${details.count} things have no receiver yet.`,
    receiver: 'Say who takes it over',
    receiver_leaves: 'Who leaves cannot take it over',
    receiver_cannot: 'They hold no duty that can do this',
    no_longer_open: 'Something was done or handed over just now. Please look again.',
    already_over: 'This duty has already ended.',
  },
};

export const messages = { zh, en };
