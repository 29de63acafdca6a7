/** How far a case has come. `merged`: it goes on with another. */
export const CASE_STATES = [
  'received',
  'dispatched',
  'returned',
  'signed',
  'contacted',
  'handling',
  'extended',
  'whistled',
  'escalated',
  'supervised',
  'replied',
  'awaiting_callback',
  'evaluated',
  'rework',
  'archived',
  'merged',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Nobody waits for an answer any more. */
export const ANSWERED = [
  'replied',
  'awaiting_callback',
  'evaluated',
  'archived',
  'merged',
] as const satisfies readonly CaseState[];

/** What was done with a case. */
export const CASE_STEPS = [
  'dispatch',
  'hand_on',
  'assign',
  'sign',
  'object',
  'dismiss',
  'contact',
  'handle',
  'extend',
  'whistle',
  'arrive',
  'escalate',
  'settle',
  'supervise',
  'assist',
  'reply',
  'close',
  'evaluate',
  'rework',
  'archive',
  'merge',
  'split',
  'nudge',
  'limit',
  'concluded',
  'resumed',
  'supplement',
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** In what a time limit is counted. */
export const MEASURES = ['hours', 'days', 'working_days'] as const;
export type Measure = (typeof MEASURES)[number];

/** The lists a community keeps for its work orders. */
export const LISTS = ['place', 'category', 'tier', 'agency', 'ground', 'template'] as const;
export type ListName = (typeof LISTS)[number];
