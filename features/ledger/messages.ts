const zh = {
  title: '公开记录',
  lead: '每办一步，都在同一时刻往这本记录里添一条，一条扣着一条，改不了、抽不掉、插不进。谁说了什么，不写在这里，这里只有指纹。',
  size: (n: number) => `到现在共${n}条`,
  caption: '最新的在上面',
  seq: '第几条',
  act: '办了什么',
  at: '什么时候',
  hash: '指纹',
  chain: '扣到这一条为止的指纹',
  entry: (n: number) => `记录第${n}条`,
  limit: '它证明记下以后没有改过，不证明当初说的就是真的。对着指纹自己核验的办法，还没有做好。',
  back: '整本记录',
};

const en: typeof zh = {
  title: 'Public record',
  lead: 'Every step adds one entry at the same moment, each locked to the one before: none can be changed, taken out or put in. Who said what does not stand here, only its fingerprint.',
  size: (n: number) => `${n} entries so far`,
  caption: 'Newest first',
  seq: 'Entry',
  act: 'What was done',
  at: 'When',
  hash: 'Fingerprint',
  chain: 'Fingerprint of everything up to here',
  entry: (n: number) => `Record entry ${n}`,
  limit:
    'It proves that nothing was changed afterwards, not that it was true. A way to check the fingerprints oneself is not ready yet.',
  back: 'The whole record',
};

export const messages = { zh, en };
