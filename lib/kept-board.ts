import { processWide } from './process-wide';

/** The board's finished answers in this process. Where it serves nothing, there are none to take down. */
export const keptBoard = processWide('board', () => ({ takeDown: (_changed: readonly string[]): void => {} }));
