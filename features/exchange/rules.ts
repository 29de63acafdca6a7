import type { Satisfaction } from '@/db/words/callbacks';
import type { CaseKind } from '@/db/words/cases';
import type { Measure } from '@/db/words/orders';
import { buildingsIn } from '@/features/likeness/rules/places';
import { withinOf } from '@/features/orders/rules';
import { deadlineAfter } from '@/lib/working-days';

/** A moment in ISO, or so many hours, natural days or working days. */
export type Limit = { at: string } | { amount: number; measure: Measure };

/** One row of a 12345 sheet, as it says it. Moments are ISO; what a sheet leaves out is empty or null. */
export interface OrderRow {
  row: number;
  /** 工单编号; of an order without one what makes it out, see `numberOf`. */
  no: string;
  kind: CaseKind;
  title: string;
  content: string;
  caller: string;
  phone: string;
  place: string;
  category: string;
  came: string | null;
  closed: string | null;
  /** 办理时限: by when it is to be answered, or within how long of when it came. */
  limit: Limit | null;
  /** 是否解决, 是否满意, 是否有效回访, 是否联系. */
  resolved: 'yes' | 'no' | 'partial' | null;
  satisfied: Satisfaction | null;
  effective: boolean | null;
  contacted: boolean | null;
  /** The other columns of a known name, as they are. */
  said: Partial<Record<SaidField, string>>;
  /** Columns of another name and doubled ones, in their order. */
  others: [name: string, text: string][];
  /** Of those the ones that are empty here. */
  blank?: string[];
  /** What the sheet has no column for: of an order that is known it stays as an earlier sheet had it. */
  lacks?: Lacking[];
}

export const SAID_FIELDS = [
  ...[
    'type',
    'tags',
    'state',
    'area',
    'street',
    'village',
    'result',
    'reply',
    'manner',
    'agency',
    'company',
    'nature',
    'limit',
  ],
] as const;
/** What a column of a sheet can be. */
export const FIELDS = [
  ...[
    'no',
    'type',
    'category',
    'first',
    'second',
    'third',
    'tags',
    'title',
    'content',
    'state',
    'caller',
    'phone',
    'area',
  ],
  ...['street', 'result', 'reply', 'manner', 'agency', 'came', 'closed', 'company', 'resolved', 'satisfied', 'nature'],
  ...['village', 'spot', 'effective', 'contacted', 'limit'],
] as const;
const OWN_FIELDS = [
  'came',
  'closed',
  'resolved',
  'satisfied',
  'effective',
  'contacted',
  'title',
  'caller',
  'phone',
] as const;
export const LACKING = [...SAID_FIELDS, ...OWN_FIELDS, 'kind', 'category', 'place'] as const;
export type Lacking = (typeof LACKING)[number];

/** What a sheet without these columns says nothing of. */
export function lackingOf(absent: readonly (typeof FIELDS)[number][]): Lacking[] {
  const lacks = (...of: (typeof FIELDS)[number][]) => of.every((one) => absent.includes(one));
  return [
    ...[...SAID_FIELDS, ...OWN_FIELDS].filter((one) => lacks(one)),
    ...(lacks('type') ? (['kind'] as const) : []),
    ...(lacks('category', 'first', 'second', 'third') ? (['category'] as const) : []),
    ...(lacks('spot') ? (['place'] as const) : []),
  ];
}

export type SaidField = (typeof SAID_FIELDS)[number];

const KINDS: Readonly<Record<string, CaseKind>> = {
  咨询: 'inquiry',
  求助: 'help',
  投诉: 'complaint',
  举报: 'report',
  建议: 'suggestion',
  意见建议: 'suggestion',
};

/** 工单类型; 诉求, nothing and what nobody knows ask for help. The word itself stays with the order. */
export const kindOf = (type: string): CaseKind => KINDS[type] ?? 'help';

/** `一级->二级->三级`, however the levels are parted; from three columns where the one is empty. */
export function categoryOf(path: string, levels: readonly string[]): string {
  const said = path === '' ? levels : path.split(/\s*(?:-+>|—+>|→|>|＞|\/|\\)\s*/);
  return said.filter((level) => level !== '').join('->');
}

const TITLE_LENGTH = 80;

/** Without a title the first 80 characters of the content, in one line. */
export const titleOf = (title: string, content: string): string =>
  title === '' ? [...content.replace(/\s+/g, ' ')].slice(0, TITLE_LENGTH).join('') : title;

/** The building a place names, where it names one alone: "14号楼3单元" → 14, "14号楼与15号楼之间" → null. */
export function buildingIn(place: string): string | null {
  const [one, ...others] = buildingsIn(place);
  return one !== undefined && others.length === 0 ? one : null;
}

const FINISHED = /^(?:回复完成|已办结|办结|已完成|已回复|已归档|归档|办理完成)$/;

/** Whether whoever sent the sheet is done with the order. */
export const isFinished = ({ closed, said }: Pick<OrderRow, 'closed' | 'said'>): boolean =>
  closed !== null || FINISHED.test(said.state ?? '');

const UNDERWAY =
  /^(?:(?:正在)?(?:办理|处理|处置)中|待(?:签收|派单|办理?|处理|处置|回复)|已?(?:签收|派单|受理)|未办结|退回重办|重办中?|重新办理|延期中?|督办中?)$/;

/** Whether whoever sent the sheet says that the order goes on; what it leaves out it does not say. */
export const isUnderway = ({ closed, said }: Pick<OrderRow, 'closed' | 'said'>): boolean =>
  closed === null && UNDERWAY.test(said.state ?? '');

const MEASURED: ReadonlyMap<string, Measure> = new Map([
  ...['小时', '个小时', 'h'].map((word) => [word, 'hours'] as const),
  ...['天', '日', '自然日', '个自然日'].map((word) => [word, 'days'] as const),
  ...['工作日', '个工作日'].map((word) => [word, 'working_days'] as const),
]);

/** `2小时`, `24小时内`, `7天`, `5个工作日`; null where it says no such thing. */
export function limitIn(text: string): Limit | null {
  const [, amount = '', unit = ''] = /^(\d{1,3})\s*(.+?)(?:以?内)?$/.exec(text.trim()) ?? [];
  const measure = MEASURED.get(unit.toLowerCase());
  return measure && Number(amount) > 0 ? { amount: Number(amount), measure } : null;
}

/** By when whoever sent the sheet wants it answered; of an order that says not when it came, counted from now. */
export function limitOf({ came, limit }: Pick<OrderRow, 'came' | 'limit'>, now: Date): Date | null {
  if (limit === null) return null;
  return 'at' in limit ? new Date(limit.at) : deadlineAfter(came === null ? now : new Date(came), withinOf(limit)).at;
}
