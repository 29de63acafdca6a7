import type { State } from '@/features/proposals/rules';
import { type Act, never } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import { type CasePlace, mayLinkCase, mayRecordCase } from './policy';
import { checkLinking, checkUnlinking } from './rules';

/** 记诉求. */
export const recordCase: Act<CasePlace, never> = { name: 'case.record', why: never, by: mayRecordCase };

/** What is known of the proposal a case is put with, or taken out of. */
interface Linked {
  state: State;
}

export const linkCase: Act<Linked, 'goes_on_elsewhere'> = {
  name: 'case.link',
  why: ({ state }) => refusalOf(checkLinking(state)),
  by: mayLinkCase,
};

export const unlinkCase: Act<Linked, 'goes_on_elsewhere' | 'counted_on'> = {
  name: 'case.unlink',
  why: ({ state }) => refusalOf(checkUnlinking(state)),
  by: mayLinkCase,
};
