const zh = {
  title: '公开记录',
  lead: '每办一步，都在同一时刻往这本记录里添一条，一条扣着一条，改不了、抽不掉、插不进。谁说了什么，不写在这里，这里只有指纹。每天零点往外贴一次，写到哪一天，不写几点几分；各家说的、办的，都只用一个名字：免得拿它对着别的数，看出是谁家。',
  size: (n: number) => `到今天零点为止共${n}条`,
  caption: '最新的在上面',
  seq: '第几条',
  act: '办了什么',
  at: '什么时候',
  hash: '指纹',
  before: '前一条为止的指纹',
  chain: '扣到这一条为止的指纹',
  check:
    '自己核验：把“前一条为止的指纹”和本条的“指纹”接起来（各 32 个字节），算一次 SHA-256，就是“扣到这一条为止的指纹”；第1条的前面是 32 个零字节。从头算到最后一条都对，就没有一条被换过、抽过、插过。抄下今天最后一条的指纹，往后任何一天都能拿来对。',
  entry: (n: number) => `记录第${n}条`,
  limit: '它证明记下以后没有改过，不证明当初说的就是真的。',
  back: '整本记录',
};

const en: typeof zh = {
  title: 'Public record',
  lead: 'Every step adds one entry at the same moment, each locked to the one before: none can be changed, taken out or put in. Who said what does not stand here, only its fingerprint. What is new is put up at midnight, with its day and no hour, and all that households say and do has one name: held against other numbers it would tell whose it was.',
  size: (n) => `${n} entries up to the last midnight`,
  caption: 'Newest first',
  seq: 'Entry',
  act: 'What was done',
  at: 'When',
  hash: 'Fingerprint',
  before: 'Fingerprint of everything before',
  chain: 'Fingerprint of everything up to here',
  check:
    'To check it yourself: SHA-256 of the “fingerprint of everything before” followed by this entry’s fingerprint (32 bytes each) is the “fingerprint of everything up to here”; before entry 1 stand 32 zero bytes. If that holds from the first entry to the last, none was changed, taken out or put in. Write down today’s last fingerprint and compare it on any later day.',
  entry: (n: number) => `Record entry ${n}`,
  limit: 'It proves that nothing was changed afterwards, not that it was true.',
  back: 'The whole record',
};

export const messages = { zh, en };
