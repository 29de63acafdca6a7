import type { Satisfaction } from '@/db/words/callbacks';
import type { CaseKind } from '@/db/words/cases';
import { buildingsIn } from '@/features/likeness/rules/places';

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
  /** 是否解决, 是否满意, 是否有效回访, 是否联系. */
  resolved: 'yes' | 'no' | 'partial' | null;
  satisfied: Satisfaction | null;
  effective: boolean | null;
  contacted: boolean | null;
  /** The other columns of a known name, as they are. */
  said: Partial<Record<SaidField, string>>;
  /** Columns of another name and doubled ones, in their order. */
  others: [name: string, text: string][];
}

export const SAID_FIELDS = [
  ...['type', 'tags', 'state', 'area', 'street', 'village', 'result', 'reply', 'manner', 'agency', 'company', 'nature'],
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
  ...['village', 'spot', 'effective', 'contacted'],
] as const;
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
