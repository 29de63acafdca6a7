import { plural } from '@/lib/words';

const zh = {
  letters: {
    duties: ({ count }: { count: number; at: 'desk' | 'door' }) => `有${count}件事新轮到您办。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { letters: '来信' },
    record: { letter: '来信' },
  },
};

const en: typeof zh = {
  letters: {
    duties: ({ count }) => `${count} ${plural(count, 'thing', 'things')} came to you to do.`,
  },
  room: {
    doors: { letters: 'Letters' },
    record: { letter: 'Letters' },
  },
};

export const messages = { zh, en };
