import { basics, type Fields } from './basics';

/** 民情台账: a row for each thing a home needs. At whose door it is, in what words, and what was answered is theirs. */
export const needs = {
  ...basics,
  date: {
    zh: '登记日期',
    en: 'date written down',
    also: ['日期', '登记时间', '反映时间', '反映日期', '收集时间', '时间'],
    day: true,
  },
  building: { zh: '楼栋', en: 'building', also: ['楼号', '楼', '栋', '楼栋号', '网格'] },
  entrance: { zh: '单元', en: 'entrance', also: ['单元号', '楼门'], personal: true },
  door: { zh: '门牌', en: 'door', also: ['房号', '门牌号', '室号', '户号'], personal: true },
  address: { zh: '住址', en: 'address', also: ['家庭住址', '居住地址', '详细地址'], personal: true },
  wording: {
    zh: '诉求事项',
    en: 'what is needed',
    also: ['需求', '需求内容', '需求事项', '反映事项', '反映的问题', '民情内容', '主要内容', '事项'],
    personal: true,
  },
  state: { zh: '办理状态', en: 'state', also: ['状态', '办理情况', '办理进度'] },
  owner: { zh: '责任人', en: 'whose task', also: ['承办人', '办理人', '包办人', '负责人'] },
  due: { zh: '办理时限', en: 'by when', also: ['时限', '完成时限', '限办日期'], day: true },
  answer: { zh: '办理结果', en: 'what was done', also: ['处理结果', '办理措施', '解决措施', '结果'], personal: true },
  closed: { zh: '办结日期', en: 'over on', also: ['办结时间', '完成时间', '销号日期', '销号时间'], day: true },
  became: { zh: '转办去向', en: 'what it became', also: ['转办', '去向'] },
} as const satisfies Fields;
