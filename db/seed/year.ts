import { importOrders } from '@/features/exchange/commands';
import { orders } from '@/features/exchange/sheet';
import { addDays, type Day } from '@/lib/calendar';
import { digest } from '@/lib/ledger';
import { readSheetFile } from '@/lib/sheet/file';
import complaints from './complaints.json';
import { asCsv } from './orders';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** What came of the work orders of some days; of those called back with an answer each count is a part. */
interface Month {
  from: Day;
  to: Day;
  orders: number;
  effective: number;
  contacted: number;
  resolved: number;
  partly: number;
  satisfied: number;
  fairly: number;
}

const counts = ['orders', 'effective', 'contacted', 'resolved', 'partly', 'satisfied', 'fairly'] as const;
const month = (from: Day, to: Day, ...of: number[]): Month =>
  ({ from, to, ...Object.fromEntries(counts.map((name, at) => [name, of[at] ?? 0])) }) as Month;

/**
 * The story's year, month by month from the 19th. Invented; only that the second quarter has 188 callbacks, 185 resolved and 184
 * satisfied follows from the two rates that were reported.
 */
export const storyYear: readonly Month[] = [
  month('2021-11-20', '2021-12-18', 66, 58, 52, 36, 8, 33, 6),
  month('2021-12-19', '2022-01-18', 71, 61, 56, 40, 7, 36, 7),
  month('2022-01-19', '2022-02-18', 55, 47, 45, 34, 5, 31, 5),
  month('2022-02-19', '2022-03-18', 63, 55, 54, 46, 4, 43, 5),
  month('2022-04-01', '2022-04-18', 68, 62, 62, 60, 1, 60, 0),
  month('2022-04-19', '2022-05-18', 67, 63, 63, 62, 0, 61, 0),
  month('2022-05-19', '2022-06-18', 66, 63, 63, 63, 0, 63, 0),
  month('2022-07-01', '2022-07-18', 49, 45, 45, 45, 0, 44, 1),
  month('2022-07-19', '2022-08-18', 41, 38, 38, 38, 0, 38, 0),
  month('2022-08-19', '2022-09-18', 37, 34, 34, 34, 0, 34, 0),
  month('2022-09-19', '2022-10-18', 33, 30, 30, 29, 1, 29, 1),
];

const monthBefore = (day: Day): Day => {
  const [year = 0, no = 1] = day.split('-').map(Number);
  const before = no === 1 ? [year - 1, 12] : [year, no - 1];
  return `${before[0]}-${String(before[1]).padStart(2, '0')}-19`;
};

/** A year of months that end yesterday, the last of them under way. */
export function yearBefore(today: Day): Month[] {
  const begun = today.slice(8) > '19' ? (`${today.slice(0, 8)}19` as Day) : monthBefore(today);
  const starts = Array.from({ length: 11 }).reduce<Day[]>((all) => [monthBefore(all[0] ?? begun), ...all], [begun]);
  return starts.map((from, at) => {
    const next = starts[at + 1];
    const orders = 46 - at + ((at * 5) % 7);
    const effective = orders - 4 - (at % 3);
    const failed = Math.max(1, 15 - at);
    const satisfied = effective - failed - 3;
    return month(
      from,
      addDays(next ?? today, -1),
      ...[orders, effective, effective - (at < 4 ? 2 : 0), effective - failed, at % 3, satisfied, 2],
    );
  });
}

const heading = [
  ...[
    '工单编号',
    '工单类型',
    '一级分类',
    '二级分类',
    '三级分类',
    '标题',
    '主要内容',
    '工单状态',
    '来电人',
    '来电人电话/账号',
  ],
  ...['主办单位', '创建时间', '办结时间', '回复内容', '是否有效回访', '是否联系', '是否解决', '是否满意', '小区点位'],
];

/** Where a matter belongs in the tree, and what was answered. */
export const matters = {
  slope_falls: ['住房城乡建设/小区配套/路面和台阶', '坡要修，先和两栋楼商量路怎么走。'],
  path_noise: ['生态环境/噪声/居民生活噪声', '路怎么走要两栋楼一起商量，您的话已经记下。'],
  roof_leak: ['住房城乡建设/房屋修缮/屋面漏水', '请人看过，雨停了补。'],
  lift_broken: ['住房城乡建设/物业管理/电梯运行', '电梯修好了，换了门机。'],
  parking: ['住房城乡建设/物业管理/停车管理', '挪走了，通道画了黄线。'],
  ebike_charging: ['公共安全/消防/充电和飞线', '线撤了，和车主说过。'],
  garbage: ['城市管理/垃圾/分类和清运', '清了，改成一天两趟。'],
  square_dance: ['生态环境/噪声/广场舞和音响', '说好九点收，音响朝外。'],
  heating: ['市政公用/供热/不热', '放了气，测到二十一度。'],
  lights: ['市政公用/供电/路灯和楼道灯', '灯换好了。'],
  corridor_clutter: ['城市管理/占道/楼道堆物', '一起清走了。'],
  dogs: ['城市管理/宠物/遛狗不牵绳', '上门说过，答应拴绳。'],
} as const;
export type Matter = keyof typeof matters;
/** The slope comes up more often than anything else, from above and from below. */
const often: readonly Matter[] = [
  ...(['slope_falls', 'roof_leak', 'path_noise', 'parking', 'slope_falls', 'garbage', 'lift_broken'] as const),
  ...(['path_noise', 'lights', 'slope_falls', 'corridor_clutter', 'heating', 'ebike_charging'] as const),
  ...(['square_dance', 'dogs', 'roof_leak', 'parking', 'slope_falls', 'garbage'] as const),
];
const placeOf = (matter: Matter, at: number): string =>
  matter === 'slope_falls'
    ? '14号楼前的坡'
    : matter === 'path_noise'
      ? `15号楼${1 + (at % 3)}单元`
      : `${1 + ((at * 5) % 22)}号楼${1 + (at % 3)}单元`;

const callers = ['刘女士', '王先生', '保密', '赵女士', '陈先生', '孙女士'];
const types = ['投诉', '求助', '投诉', '建议', '投诉', '咨询'];
const two = (n: number): string => String(n).padStart(2, '0');

/** A prime above the orders of any month: whose order was not solved falls on any of its days. */
const SPREAD = 73;

/** One order of a month; `rank` says how it ended among those of its month, `at` counts all of them. */
function row({ from, to, ...of }: Month, nth: number, at: number): string[] {
  const rank = (nth * SPREAD) % of.orders;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const came = addDays(from, Math.floor((nth * days) / of.orders));
  const matter = often[at % often.length] ?? 'lights';
  const text = complaints[matter][(at * 3) % complaints[matter].length] ?? '';
  const [category, reply] = matters[matter];
  const answered = rank < of.effective;
  const among = (first: number, second: number, words: readonly [string, string, string]) =>
    !answered ? '' : rank < first ? words[0] : rank < first + second ? words[1] : words[2];
  return [
    ...[`热线-${came.slice(2).replaceAll('-', '')}-${String(at + 1).padStart(6, '0')}`, types[at % types.length] ?? ''],
    ...category.split('/'),
    ...[[...text].slice(0, 18).join(''), text, '回复完成'],
    ...[callers[at % callers.length] ?? '', `1370000${String(at).padStart(4, '0')}`],
    ...[matter === 'lift_broken' || matter === 'garbage' ? '物业' : '居委会'],
    ...[`${came} ${two(7 + (at % 11))}:${two((at * 13) % 60)}`, `${came} ${two(18 + (at % 6))}:${two((at * 7) % 60)}`],
    ...[reply, answered ? '是' : '否', among(of.contacted, 0, ['是', '', '否'])],
    ...[among(of.resolved, of.partly, ['解决', '部分解决', '未解决'])],
    ...[among(of.satisfied, of.fairly, ['满意', '基本满意', '不满意'])],
    ...[placeOf(matter, at)],
  ];
}

/** The hotline brings in the sheet of these months: an office does so month by month, here it is one. */
export async function bringSheet(stage: Stage, troupe: Troupe, on: string, months: readonly Month[]): Promise<void> {
  await stage.at(on);
  const all = months.flatMap((one) => Array.from({ length: one.orders }, (_, nth) => ({ one, nth })));
  const file = Buffer.from(`\uFEFF${asCsv([heading, ...all.map(({ one, nth }, at) => row(one, nth, at))])}`, 'utf8');
  const { rows, problems } = orders.read(await readSheetFile(file));
  if (problems.length > 0) throw new Error(`orders: ${JSON.stringify(problems.slice(0, 5))}`);
  await troupe.act('hotline', importOrders, { hash: digest(file), rows });
}
