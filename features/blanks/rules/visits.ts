import { basics, type Fields } from './basics';

/** 走访: a row for each visit that was made. At whose door, whom one met and what was said is theirs. */
export const visits = {
  ...basics,
  date: { zh: '日期', en: 'date', also: ['走访日期', '入户日期'], day: true },
  time: { zh: '时间', en: 'time', also: ['走访时间', '入户时间'] },
  building: { zh: '楼栋', en: 'building', also: ['楼号', '楼', '栋', '楼栋号'] },
  entrance: { zh: '单元', en: 'entrance', also: ['单元号', '楼门'], personal: true },
  door: { zh: '门牌', en: 'door', also: ['房号', '门牌号', '室号', '户号'], personal: true },
  address: { zh: '住址', en: 'address', also: ['家庭住址', '居住地址', '详细地址'], personal: true },
  place: { zh: '走访地点', en: 'place', also: ['地点', '走访方式', '方式'] },
  purpose: { zh: '走访类型', en: 'purpose', also: ['走访事由', '走访目的', '走访内容类别', '类型'] },
  why: { zh: '走访原因', en: 'reason', also: ['原因'], personal: true },
  outcome: { zh: '走访结果', en: 'outcome', also: ['结果', '是否见面'] },
  visitor: { zh: '走访人员', en: 'visitor', also: ['走访人', '走访干部', '入户人员'] },
  recorder: { zh: '记录人', en: 'written down by', also: ['登记人'] },
  met: { zh: '走访对象', en: 'met', also: ['对象', '被走访人', '姓名'], personal: true },
  owners: {
    zh: '业主',
    en: 'owner',
    also: ['业主姓名', '户主', '户主姓名', '产权人', '产权人姓名', '房主', '房主姓名'],
    personal: true,
  },
  phone: { zh: '电话', en: 'phone', also: ['联系电话', '手机', '手机号', '联系方式', '住户电话'], personal: true },
  along: { zh: '同行人员', en: 'along', also: ['同去的人', '参加人员'], personal: true },
  said: {
    zh: '诉求与建议',
    en: 'said',
    also: ['反映的问题', '主要问题', '走访情况', '走访内容', '实际困难', '诉求', '意见建议', '反映问题'],
    personal: true,
  },
  done: { zh: '现场处置', en: 'done', also: ['现场处置或解释', '处理情况', '解决情况', '办理情况'], personal: true },
  follows: { zh: '后续计划', en: 'follows', also: ['下一步', '下一步打算', '后续措施', '跟进情况'], personal: true },
} as const satisfies Fields;
