/** 复诊: whether a playbook still holds. */
export const REVIEW_VERDICTS = ['holds', 'doubtful'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** What became of it where another community took it up; the worst first. */
export const ADOPTION_OUTCOMES = ['failed', 'partly', 'helped'] as const;
export type AdoptionOutcome = (typeof ADOPTION_OUTCOMES)[number];

/** A step: what is done, by whom, and what is written down. */
export interface PlaybookStep {
  what: string;
  who: string;
  paper: string;
}

/** 同意 of a group in its first and its last round, as the board tells them; null where it does not. */
interface GroupBeforeAfter {
  name: string;
  effect: 'benefits' | 'bears' | 'neutral';
  households: number;
  first: number | null;
  last: number | null;
}

/** Callbacks of the whole community in one period, as its board told them. */
export interface PeriodTold {
  from: string;
  to: string;
  effective: number;
  resolved: number;
  satisfied: number;
  fairly: number;
}

/** What the proposal came to, as far as the board may tell; counted when the playbook was drawn. */
export interface PlaybookEffect {
  /** Cases that were put with it; null: fewer than five. */
  cases: number | null;
  rounds: number;
  versions: number;
  groups: GroupBeforeAfter[];
  /** Of the last wave of callbacks; null: too few. */
  calledBack: { answered: number; content: number } | null;
  /** The last period before the first round, and the last one after the works when it was drawn; not known of the earliest ones. */
  figures?: { before: PeriodTold | null; after: PeriodTold | null };
}
