import type { Satisfaction } from '@/db/words/callbacks';
import { endOfDay, shanghaiDate, startOfDay } from '@/lib/calendar';
import { nameOf } from '@/lib/names';
import { telephone } from '@/lib/phone';
import { type Cell, plain } from '@/lib/sheet/cell';
import { sheet } from '@/lib/sheet/declare';
import { readMoment } from '@/lib/sheet/moment';
import type { Problem, Taken } from '@/lib/sheet/shape';
import { isSeen, written } from '@/lib/text';
import { categoryOf, kindOf, type Limit, lackingOf, limitIn, type OrderRow, type SaidField, titleOf } from './rules';

const codes = ['content', 'moment', 'limit', 'yes_or_no', 'resolved', 'satisfied', 'closed_before', 'twice'] as const;
export type OrderCode = (typeof codes)[number];

const LONGEST_LINE = 400;
const LONGEST = 20_000;

/** One line, or several: what stands in it does not look like a date to anybody. */
const line = (zh: string, en: string, also: readonly string[] = []) => ({
  zh,
  en,
  also,
  dates: 'taken' as const,
  read: ({ text }: Cell) => {
    const value = plain(text);
    return value.length > LONGEST_LINE ? { code: 'too_long' as const } : { value };
  },
});
const lines = (zh: string, en: string, also: readonly string[] = []) => ({
  ...line(zh, en, also),
  read: ({ text }: Cell) => {
    const value = written(text);
    return value.length > LONGEST ? { code: 'too_long' as const } : { value };
  },
});
const moment = (zh: string, en: string, also: readonly string[] = []) => ({
  zh,
  en,
  also,
  dates: 'taken' as const,
  read: (cell: Cell) => {
    if (plain(cell.text) === '') return { value: null };
    const value = readMoment(cell);
    return value === null ? { code: 'moment' as const } : { value: value.toISOString() };
  },
});
const oneOf =
  <T, Code extends OrderCode>(words: ReadonlyMap<string, T>, code: Code) =>
  ({ text }: Cell) => {
    const value = words.get(plain(text));
    return value === undefined ? { code } : { value };
  };
/** What stands in a cell nobody has to fill in. */
const NONE = ['', '/', '-', '—', '——'];
const answers = new Map<string, boolean | null>([
  ...['是', '有', '有效', '已联系', 'yes', '1'].map((word) => [word, true] as const),
  ...['否', '无', '无效', '未联系', 'no', '0'].map((word) => [word, false] as const),
  ...NONE.map((word) => [word, null] as const),
]);
const outcomes = new Map<string, 'yes' | 'no' | 'partial' | null>([
  ...['解决', '已解决', '是'].map((word) => [word, 'yes'] as const),
  ...['未解决', '否', '没有解决'].map((word) => [word, 'no'] as const),
  ['部分解决', 'partial'],
  ...[...NONE, '未评价', '未回访'].map((word) => [word, null] as const),
]);
const opinions = new Map<string, Satisfaction | null>([
  ...['满意', '非常满意', '是'].map((word) => [word, 'satisfied'] as const),
  ['基本满意', 'fairly_satisfied'],
  ...['不满意', '否'].map((word) => [word, 'dissatisfied'] as const),
  ...[...NONE, '未评价', '未回访'].map((word) => [word, null] as const),
]);

/** A moment, or within how long; with its words. Of a day without a time, all of it is left. */
function readLimit(cell: Cell): { code: 'limit' } | { value: { said: string; limit: Limit | null } } {
  const said = plain(cell.text);
  if (NONE.includes(said)) return { value: { said: '', limit: null } };
  const limit = limitIn(said);
  if (limit) return { value: { said, limit } };
  const at = readMoment(cell);
  if (at === null) return { code: 'limit' };
  const day = shanghaiDate(at);
  const isDay = at.getTime() === startOfDay(day).getTime() && !/[:点时]/.test(said);
  return { value: { said, limit: { at: (isDay ? endOfDay(day) : at).toISOString() } } };
}

const caller = line('来电人', 'caller', ['诉求人', '来电人姓名', '反映人']);

const columns = {
  no: {
    ...{
      zh: '工单编号',
      en: 'number',
      also: ['工单号', '工单编码', '编号', '诉求编号', '受理编号'],
      merged: 'asked' as const,
    },
    read: ({ text }: Cell) => (plain(text).length > 60 ? { code: 'too_long' as const } : { value: plain(text) }),
  },
  type: line('工单类型', 'type', ['诉求类型', '来电类型']),
  category: line('问题分类', 'category', ['诉求分类', '来电类别', '问题类别']),
  first: line('一级分类', 'first level'),
  second: line('二级分类', 'second level'),
  third: line('三级分类', 'third level'),
  tags: line('标签', 'tags'),
  title: line('标题', 'title', ['工单标题', '诉求标题']),
  content: {
    zh: '主要内容',
    en: 'content',
    also: ['诉求内容', '反映内容', '来电内容', '问题描述', '工单内容'],
    needed: true as const,
    dates: 'taken' as const,
    merged: 'asked' as const,
    read: ({ text }: Cell) => {
      const value = written(text);
      if (value.length > LONGEST) return { code: 'too_long' as const };
      return isSeen(value) ? { value } : { code: 'content' as const };
    },
  },
  state: line('工单状态', 'state', ['状态', '办理状态']),
  caller: {
    ...caller,
    read: (cell: Cell) => {
      const read = caller.read(cell);
      return read.value === undefined ? read : { value: nameOf(read.value) };
    },
  },
  phone: {
    ...{
      zh: '来电人电话/账号',
      en: 'telephone',
      also: ['来电人电话', '来电号码', '联系电话', '电话', '手机', '手机号', '联系方式', '诉求人电话'],
    },
    read: ({ text }: Cell) => {
      const value = telephone(text) ?? plain(text);
      return value.length > 60 ? { code: 'too_long' as const } : { value };
    },
  },
  area: line('被反映区', 'district', ['所属区']),
  street: line('被反映街乡镇', 'subdistrict', ['街乡镇', '街道', '所属街道']),
  result: lines('办理结果', 'result'),
  reply: lines('回复内容', 'reply', ['答复内容']),
  manner: line('处理受理方式', 'manner', ['受理方式', '处理方式']),
  agency: line('主办单位', 'lead unit', ['承办单位', '办理单位', '责任单位']),
  came: moment('来电时间', 'came', ['受理时间', '创建时间', '登记时间', '反映时间']),
  closed: moment('办结时间', 'closed', ['完成时间', '办理完成时间']),
  limit: {
    zh: '办理时限',
    en: 'time limit',
    also: ['处理时限', '时限', '办结时限', '截止时间', '截止日期', '到期时间', '要求办结时间', '限办时间'],
    dates: 'taken' as const,
    read: readLimit,
  },
  company: line('企业名称', 'company'),
  resolved: { zh: '是否解决', en: 'resolved', also: ['解决情况'], read: oneOf(outcomes, 'resolved') },
  satisfied: { zh: '是否满意', en: 'satisfied', also: ['满意度', '评价结果'], read: oneOf(opinions, 'satisfied') },
  nature: line('工单性质', 'nature'),
  village: line('村/社区', 'community', ['社区', '村社区']),
  // `14-3` is a place a spreadsheet makes a date of: here a date is refused.
  spot: {
    ...line('小区点位', 'place', ['点位', '地址', '发生地点', '事发地址', '诉求地址', '问题点位', '小区']),
    dates: undefined,
  },
  effective: { zh: '是否有效回访', en: 'effective', also: ['有效回访'], read: oneOf(answers, 'yes_or_no') },
  contacted: { zh: '是否联系', en: 'contacted', also: ['联系情况'], read: oneOf(answers, 'yes_or_no') },
};
type One = Taken<typeof columns>;

/** 工单编号 is an order's own; two rows of one number say two things of one order. */
function sameNumber(all: readonly One[]): Problem<OrderCode>[] {
  const first = new Map<string, number>();
  return all.flatMap(({ row, values: { no } }) => {
    if (!no) return [];
    const before = first.get(no);
    if (before === undefined) first.set(no, row);
    return before === undefined ? [] : [{ row, column: 'no', code: 'twice' as const, detail: String(before) }];
  });
}

/** 12345工单: the hotline's work orders, the detail sheet and the assessment sheet alike. */
export const orders = sheet({
  name: 'cases',
  codes,
  columns,
  others: 'kept',
  row: ({ row, values }, say, others, absent): OrderRow | undefined => {
    const { came, closed, content, no, limit } = values;
    if (came && closed && closed < came) say('closed_before', 'closed', closed);
    if (content === undefined || no === undefined || came === undefined || closed === undefined) return undefined;
    if (limit === undefined) return undefined;
    const { resolved, satisfied, effective, contacted, phone } = values;
    if (resolved === undefined || satisfied === undefined || effective === undefined || contacted === undefined)
      return undefined;
    const text = (
      name: Exclude<SaidField, 'limit'> | 'title' | 'caller' | 'category' | 'first' | 'second' | 'third' | 'spot',
    ) => values[name] ?? '';
    const said: OrderRow['said'] = {};
    for (const field of ['type', 'tags', 'state', 'area', 'street', 'village', 'result', 'reply'] as const)
      if (text(field) !== '') said[field] = text(field);
    for (const field of ['manner', 'agency', 'company', 'nature'] as const)
      if (text(field) !== '') said[field] = text(field);
    if (limit.said !== '') said.limit = limit.said;
    return {
      row,
      no,
      content,
      came,
      closed,
      limit: limit.limit,
      resolved,
      satisfied,
      effective,
      contacted,
      said,
      kind: kindOf(text('type')),
      title: titleOf(text('title'), content),
      caller: text('caller'),
      phone: phone ?? '',
      place: text('spot') || text('village') || text('street'),
      category: categoryOf(text('category'), [text('first'), text('second'), text('third')]),
      others: others.filter(([, said]) => said !== '').map(([name, said]) => [name, said]),
      blank: others.flatMap(([name, said]) => (said === '' ? [name] : [])),
      lacks: lackingOf(absent),
    };
  },
  between: sameNumber,
  command: async () => (await import('./commands')).importOrders,
});
