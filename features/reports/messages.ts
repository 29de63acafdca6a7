import type { ReportColumn, Row } from './rules';

const zh = {
  /** What its room shows elsewhere: the record. */
  room: { record: { report: '月报' } },
  columns: {
    number: '序号',
    unit: '承办单位',
    volume: '受理量',
    closed: '办结量',
    effective: '有效回访',
    contacted: '联系数',
    resolved: '解决数',
    satisfied: '满意数',
    fairlySatisfied: '基本满意',
    response: '响应率(%)',
    resolution: '解决率(%)',
    satisfaction: '满意率(%)',
    composite: '综合成绩',
  } satisfies Record<ReportColumn, string>,
  sums: { unit: '没派出去', pooled: '合计（率按合并算）', mean: '平均（各单位的率平均）' } satisfies Record<
    Row['kind'],
    string
  >,
  title: (community: string, month: string) => `${community} ${month} 诉求办理月报`,
  go: '月报',
  days: (days: string) => `考核月：${days}，考核口径（剔除后），按收到的日子算。`,
  print: '用浏览器打印，一页A4。',
  download: '下载表格（xlsx）',
  arrange: '换栏目、换次序',
  none: '无考核件',
  formula: '综合成绩＝响应率一成、解决率五成、满意率四成；基本满意按九成算；部分解决不算解决。',
  waiting: (n: number) => `做表的时候还有${n}件等回访。`,
  lead: '从左到右一栏一栏地选，空着的不要。改了以后，大家做的月报都照这个来。',
  place: (n: number) => `第${n}栏`,
  leftOut: '不要',
  submit: '就这样排',
  back: '回到月报',
  refusals: { column_twice: '有一栏选了两次。', no_unit: '要有“承办单位”这一栏。' },
};

const en: typeof zh = {
  room: { record: { report: 'Monthly report' } },
  columns: {
    number: 'No.',
    unit: 'Unit',
    volume: 'Received',
    closed: 'Closed',
    effective: 'Effective callbacks',
    contacted: 'Contacted',
    resolved: 'Resolved',
    satisfied: 'Satisfied',
    fairlySatisfied: 'Fairly satisfied',
    response: 'Response (%)',
    resolution: 'Resolution (%)',
    satisfaction: 'Satisfaction (%)',
    composite: 'Composite',
  },
  sums: { unit: 'Not given out', pooled: 'Total (rates pooled)', mean: 'Mean (of the units’ rates)' },
  title: (community, month) => `${community}: report on cases, ${month}`,
  go: 'Monthly report',
  days: (days) => `Assessment month ${days}, assessed view after exclusion, by the day a case came.`,
  print: 'Print it with your browser: one page A4.',
  download: 'Download as xlsx',
  arrange: 'Other columns, another order',
  none: 'none to assess',
  formula:
    'Composite: response one tenth, resolution five, satisfaction four; fairly satisfied counts nine tenths; partly resolved is not resolved.',
  waiting: (n) => `${n} still to be called back when it was made.`,
  lead: 'Choose column after column, from the left; what is left empty is left out. Everybody’s report looks so from then on.',
  place: (n) => `Column ${n}`,
  leftOut: 'None',
  submit: 'Arrange it so',
  back: 'Back to the report',
  refusals: { column_twice: 'One column was chosen twice.', no_unit: 'The unit has to be among them.' },
};

export const messages = { zh, en };
