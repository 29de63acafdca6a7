import { type Act, because, secondPerson } from '@/lib/act';
import { mayDecideExport, mayExport, mayExportFigures } from './policy';
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
