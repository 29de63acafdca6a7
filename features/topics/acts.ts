import type { OppositeVerdict } from '@/db/words/topics';
import { mayLinkCase } from '@/features/cases/policy';
import { type Act, because, never } from '@/lib/act';
import { asSystem } from '@/lib/actor';
import { refusalOf } from '@/lib/result';
import { checkVerdict } from './rules';

/** 拿几件诉求提一件提案. */
export const proposeTopic: Act<object, never> = { name: 'topic.propose', why: never, by: mayLinkCase };

/** What was worked out at night is kept until the next one. */
export const keepTopics: Act<object, never> = { name: 'topic.keep', why: never, by: asSystem };

/** Complaints that may pull against each other, where they are others than were found last. */
export const keepOpposites: Act<{ kept: boolean }, 'kept_already'> = {
  name: 'opposite.keep',
  why: ({ kept }) => because(kept, 'kept_already'),
  by: asSystem,
};

/** 选社区: what is counted on the 19th of a month. */
export const keepSelection: Act<{ kept: boolean }, 'kept_already'> = {
  name: 'selection.keep',
  why: ({ kept }) => because(kept, 'kept_already'),
  by: asSystem,
};

interface Spoken {
  /** What was said last of every two of them. */
  verdicts: readonly (OppositeVerdict | null)[];
  /** Null: nobody has said yet what it is to be. */
  wanted: OppositeVerdict | null;
}

/** 是不是两边的话: whether complaints pull against each other. */
export const decideOpposite: Act<Spoken, 'already_dismissed' | 'already_confirmed'> = {
  name: 'opposite.decide',
  why: ({ verdicts, wanted }) => wanted && refusalOf(checkVerdict(verdicts, wanted)),
  by: mayLinkCase,
};
