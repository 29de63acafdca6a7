import { EDITIONS } from './edition';

/** What the first segment of an address says, when it is not the name of a community. */
const fixed = new Map<string, 'room' | 'edition' | 'machine' | 'spare'>([
  ...['act', 'me', 'door', 'desk', 'sign-in'].map((name) => [name, 'room'] as const),
  ...EDITIONS.map((name) => [name, 'edition'] as const),
  ...['api', '_next', 'icon.svg', 'favicon.ico'].map((name) => [name, 'machine'] as const),
  ...['inside', 'elder'].map((name) => [name, 'spare'] as const),
]);

/**
 * `room`: pages made for one person. `edition`: the inner address of a page. `machine`: no page. `spare`: kept for what
 * may come. Undefined: it may be a community.
 */
export const meaningOf = (first: string) => fixed.get(first);
