import type { BlankFault } from '@/lib/sheet/blank/shape';
import type { FileFault } from '@/lib/sheet/limits';
import { plural } from '@/lib/words';
import type { BlankOf } from './rules';

/** What is said of any sheet says CSV would do. */
type Own = Exclude<BlankFault, FileFault> | 'not_a_sheet';

const zh = {
  room: { door: '空表', record: { blank: '空表' } },
  list: {
    title: '空表',
    lead: '上面发下来的表，原样交到这里。系统里有的，照栏目名称替您填好；没有的空着，标出来，手填就行。表的样子一点不动。',
    none: '还没有交过空表。',
    before: '交过的空表',
    columns: (n: number) => `${n}栏`,
    filled: (n: number) => (n === 0 ? '还没填过' : `填过${n}次`),
    more: '更早的',
    back: '回到空表',
  },
  put: {
    file: '空表（xlsx）',
    fileHint: '至多 2 MB、60栏。表头在前20行里，两行的表头也行；表头下面至少留一行空行。',
    send: '交表',
    title: '交空表',
    again: '这张表以前交过，就是下面这一张。',
  },
  faults: {
    formula: '表里有会去连别处、或者会运行的公式，不能收。请把公式改成值，再交。',
    outside: '表里连着别的文件、网页，或者带着宏，不能收。请断开链接、去掉宏，另存一份，再交。',
    no_heading: '前20行里没有找到表头。',
    no_room: '表头下面没有找到空行，不知道往哪里填。请在表头下面留一行空行，再交。',
    room_joined: '要填的几行里，有上下合并的格。请拆开，一行一格，再交。',
    not_a_sheet: '这里要 xlsx。是 CSV 或者别的，用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再交。',
    unusual: '这张表的写法看不懂。请用 Excel 或 WPS 打开，另存成“Excel 工作簿（*.xlsx）”，再交。',
  } satisfies Record<Own, string>,
  large: '这张表太大了：至多 2 MB、2,000行。',
  of: {
    homes: '户',
    cases: '诉求',
    works: '工程',
    rounds: '协商',
    visits: '走访',
    needs: '需要的事',
    turns: '值班',
  } satisfies Record<BlankOf, string>,
  one: {
    no: (no: number) => `第${no}张空表`,
    lead: (sheet: string) => `填的是工作表“${sheet}”。先选一行填一个什么、要哪些行。`,
    of: '一行填一个',
    which: '要哪些行',
    building: '楼栋',
    entrance: '单元',
    entranceOf: (building: string, no: number) => `${building}号楼${no}单元`,
    state: '状态',
    from: '从哪一天',
    to: '到哪一天',
    wrongDay: '没有这一天。写成 2022-03-05 这样，或者空着。',
    any: '全部',
    show: '就要这些',
    notHere: '这一样由管这件事的同事填，您看不到。',
  },
  states: {
    homes: { lived: '有人住', empty: '没人住' },
    works: { building: '在建', completed: '完工' },
    rounds: { open: '正在协商', closed: '结束了', void: '作废' },
    turns: { ahead: '排了班', served: '记了工时', vacant: '缺人' },
  },
  columns: {
    title: (rows: number) => `一共${rows}行，每一栏填什么`,
    none: '这样挑，一行也没有。',
    lead: '按栏目名称认的。认错了、没认出来的，在这里选；选一次，下次同样的表头就认得。选“空着”的，表里标成浅黄，留给您手填。',
    remembered: (when: string) => `这种表头${when}有人选过，照那一次的。`,
    known: (n: number, of: number) => `${of}栏里认得${n}栏。`,
    empty: '空着，手填',
    column: (letters: string) => `（${letters}列）`,
    personal: (name: string) => `${name}（个人信息）`,
    purpose: '填了给谁、做什么用',
    purposeHint: '会记在公开记录里，比如：街道的住房情况摸底',
    told: (most: number) =>
      `有个人信息的栏，只给社工和接诉求的同事；超过${most}行要另一位同事同意，每一户都查得到是谁填走的。`,
    submit: '填表',
    back: '换一些行',
  },
  values: {
    yes: '是',
    no: '否',
    lived: { true: '有人', false: '无人' },
    statuses: { delivered: '已交付', sold_undelivered: '已售未交付', unsold: '未售', gone: '已拆并' },
    resolved: { yes: '解决', partial: '部分解决', no: '未解决' },
    satisfied: { satisfied: '满意', fairly_satisfied: '基本满意', dissatisfied: '不满意' },
    address: (building: string, entrance: number, door: string) => `${building}号楼${entrance}单元${door}`,
  },
  note: {
    name: '填表说明',
    from: (community: string, day: string) => `由同心议事按${community}的记录填写，${day}。`,
    invented: '演示社区：人和数都是编的。',
    purpose: (purpose: string) => `用途：${purpose}`,
    rows: (n: number) => `填了${n}行。`,
    empty: (of: string, columns: string) =>
      `按“一行一个${of}”填，这些栏没有可填的，空着，请手填（浅黄）；换成别的行填，也许有：${columns}`,
    gaps: '其余浅黄的格：这一行系统里没有记。',
    personal: '含个人信息：用完请收好，不要转发。',
    and: '、',
  },
  refusals: {
    blanks_enough: ({ most }: Record<string, string | number>) => `一天最多交${most}张空表，明天再来。`,
    blank_known: '这张表以前交过，在空表的单子里。',
  },
};

const en: typeof zh = {
  room: { door: 'Blank sheets', record: { blank: 'Blank sheet' } },
  list: {
    title: 'Blank sheets',
    lead: 'A sheet an office sends is put in here as it is. What is known is filled in by the names of its columns; what is not stays empty and marked, to be written by hand. How it looks does not change.',
    none: 'No blank sheet has been put in yet.',
    before: 'Sheets put in',
    columns: (n) => `${n} ${plural(n, 'column', 'columns')}`,
    filled: (n) => (n === 0 ? 'not filled in yet' : n === 1 ? 'filled in once' : `filled in ${n} times`),
    more: 'Earlier ones',
    back: 'Back to the blank sheets',
  },
  put: {
    file: 'Blank sheet (xlsx)',
    fileHint:
      'At most 2 MB and 60 columns. The heading stands in the first 20 rows, in one row or two, with at least one empty row under it.',
    send: 'Put it in',
    title: 'Put in a blank sheet',
    again: 'This sheet was put in before: it is this one.',
  },
  faults: {
    formula:
      'A formula in it would reach elsewhere or run something. Replace formulas by their values and put it in again.',
    outside:
      'It is linked with other files or pages, or has macros. Break the links, take off the macros, save a copy and put that in.',
    no_heading: 'No heading in the first 20 rows.',
    no_room: 'No empty row under the heading: nobody can tell where to write. Leave one empty and put it in again.',
    room_joined: 'In the rows to be filled in cells are merged downwards. Take them apart and put it in again.',
    not_a_sheet:
      'An xlsx is wanted here. If it is a CSV or something else, open it in Excel or WPS, save it as “Excel workbook (*.xlsx)”, and put that in.',
    unusual:
      'It is written in an unusual way. Open it in Excel or WPS, save it as “Excel workbook (*.xlsx)”, put that in.',
  },
  large: 'The sheet is too large: at most 2 MB and 2,000 rows.',
  of: {
    homes: 'Homes',
    cases: 'Cases',
    works: 'Works',
    rounds: 'Rounds',
    visits: 'Visits',
    needs: 'Needs',
    turns: 'Turns on duty',
  },
  one: {
    no: (no) => `Blank sheet ${no}`,
    lead: (sheet) => `The worksheet “${sheet}” is filled in. First choose what a row is, and which rows.`,
    of: 'A row for each of the',
    which: 'Which rows',
    building: 'Building',
    entrance: 'Entrance',
    entranceOf: (building, no) => `Building ${building}, entrance ${no}`,
    state: 'State',
    from: 'From',
    to: 'To',
    wrongDay: 'There is no such day. Write it as 2022-03-05, or leave it empty.',
    any: 'All',
    show: 'These',
    notHere: 'This is filled in by colleagues whose work it is.',
  },
  states: {
    homes: { lived: 'lived in', empty: 'empty' },
    works: { building: 'being built', completed: 'completed' },
    rounds: { open: 'open', closed: 'closed', void: 'void' },
    turns: { ahead: 'planned', served: 'hours written down', vacant: 'nobody' },
  },
  columns: {
    title: (rows) => `${rows} ${plural(rows, 'row', 'rows')}: what goes into each column`,
    none: 'No row is left by this choice.',
    lead: 'Taken by the names of the columns. Set right what was taken wrongly or not known: chosen once, it is known for this heading. What is left empty is marked pale yellow, to be written by hand.',
    remembered: (when) => `Somebody chose for this heading on ${when}; as it was then.`,
    known: (n, of) => `${n} of ${of} columns are known.`,
    empty: 'Empty, by hand',
    column: (letters) => ` (column ${letters})`,
    personal: (name) => `${name} (personal)`,
    purpose: 'For whom and what for',
    purposeHint: 'Goes into the public record, for example: survey of homes for the subdistrict',
    told: (most) =>
      `Personal columns are for social workers and the hotline alone; beyond ${most} rows a colleague has to agree, and every home finds who took them along.`,
    submit: 'Fill it in',
    back: 'Other rows',
  },
  values: {
    yes: 'yes',
    no: 'no',
    lived: { true: 'yes', false: 'no' },
    statuses: { delivered: 'delivered', sold_undelivered: 'sold, not delivered', unsold: 'unsold', gone: 'gone' },
    resolved: { yes: 'resolved', partial: 'partly resolved', no: 'not resolved' },
    satisfied: { satisfied: 'satisfied', fairly_satisfied: 'fairly satisfied', dissatisfied: 'dissatisfied' },
    address: (building, entrance, door) => `Building ${building}, entrance ${entrance}, ${door}`,
  },
  note: {
    name: 'How it was filled in',
    from: (community, day) => `Filled in by Tongxin from the records of ${community}, ${day}.`,
    invented: 'A demonstration: its people and numbers are invented.',
    purpose: (purpose) => `What for: ${purpose}`,
    rows: (n) => `${n} ${plural(n, 'row', 'rows')}.`,
    empty: (of, columns) =>
      `With a row for each of the ${of.toLowerCase()} these have nothing and are left empty, to be written by hand (pale yellow); with other rows there may be something: ${columns}`,
    gaps: 'Other pale cells: nothing is known for that row.',
    personal: 'Holds personal information: keep it safe, and do not pass it on.',
    and: ', ',
  },
  refusals: {
    blanks_enough: ({ most }) => `At most ${most} blank sheets a day. Come back tomorrow.`,
    blank_known: 'This sheet was put in before; it is on the list.',
  },
};

export const messages = { zh, en };
