import complaints from './complaints.json' with { type: 'json' };

const HEADING = [
  ...[
    '序号',
    '工单　编号*',
    '工单类型',
    '诉求分类',
    '标签',
    '标题',
    '主要内容',
    '工单状态',
    '来电人',
    '来电人电话/账号',
    '被反映区',
  ],
  ...[
    '被反映街乡镇',
    '办理结果',
    '回复内容',
    '处理受理方式',
    '承办单位',
    '受理时间',
    '办结时间',
    '企业名称',
    '是否解决',
    '是否满意',
  ],
  ...['工单性质', '村／社区', '小区点位', '标签', '督办次数'],
];
const CATEGORIES: Readonly<Record<string, string>> = {
  slope_falls: '住房城乡建设->小区配套->路面和台阶',
  path_noise: '生态环境->噪声->居民生活噪声',
  roof_leak: '住房城乡建设->房屋修缮->屋面漏水',
  lift_broken: '住房城乡建设->物业管理->电梯运行',
  parking: '住房城乡建设->物业管理->停车管理',
};
const TYPES = ['诉求', '投诉', '咨询', '求助', '建议'];
const CALLERS = ['刘女士', '王先生', '保密', '张*', '赵大妈', '陈女士'];
const OUTCOMES = ['解决', '未解决', '部分解决', '是', '否', ''];
const OPINIONS = ['满意', '基本满意', '不满意', '未评价', ''];

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment however an office writes it, each form in its turn. */
function writtenMoment(at: number, turn: number): string {
  const [month, day, hour, minute] = [1 + (at % 6), 1 + (at % 28), 8 + (at % 10), (at * 7) % 60];
  const afternoon = hour > 12 ? `下午${hour - 12}` : `上午${hour}`;
  const forms = [
    `2024-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`,
    `2024/${month}/${day} ${hour}:${two(minute)}:00`,
    `2024${two(month)}${two(day)}`,
    `2024年${month}月${day}日 ${afternoon}点`,
    `２０２４年${month}月${day}日`,
    String(45_292 + (at % 150)),
  ];
  return forms[turn % forms.length] ?? '';
}

/**
 * Synthetic work orders as a hotline exports them, with what makes such sheets a nuisance: a title and an exporter above the heading,
 * full-width blanks and slashes in it, a column that is there twice and one nobody knows, every way to write a moment, orders without
 * a title or a place, the heading said again on every page of fifty, and totals at the end. People and numbers are invented.
 * `lost`: of so many, from the tenth on every tenth, a spreadsheet has made `1.23E+17` of the number.
 */
export function orderSheet(count = 400, lost = 0): string[][] {
  const matters = Object.entries(complaints).flatMap(([matter, texts]) => texts.map((text) => ({ matter, text })));
  const rows = Array.from({ length: count }, (_, at): string[] => {
    const { matter = '', text = '' } = matters[(at * 37) % matters.length] ?? {};
    const finished = at % 3 !== 0;
    const isLost = at % 10 === 9 && at < lost * 10;
    const number = `热线-24${two(1 + (at % 12))}${two(1 + (at % 28))}-${String(at + 1).padStart(6, '0')}`;
    return [
      ...[String(at + 1), isLost ? '1.23E+17' : number],
      ...[TYPES[at % TYPES.length] ?? '', CATEGORIES[matter] ?? '', at % 4 === 0 ? '重点' : ''],
      ...[at % 5 === 0 ? '' : text.slice(0, 16), `市民来电反映：${text}，请核实处理。`],
      ...[
        finished ? '回复完成' : '办理中',
        CALLERS[at % CALLERS.length] ?? '',
        `1380000${String(at).padStart(4, '0')}`,
      ],
      ...[
        '丰台区',
        '云岗街道',
        finished ? '已办理' : '',
        finished ? `已到现场，${matter === '' ? '已答复' : '正在安排'}。\n欢迎监督。` : '',
      ],
      ...['直派', at % 2 === 0 ? '珠光逸景社区居委会' : '物业', writtenMoment(at, at), ''],
      ...[
        '',
        finished ? (OUTCOMES[at % OUTCOMES.length] ?? '') : '',
        finished ? (OPINIONS[at % OPINIONS.length] ?? '') : '',
      ],
      ...[
        at % 7 === 0 ? '协办' : '主办',
        '珠光逸景',
        at % 6 === 0 ? '' : `${[14, 15, 99][at % 3]}号楼${1 + (at % 2)}单元`,
      ],
      ...[at % 9 === 0 ? '冬季' : '', String(at % 3)],
    ];
  });
  const pages = rows.flatMap((row, at) => (at > 0 && at % 50 === 0 ? [HEADING, row] : [row]));
  return [
    ['12345市民服务热线工单明细（２０２４年）'],
    ['导出单位：云岗街道', '', '导出时间：2024-07-01'],
    ['范围：２０２４年１月—６月', '', '共　页'],
    ['说明：内部资料，注意保管'],
    [],
    [],
    HEADING,
    ...pages,
    [],
    ['合计', String(count)],
    ['小计（已办结）', String(rows.filter((row) => row[7] === '回复完成').length)],
  ];
}

/** Rows above the first order. */
const ABOVE = 7;

/** Which cells of such a sheet an office merges: its title, and the subdistrict of every five orders. */
export const mergedCells = (count = 400) => [
  { startRow: 0, startCol: 0, endRow: 0, endCol: HEADING.length - 1 },
  ...Array.from({ length: Math.floor(Math.min(count, 50) / 5) }, (_, at) => ({
    startRow: ABOVE + at * 5,
    startCol: HEADING.indexOf('被反映街乡镇'),
    endRow: ABOVE + at * 5 + 4,
    endCol: HEADING.indexOf('被反映街乡镇'),
  })),
];

/** The same as CSV: cells with commas, quotes or line breaks in quotes. */
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');
