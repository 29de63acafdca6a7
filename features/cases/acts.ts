import type { State } from '@/features/proposals/rules';
import { type Act, because, never, secondPerson } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import { type CasePlace, mayLinkCase, mayPostCase, mayRecordCase, mayTakeDownCase } from './policy';
import { checkLinking, checkUnlinking } from './rules';

/** 记诉求. */
export const recordCase: Act<CasePlace, never> = { name: 'case.record', why: never, by: mayRecordCase };

/** What is known of the proposal a case is put with, or taken out of. */
interface Linked {
  state: State;
}

export const linkCase: Act<Linked, 'goes_on_elsewhere'> = {
  name: 'case.link',
  recurs: true,
  why: ({ state }) => refusalOf(checkLinking(state)),
  by: mayLinkCase,
};

export const unlinkCase: Act<Linked, 'goes_on_elsewhere' | 'counted_on'> = {
  name: 'case.unlink',
  recurs: true,
  why: ({ state }) => refusalOf(checkUnlinking(state)),
  by: mayLinkCase,
};

interface Reported {
  posted: boolean;
  recordedBy: number | null;
}

/** What a resident wrote hangs on the board once somebody has looked at it. */
export const postCase: Act<Reported, 'already_posted' | 'second_person'> = {
  name: 'case.post',
  recurs: true,
  why: ({ posted }) => because(posted, 'already_posted'),
  by: mayPostCase,
  unless: (actor, { recordedBy }) => secondPerson(actor, recordedBy),
};

/** What hangs and should not, or should otherwise, comes down; it hangs again once somebody has looked anew. */
export const takeDownCase: Act<Reported, 'not_hanging' | 'second_person'> = {
  name: 'case.take_down',
  recurs: true,
  why: ({ posted }) => because(!posted, 'not_hanging'),
  by: mayTakeDownCase,
  undoes: () => ({ posted: 1 }),
  unless: (actor, { recordedBy }) => secondPerson(actor, recordedBy),
};
