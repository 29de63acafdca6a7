import { basics, type Fields } from './basics';

/** 协商轮: a row for each round. */
export const rounds = {
  ...basics,
  no: { zh: '协商编号', en: 'round', also: ['编号'] },
  title: { zh: '议题', en: 'title', also: ['协商议题', '协商事项', '议事事项', '事项', '主题', '议题名称'] },
  turn: { zh: '第几轮', en: 'round of it', also: ['轮次', '协商轮次'] },
  version: { zh: '方案版本', en: 'plan version', also: ['方案'] },
  opened: { zh: '开始日期', en: 'opened', also: ['协商时间', '议事时间', '开始时间', '时间', '日期'], day: true },
  closed: { zh: '截止日期', en: 'closes', also: ['结束日期', '结束时间', '截止时间'], day: true },
  standing: { zh: '状态', en: 'standing', also: ['协商状态', '进展'] },
  households: { zh: '涉及户数', en: 'households', also: ['参与户数', '应到户数', '协商范围(户)', '户数'] },
  summary: { zh: '协商结果', en: 'summary', also: ['议事结果', '结果', '协商情况', '意见汇总'] },
} as const satisfies Fields;
