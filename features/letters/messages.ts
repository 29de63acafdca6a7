const zh = {
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { letters: '来信' },
  },
};

const en: typeof zh = {
  room: {
    doors: { letters: 'Letters' },
  },
};

export const messages = { zh, en };
