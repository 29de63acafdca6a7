import { type Act, because, never } from '@/lib/act';
import { personOf, type Role } from '@/lib/actor';
import { mayKeep, mayTakeOver } from './policy';

interface Leaving {
  personId: number;
  role: Role;
  open: readonly unknown[];
}

/** 接手: before a term is closed whoever is to keep a promise says so themselves. */
export const takeOver: Act<Leaving, 'nothing_open'> = {
  name: 'term.take_over',
  why: ({ open }) => because(open.length === 0, 'nothing_open'),
  by: mayTakeOver,
};

/** 保管: a key, a document, whom to ask, in the hands of somebody in office. */
export const keepThing: Act<object, never> = { name: 'thing.keep', why: never, by: mayKeep };

/** 还了: by whoever it is with now. */
export const endThing: Act<{ keeper: number | null; ended: boolean }, 'thing_ended' | 'not_with_you'> = {
  name: 'thing.end',
  why: ({ ended }) => because(ended, 'thing_ended'),
  by: mayKeep,
  unless: (actor, { keeper }) => because(personOf(actor) !== keeper, 'not_with_you'),
};
