import type { UnitStatus } from '@/db/words/people';
import type { Role } from '@/lib/actor';
import { parseArea } from '@/lib/quantity';
import { ok, type Result, refuse } from '@/lib/result';

export type { UnitStatus };

/** One unit of the register; area in 0.01 m²; the first owner is the designated voter (Civil Code art. 278). */
export interface RegisterRow {
  row: number;
  compound: string;
  building: string;
  entrance: number;
  door: string;
  area: number;
  owners: { name: string; phone: string | null }[];
  status: UnitStatus;
  /** Whether somebody lives there: makes a household, the unit of consultation. */
  household: boolean;
}

export type ProblemCode =
  | 'no_header'
  | 'column_missing'
  | 'column_twice'
  | 'building'
  | 'entrance'
  | 'door'
  | 'area'
  | 'owner'
  | 'phone'
  | 'status'
  | 'too_long'
  | 'compound'
  | 'twice';

/** `row` counts from 1 as the spreadsheet does; 0 is the file itself. `detail` is the cell, the column or the other row. */
export interface Problem {
  row: number;
  code: ProblemCode;
  detail: string;
}

const columns = {
  compound: ['小区', '小区名称', 'compound'],
  building: ['楼栋', '楼号', '楼', '栋', '幢', '幢号', '楼栋号', 'building'],
  entrance: ['单元', '单元号', '楼门', '门', 'entrance'],
  door: ['门牌', '房号', '门牌号', '室号', '房间号', '户号', '门牌(房号)', 'door', 'room', 'unit'],
  area: ['面积', '建筑面积', '专有面积', '专有部分面积', 'area'],
  owners: ['业主', '业主姓名', '产权人', '姓名', 'owner', 'owners'],
  phone: ['电话', '手机', '手机号', '联系电话', '联系方式', 'phone', 'mobile'],
  status: ['状态', '交付状态', '房屋状态', 'status'],
  household: ['住户', '是否住人', '有人住', '入住', 'household', 'occupied'],
} as const;
type Column = keyof typeof columns;
const needed: readonly Column[] = ['building', 'entrance', 'door', 'area', 'owners'];

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
const key = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s*]/g, '')
    .replace(/\((?:㎡|m2|平方米|平米)\)$/, '');
const columnOf = new Map<string, Column>(
  (Object.keys(columns) as Column[]).flatMap((column) => columns[column].map((alias) => [key(alias), column] as const)),
);

type Header = { index: number; at: Map<Column, number> };

/** The first row that names most columns; every column it lacks or has twice is said. */
function findHeader(rows: readonly (readonly string[])[]): Header | Problem[] {
  let best: (Header & { twice: string[] }) | undefined;
  for (let index = 0; index < Math.min(rows.length, 20); index += 1) {
    const at = new Map<Column, number>();
    const twice: string[] = [];
    for (const [column, text] of (rows[index] ?? []).entries()) {
      const name = columnOf.get(key(text));
      if (!name) continue;
      if (at.has(name)) twice.push(plain(text));
      else at.set(name, column);
    }
    if (at.size > (best?.at.size ?? 1)) best = { index, at, twice: [...new Set(twice)] };
  }
  if (!best) return [{ row: 0, code: 'no_header', detail: '' }];
  const { index, at, twice } = best;
  const missing = needed.filter((column) => !at.has(column)).map((column) => columns[column][0]);
  const say = (code: ProblemCode) => (detail: string) => ({ row: index + 1, code, detail });
  const problems = [...twice.map(say('column_twice')), ...missing.map(say('column_missing'))];
  return problems.length > 0 ? problems : { index, at };
}

/** How a door may stand in the register when somebody wrote `302室`: as written first, then without the word after it. */
export function doorSpellings(written: string): string[] {
  const plain = written.normalize('NFKC').trim();
  return [...new Set([written, plain, plain.replace(/(?<=[\da-z])\s*(?:号门|号|室|门)$/iu, '')])];
}

const digits = '零一二三四五六七八九';
/** "一单元" → 1, "十二" → 12; null when it is no number from 1 to 99. */
export function entranceNo(text: string): number | null {
  const bare = text.replace(/(?:号)?(?:单元|楼门|门)$/, '').replace(/^第/, '');
  if (/^[1-9]\d?$/.test(bare)) return Number(bare);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(bare);
  if (!match || bare === '') return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? digits.indexOf(first) : null;
  return (first ? digits.indexOf(first) : 1) * 10 + (last ? digits.indexOf(last) : 0);
}

const statuses: Record<string, UnitStatus> = {
  '': 'delivered',
  已交付: 'delivered',
  交付: 'delivered',
  delivered: 'delivered',
  已售未交付: 'sold_undelivered',
  未交付: 'sold_undelivered',
  sold_undelivered: 'sold_undelivered',
  未售: 'unsold',
  未出售: 'unsold',
  unsold: 'unsold',
};
const nobody = new Set(['无', '否', '空置', '空', '无人', 'no', 'n', '0', 'false', 'empty']);

const split = (text: string): string[] =>
  text
    .split(/[、,，;；/\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const phoneOf = (text: string): string | null => {
  const bare = text.replace(/[\s\-().]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(bare) ? bare : null;
};

/** Which door a row speaks of, as far as that can be read: known also where the rest of the row is wrong. */
type Place = Pick<RegisterRow, 'row' | 'compound' | 'building'> & { entrance: number | null; door: string };

function readRow(
  cells: (column: Column) => string,
  row: number,
  problems: Problem[],
): { place: Place; read?: RegisterRow } {
  const before = problems.length;
  const say = (code: ProblemCode, detail: string) => problems.push({ row, code, detail: detail.slice(0, 60) });
  const building = cells('building').replace(/(?:号楼|栋|幢|号|楼|#)+$/, '');
  if (building === '') say('building', cells('building'));
  const entrance = entranceNo(cells('entrance'));
  if (entrance === null) say('entrance', cells('entrance'));
  const door = cells('door').replace(/(?:室|号|房)$/, '');
  if (door === '') say('door', cells('door'));
  const area = parseArea(
    cells('area')
      .replace(/(?:㎡|m2|平方米|平米)$/i, '')
      .trim(),
  );
  if (!area) say('area', cells('area'));
  const status = statuses[cells('status').toLowerCase()];
  if (!status) say('status', cells('status'));
  const names = split(cells('owners'));
  if (names.length === 0 && status === 'delivered') say('owner', '');
  const phones = split(cells('phone'));
  const wrong = phones.find((phone) => phoneOf(phone) === null);
  if (wrong !== undefined) say('phone', wrong);
  if (phones.length > Math.max(1, names.length)) say('phone', cells('phone'));
  if ([building, door].some((text) => text.length > 20) || names.some((name) => name.length > 60)) say('too_long', '');
  const place = { row, compound: cells('compound'), building, entrance, door };
  if (problems.length > before || entrance === null || !area || !status) return { place };
  const lives = cells('household').toLowerCase();
  const read: RegisterRow = {
    ...place,
    entrance,
    area,
    owners: (names.length > 0 ? names : ['@developer']).map((name, at) => ({ name, phone: phoneOf(phones[at] ?? '') })),
    status,
    household: lives === '' ? status === 'delivered' : !nobody.has(lives),
  };
  return { place, read };
}

function sameDoor(places: readonly Place[], problems: Problem[]): void {
  const doors = new Map<string, number>();
  for (const one of places) {
    if (one.building === '' || one.entrance === null || one.door === '') continue;
    const place = JSON.stringify([one.compound, one.building, one.entrance, one.door]);
    const first = doors.get(place);
    if (first === undefined) doors.set(place, one.row);
    else problems.push({ row: one.row, code: 'twice', detail: String(first) });
  }
}

/** Where several compounds have a building of this name, a row that names none could be in either. */
function sameBuilding(places: readonly Place[], problems: Problem[]): void {
  const compounds = new Map<string, string>();
  for (const { building, compound } of places) if (compound !== '') compounds.set(building, compound);
  for (const { row, building, compound } of places) {
    if (building === '') continue;
    const elsewhere = compounds.get(building);
    if (compound === '' && elsewhere !== undefined) problems.push({ row, code: 'compound', detail: elsewhere });
  }
}

/**
 * The compound of each row that names none: the only one that has the building, or the community's own where none has.
 * `unclear`: buildings that stand in several compounds, so that the row has to say which.
 */
export function withCompounds<Row extends { compound: string; building: string }>(
  rows: readonly Row[],
  known: readonly { compound: string; building: string }[],
  own: string,
): { rows: Row[]; unclear: { building: string; compounds: string[] }[] } {
  const having = new Map<string, string[]>();
  for (const { building, compound } of known) having.set(building, [...(having.get(building) ?? []), compound]);
  const bare = new Set(rows.flatMap(({ compound, building }) => (compound === '' ? [building] : [])));
  const unclear = [...bare].flatMap((building) => {
    const compounds = having.get(building) ?? [];
    return compounds.length > 1 ? [{ building, compounds }] : [];
  });
  return {
    rows: rows.map((row) => ({ ...row, compound: row.compound || (having.get(row.building)?.[0] ?? own) })),
    unclear,
  };
}

/** Whether the building somebody names is one, given the compounds that have one of that name. */
export function checkBuilding(compounds: readonly string[]): Result<undefined> {
  if (compounds.length === 0) return refuse('no_such_building', undefined, { building: 'no_such_building' });
  const named = { compounds: compounds.join('、') };
  return compounds.length === 1 ? ok() : refuse('which_compound', named, { building: 'which_compound' });
}

/** Reads a sheet as the register: every row that can be read, and all that is wrong with every one that cannot. */
export function readRegister(sheet: readonly (readonly string[])[]): { rows: RegisterRow[]; problems: Problem[] } {
  const header = findHeader(sheet);
  if (Array.isArray(header)) return { rows: [], problems: header };
  const rows: RegisterRow[] = [];
  const places: Place[] = [];
  const problems: Problem[] = [];
  for (let index = header.index + 1; index < sheet.length; index += 1) {
    const cells = sheet[index] ?? [];
    if (cells.every((text) => text.trim() === '')) continue;
    const at = (column: Column) => plain(cells[header.at.get(column) ?? -1] ?? '');
    const { place, read } = readRow(at, index + 1, problems);
    places.push(place);
    if (read) rows.push(read);
  }
  sameDoor(places, problems);
  sameBuilding(places, problems);
  if (rows.length === 0 && problems.length === 0) problems.push({ row: 0, code: 'no_header', detail: '' });
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

/** Whoever lives on the first segment of an address cannot be a community. */
const reserved = new Set('act me door desk inside sign-in elder en zh zh-big en-big api favicon.ico'.split(' '));

export function checkSlug(slug: string): Result<string> {
  if (!/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(slug)) return refuse('bad_slug');
  return reserved.has(slug) ? refuse('reserved_slug') : ok(slug);
}

/** Roles the Party secretary of a community may give. The governance secretary has a term; the rest come from above. */
export const givenHere = ['captain', 'social-worker', 'hotline', 'property', 'auditor'] as const satisfies Role[];
export const givenBySetup: readonly Role[] = [...givenHere, 'party-secretary', 'governance-secretary', 'district'];

const complainants: readonly Role[] = ['social-worker', 'hotline'];

/** Whether one person may hold a role beside those they hold: entrance for captains only, two duties that clash. */
export function checkGrant(
  asked: { role: Role; entranceId: number | null },
  held: readonly { role: Role; entranceId: number | null }[],
): Result<undefined> {
  if ((asked.role === 'captain') !== (asked.entranceId !== null)) return refuse('entrance_for_captains');
  if (held.some((one) => one.role === asked.role && one.entranceId === asked.entranceId)) return refuse('already_held');
  const roles = held.map((one) => one.role);
  if (roles.length > 0 && (asked.role === 'auditor' || roles.includes('auditor'))) return refuse('auditor_apart');
  const both = [...roles, asked.role];
  // The party complained of never learns who complained.
  if (both.includes('property') && both.some((role) => complainants.includes(role))) return refuse('property_apart');
  return ok();
}

/** A request to join asks for somebody else's word; three open ones are enough for anybody. */
export function checkJoin(facts: { livesThere: boolean; open: number }): Result<undefined> {
  if (facts.livesThere) return refuse('already_lives');
  return facts.open >= 3 ? refuse('too_many_requests') : ok();
}

const OFFICES =
  /书记|社工|居委|村委|业委会|网格员|管理员|楼门长|物业|热线|党支部|党总支|街道办|派出所|secretary|social ?worker|committee|administrator|captain|official/i;

/** Whether somebody calls themself by an office: nobody's name is one. */
export const checkName = (name: string): Result<undefined> =>
  OFFICES.test(name) ? refuse('invalid', undefined, { name: 'name_title' }) : ok();

/** Under which name a tried sheet is kept until it is confirmed. */
export const keptSheet = (community: string, hash: string): string => `register:${community}:${hash}`;
