import { hasPrivateUse, nameOf } from '@/lib/names';
import { normalPhone } from '@/lib/phone';
import { parseCount, parseSheetArea } from '@/lib/quantity';
import { type Cell, plain } from '@/lib/sheet/cell';
import { sheet } from '@/lib/sheet/declare';
import type { Problem, Taken } from '@/lib/sheet/shape';
import { BREAK } from '@/lib/text';
import { entranceNo, type RegisterRow, type UnitStatus } from './rules';

const codes = [
  'building',
  'entrance',
  'door',
  'area',
  'owner',
  'private_use',
  'phone',
  'status',
  'household',
  'compound',
  'twice',
] as const;
export type RegisterCode = (typeof codes)[number];

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
  已拆分: 'gone',
  已合并: 'gone',
  已拆并: 'gone',
  不存在: 'gone',
  gone: 'gone',
};
const lived = (words: string, is: boolean) => words.split(' ').map((word) => [word, is] as const);
/** Whether somebody lives there, in the words of sheets; a figure counts heads. */
const homes = new Map([
  ...lived('是 有 有人 有人住 住 在住 常住 自住 入住 已入住 已住 出租 租住 租户 √ ✓ ✔ yes y true lived', true),
  ...lived(
    '无 否 没有 无人 没人 无人住 没人住 不住 未住 未入住 空 空置 空房 闲置 × ✗ ✘ x no n false empty vacant',
    false,
  ),
]);
/** What stands in a cell of which nothing is known. */
const UNKNOWN = /^(?:[-—–.]+|无|没有|暂无|不详|未知|不知道|待补|none|unknown)$/i;
/** Two characters that stand apart so that they line up with names of three. */
const SPREAD = /^(\p{Script=Han}) (\p{Script=Han})$/u;
const inSheet = (text: string): string => nameOf(text.replace(/\p{Cf}/gu, '')).replace(SPREAD, '$1$2');
/** In 0.01 m²; more no building has. */
const MOST_AREA = 1_000_000_000;

/** A name of at most 20 characters without the word that only says what it is; refused as `code` where nothing is left. */
const named =
  <const Code extends 'building' | 'door'>(code: Code, word: RegExp) =>
  (cell: Cell) => {
    const text = plain(cell.text);
    const value = text.replace(word, '');
    if (value === '') return { code };
    return value.length > 20 ? { code: 'too_long' as const, detail: text } : { value };
  };

const APART = /[、,，;；/\n]/;
/** Of a door that is no more nobody is the owner; of one nobody has been named for, whoever built it. */
const voters = (names: readonly string[], status: UnitStatus): readonly string[] =>
  status === 'gone' ? [] : names.length > 0 ? names : ['@developer'];

/** Also those that are left out: at the beginning, between two, at the end. */
const parts = (text: string): string[] => text.replace(BREAK, '\n').split(APART).map(plain);

/** As many numbers as names, some left out, stand in the names' order; else those there are do. */
function readPhones({ text }: Cell) {
  const said = parts(text).map((part) => (UNKNOWN.test(part) ? '' : part));
  const wrong = said.find((part) => part !== '' && normalPhone(part) === null);
  if (wrong !== undefined) return { code: 'phone' as const, detail: wrong };
  return { value: said.map(normalPhone) };
}

const columns = {
  compound: {
    zh: '小区',
    en: 'compound',
    also: ['小区名称'],
    read: ({ text }: Cell) => (plain(text).length > 60 ? { code: 'too_long' as const } : { value: plain(text) }),
  },
  building: {
    zh: '楼栋',
    en: 'building',
    also: ['楼号', '楼', '栋', '幢', '幢号', '楼栋号'],
    needed: true as const,
    read: named('building', /(?:号楼|栋|幢|号|楼|#)+$/),
  },
  entrance: {
    zh: '单元',
    en: 'entrance',
    also: ['单元号', '楼门', '门'],
    needed: true as const,
    read: ({ text }: Cell) => {
      const value = entranceNo(plain(text));
      return value === null ? { code: 'entrance' as const } : { value };
    },
  },
  door: {
    zh: '门牌',
    en: 'door',
    also: ['房号', '门牌号', '室号', '房间号', '户号', '门牌(房号)', 'room', 'unit'],
    needed: true as const,
    read: named('door', /(?:室|号|房)$/),
  },
  area: {
    zh: '面积',
    en: 'area',
    also: ['建筑面积', '专有面积', '专有部分面积'],
    needed: true as const,
    merged: 'asked' as const,
    read: ({ text }: Cell) => {
      const value = parseSheetArea(text);
      return value && value <= MOST_AREA ? { value } : { code: 'area' as const };
    },
  },
  owners: {
    zh: '业主',
    en: 'owner',
    also: ['业主姓名', '产权人', '姓名', 'owners'],
    needed: true as const,
    many: true as const,
    read: ({ text }: Cell) => {
      const value = parts(text.replace(/[&＆+＋]/g, '、')).map(inSheet);
      const none = value.find((name) => name !== '' && (UNKNOWN.test(name) || !/\p{L}/u.test(name)));
      if (none !== undefined) return { code: 'owner' as const, detail: none };
      const unknown = value.find(hasPrivateUse);
      if (unknown !== undefined) return { code: 'private_use' as const, detail: unknown };
      return value.some((name) => name.length > 60) ? { code: 'too_long' as const } : { value };
    },
  },
  phone: {
    zh: '电话',
    en: 'phone',
    also: ['手机', '手机号', '联系电话', '联系方式', 'mobile'],
    many: true as const,
    read: readPhones,
  },
  status: {
    zh: '状态',
    en: 'status',
    also: ['交付状态', '房屋状态'],
    read: ({ text }: Cell) => {
      const value = statuses[plain(text).toLowerCase()];
      return value ? { value } : { code: 'status' as const };
    },
  },
  household: {
    zh: '住户',
    en: 'household',
    also: ['是否住人', '有人住', '入住', 'occupied'],
    read: ({ text }: Cell) => {
      const said = plain(text).toLowerCase();
      if (said === '') return { value: null };
      const heads = parseCount(said.replace(/[人口]$/, ''));
      const value = heads === null ? homes.get(said) : heads > 0;
      return value === undefined ? { code: 'household' as const } : { value };
    },
  },
};
type One = Taken<typeof columns>;

function sameDoor(all: readonly One[]): Problem<RegisterCode>[] {
  const doors = new Map<string, number>();
  return all.flatMap(({ row, values: { compound, building, entrance, door } }) => {
    if (building === undefined || entrance === undefined || door === undefined) return [];
    const place = JSON.stringify([compound, building, entrance, door]);
    const first = doors.get(place);
    if (first === undefined) doors.set(place, row);
    return first === undefined ? [] : [{ row, code: 'twice' as const, detail: String(first) }];
  });
}

/** Where several compounds have a building of this name, a row that names none could be in either. */
function sameBuilding(all: readonly One[]): Problem<RegisterCode>[] {
  const compounds = new Map<string, string>();
  for (const { values } of all) if (values.building && values.compound) compounds.set(values.building, values.compound);
  return all.flatMap(({ row, values: { building = '', compound } }) => {
    const elsewhere = compounds.get(building);
    return compound === '' && elsewhere ? [{ row, code: 'compound' as const, detail: elsewhere }] : [];
  });
}

/** 户册: the register of buildings, units and owners. */
export const register = sheet({
  name: 'register',
  codes,
  columns,
  one: 'door',
  others: 'twice_refused',
  row: ({ row, values }, say): RegisterRow | undefined => {
    const { compound, building, entrance, door, area, owners, phone, status, household } = values;
    const names = (owners ?? []).filter((name) => name !== '');
    if (owners && names.length === 0 && status === 'delivered') say('owner', 'owners');
    const inOrder = phone && phone.length === owners?.length ? phone.filter((_, at) => owners[at] !== '') : undefined;
    const phones = inOrder ?? (phone ?? []).filter((one) => one !== null);
    if (phones.length > Math.max(1, names.length)) say('phone', 'phone', phones.join('、'));
    if (building === undefined || entrance === undefined || door === undefined) return undefined;
    if (compound === undefined || area === undefined || status === undefined || household === undefined)
      return undefined;
    return {
      row,
      compound,
      building,
      entrance,
      door,
      area,
      status,
      owners: voters(names, status).map((name, at) => ({ name, phone: phones[at] ?? null })),
      household: status !== 'gone' && (household ?? status === 'delivered'),
    };
  },
  between: (all) => [...sameDoor(all), ...sameBuilding(all)],
  command: async () => (await import('./commands/register')).importRegister,
});

const captainCodes = ['building', 'entrance', 'name', 'phone', 'private_use', 'twice'] as const;
export type CaptainCode = (typeof captainCodes)[number];

/** 楼门长: who is captain of which entrance, a row each. */
export const captains = sheet({
  name: 'captains',
  codes: captainCodes,
  columns: {
    compound: columns.compound,
    building: columns.building,
    entrance: columns.entrance,
    name: {
      zh: '楼门长',
      en: 'captain',
      also: ['姓名', '楼门长姓名', '负责人', 'name'],
      needed: true as const,
      read: ({ text }: Cell) => {
        const value = inSheet(text);
        if (hasPrivateUse(value)) return { code: 'private_use' as const, detail: value };
        if (value.length > 40) return { code: 'too_long' as const };
        return value === '' ? { code: 'name' as const } : { value };
      },
    },
    phone: {
      zh: '电话',
      en: 'phone',
      also: columns.phone.also,
      needed: true as const,
      read: ({ text }: Cell) => {
        const value = normalPhone(text);
        return value === null ? { code: 'phone' as const } : { value };
      },
    },
  },
  others: 'twice_refused',
  row: ({ row, values: { compound, building, entrance, name, phone } }) => {
    if (building === undefined || entrance === undefined || name === undefined) return undefined;
    return compound === undefined || phone === undefined
      ? undefined
      : { row, compound, building, entrance, name, phone };
  },
  half: ({ row, values: { compound = '', building, entrance, name = '', phone = '' } }) =>
    building === undefined || entrance === undefined ? undefined : { row, compound, building, entrance, name, phone },
  between: (all) => {
    const first = new Map<string, number>();
    return all.flatMap(({ row, values: { compound, building, entrance, phone } }) => {
      const key = JSON.stringify([compound, building, entrance, phone]);
      const before = first.get(key);
      if (before === undefined) first.set(key, row);
      return before === undefined || phone === undefined
        ? []
        : [{ row, code: 'twice' as const, detail: String(before) }];
    });
  },
  command: async () => (await import('./commands/captains')).importCaptains,
});
