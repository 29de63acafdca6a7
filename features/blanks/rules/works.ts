import { basics, type Fields } from './basics';

/** 工程: a row for each of the works. */
export const works = {
  ...basics,
  no: { zh: '工程编号', en: 'works', also: ['编号', '项目编号'] },
  title: { zh: '项目名称', en: 'title', also: ['工程名称', '项目', '事项', '事项名称', '名称'] },
  contractor: { zh: '施工单位', en: 'contractor', also: ['承建单位', '实施单位', '承办单位'] },
  budget: { zh: '预算(元)', en: 'budget', also: ['金额', '投资', '资金', '项目金额', '总投资'] },
  permits: { zh: '手续', en: 'permits', also: ['审批手续', '许可'] },
  started: { zh: '开工日期', en: 'started', also: ['开工时间', '开始时间'], day: true },
  completed: { zh: '完工日期', en: 'completed', also: ['竣工日期', '完成时间', '完工时间', '竣工时间'], day: true },
  standing: { zh: '进展', en: 'standing', also: ['项目进展', '进展情况', '工程状态', '状态', '是否完工'] },
  milestones: { zh: '完成节点', en: 'milestones done', also: ['节点完成情况', '形象进度'] },
  next: { zh: '下一个节点', en: 'next milestone', also: ['下一步', '下步计划', '下一步计划'] },
  warranty: { zh: '质保(月)', en: 'warranty (months)', also: ['质保期', '保修期', '质保'] },
} as const satisfies Fields;
