import { EDITIONS } from './edition';

/** Pages everybody finds at the foot of every other. */
export const LEAFLETS = ['how', 'help', 'privacy', 'accessibility'] as const;
export type LeafletName = (typeof LEAFLETS)[number];

/** What the first segment of an address says, when it is not the name of a community. */
const fixed = new Map<string, 'room' | 'edition' | 'machine' | 'leaflet' | 'shared' | 'spare'>([
  ...['act', 'me', 'door', 'desk', 'sign-in', 'aloud'].map((name) => [name, 'room'] as const),
  ...EDITIONS.map((name) => [name, 'edition'] as const),
  ...['api', '_next', 'icon.svg', 'favicon.ico'].map((name) => [name, 'machine'] as const),
  ...LEAFLETS.map((name) => [name, 'leaflet'] as const),
  ['playbooks', 'shared'],
  ...['inside', 'elder', 'search', 'district'].map((name) => [name, 'spare'] as const),
]);

/**
 * `room`: pages made for one visitor, with scripts. `edition`: the inner address of a page. `machine`: no page. `leaflet`: a page of the
 * board that belongs to no community; `shared`: several. `spare`: kept for what may come. Undefined: it may be a community.
 */
export const meaningOf = (first: string) => fixed.get(first);
