import { type BlankOf, MOST_ROWS as MOST_OF_BLANK } from '@/features/blanks/rules';
import { type Act, because, secondPerson } from '@/lib/act';
import { mayDecideExport, mayExport, mayExportBlank, mayExportFigures } from './policy';
import { MOST_A_DAY, MOST_ROWS } from './rules';

interface Asking {
  what: 'cases' | 'figures';
  personal: boolean;
  rows: number;
  /** How many whoever asks has asked for since yesterday. */
  lately: number;
}

/** 要导出. */
export const askExport: Act<Asking, 'nothing_to_export' | 'too_many_rows' | 'exported_enough'> = {
  name: 'export.ask',
  why: ({ rows, lately }) =>
    because(rows === 0, 'nothing_to_export') ??
    because(rows > MOST_ROWS, 'too_many_rows', { most: MOST_ROWS }) ??
    because(lately >= MOST_A_DAY, 'exported_enough', { most: MOST_A_DAY }),
  by: (who, asking) => (asking.what === 'figures' ? mayExportFigures(who) : mayExport(who, asking)),
};

interface Filling {
  of: BlankOf;
  personal: boolean;
  rows: number;
  /** So many rows have room in it; null: it grows. */
  room: number | null;
  lately: number;
}

/** 填空表. */
export const fillBlank: Act<Filling, 'nothing_to_export' | 'too_many_rows' | 'no_more_room' | 'exported_enough'> = {
  name: 'export.blank',
  why: ({ rows, room, lately }) =>
    because(rows === 0, 'nothing_to_export') ??
    because(rows > MOST_OF_BLANK, 'too_many_rows', { most: MOST_OF_BLANK }) ??
    because(room !== null && rows > room, 'no_more_room', { room: room ?? 0, rows }) ??
    because(lately >= MOST_A_DAY, 'exported_enough', { most: MOST_A_DAY }),
  by: mayExportBlank,
};

interface Waiting {
  decided: boolean;
  askedBy: number | null;
}

const undecided = ({ decided }: Waiting) => because(decided, 'export_decided');

/** 同意导出, and not. */
export const approveExport: Act<Waiting, 'export_decided' | 'second_person'> = {
  name: 'export.approve',
  why: undecided,
  by: mayDecideExport,
  unless: (actor, { askedBy }) => secondPerson(actor, askedBy),
};
export const refuseExport: Act<Waiting, 'export_decided'> = {
  name: 'export.refuse',
  why: undecided,
  by: mayDecideExport,
};
