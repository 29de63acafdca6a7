import type { Role } from '@/lib/actor';

export interface Part {
  identity: string;
  /** Invented. */
  name: string;
  phone: string;
  role?: Role;
  /** Captain of every entrance of this building; or a resident behind this door of its entrance 1. */
  building?: string;
  door?: string;
}

/** The demonstration identities: each is one person, with a part in every community of the demonstration. */
export const cast: Part[] = [
  { identity: 'resident-14', name: '刘秀兰', phone: '13900000014', building: '14', door: '401' },
  { identity: 'resident-15', name: '赵国强', phone: '13900000015', building: '15', door: '1402' },
  { identity: 'captain-14', name: '孙建华', phone: '13900000114', role: 'captain', building: '14' },
  { identity: 'captain-15', name: '周玉梅', phone: '13900000115', role: 'captain', building: '15' },
  { identity: 'social-worker', name: '王晓燕', phone: '13900000201', role: 'social-worker' },
  { identity: 'party-secretary', name: '陈立新', phone: '13900000202', role: 'party-secretary' },
  { identity: 'governance-secretary', name: '何志远', phone: '13900000203', role: 'governance-secretary' },
  { identity: 'hotline', name: '马丽', phone: '13900000204', role: 'hotline' },
  { identity: 'property', name: '杨师傅', phone: '13900000205', role: 'property' },
  { identity: 'district', name: '高文', phone: '13900000206', role: 'district' },
  { identity: 'auditor', name: '郭敏', phone: '13900000207', role: 'auditor' },
];

/** Where the two residents live, counted in doors from 0: these two speak for themselves. */
export const ownPlace = { '14': 6, '15': 27 } as const;

/** Cells of a round, in the order of the doors: supports, conditional, opposes, no view, refused, not home, not tried. */
export type Seven = readonly [number, number, number, number, number, number, number];

/** Invented counts. What the article tells is the direction: from 15号楼 against, to both agreed. */
const said: Record<'14' | '15', readonly [Seven, Seven, Seven, Seven]> = {
  '14': [
    [70, 6, 3, 3, 2, 6, 6],
    [72, 9, 3, 3, 1, 5, 3],
    [84, 6, 0, 3, 1, 2, 0],
    [91, 3, 0, 0, 0, 2, 0],
  ],
  '15': [
    [4, 9, 46, 4, 5, 8, 8],
    [17, 24, 28, 3, 3, 5, 4],
    [49, 22, 6, 3, 2, 2, 0],
    [74, 7, 0, 0, 1, 2, 0],
  ],
};

export type Cell = 'support' | 'support_if' | 'oppose' | 'no_view' | 'refused' | 'not_home' | 'not_tried';
const cells: readonly Cell[] = ['support', 'support_if', 'oppose', 'no_view', 'refused', 'not_home', 'not_tried'];

/** What the household at this place of its building says in a round, counted from 0 both. */
export function cellOf(building: '14' | '15', round: number, place: number): Cell {
  let left = place;
  for (const [index, count] of (said[building][round] ?? []).entries()) {
    if (left < count) return cells[index] ?? 'not_tried';
    left -= count;
  }
  return 'not_tried';
}
