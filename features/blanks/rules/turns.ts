import { basics, type Fields } from './basics';

/** 值班: a row for each turn of the team, planned or served. Who served is theirs. */
export const turns = {
  ...basics,
  date: { zh: '日期', en: 'date', also: ['值班日期', '服务日期', '活动日期', '时间'], day: true },
  part: { zh: '时段', en: 'part of the day', also: ['班次', '值班时段', '服务时段'] },
  name: {
    zh: '姓名',
    en: 'name',
    also: ['值班人员', '值班人', '志愿者姓名', '服务人员', '志愿者'],
    personal: true,
  },
  planned: { zh: '原定人员', en: 'whose turn it was', also: ['原值班人员', '排班人员'], personal: true },
  kind: { zh: '人员类别', en: 'part in the team', also: ['身份', '类别', '队伍'] },
  stoodIn: { zh: '是否替班', en: 'stood in for', also: ['替班'] },
  hours: { zh: '服务时长(小时)', en: 'hours', also: ['服务时长', '工时', '时长', '服务时数', '小时数', '时数'] },
  standing: { zh: '状态', en: 'standing', also: ['值班情况', '是否到岗'] },
} as const satisfies Fields;
