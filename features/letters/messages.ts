import { plural } from '@/lib/words';

interface Duties {
  count: number;
  at: 'desk' | 'door' | 'office';
  /** Of an office above communities. */
  district?: string | undefined;
}

const zh = {
  letters: {
    duties: ({ count, at }: Duties) =>
      at === 'office' ? `您在区里、街道的工作，有${count}件事新轮到您办。` : `有${count}件事新轮到您办。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { letters: '来信' },
    record: { letter: '来信' },
  },
};

const en: typeof zh = {
  letters: {
    duties: ({ count, at }) => {
      const came = `${count} ${plural(count, 'thing', 'things')} came to you to do`;
      return at === 'office' ? `${came} in your office above communities.` : `${came}.`;
    },
  },
  room: {
    doors: { letters: 'Letters' },
    record: { letter: 'Letters' },
  },
};

export const messages = { zh, en };
