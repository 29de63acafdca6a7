import { type Found, findPages, type Look } from '../tests/system/finding';
import { homes, type Numbers, pageTypes } from '../tests/system/page-types';
import type { Visitor } from '../tests/system/visitor';
import { visitor } from '../tests/system/visitor';
import type { Web } from './trial';

/** A page that is measured: at which address, and for whom. */
export interface Chosen extends Found {
  /** What it is compared with in the small one, where that is another address. */
  beside?: string;
}

export type Visits = ReturnType<typeof visits>;

/** Somebody who is signed in once for each identity on one server. */
export function visits({ port }: Web) {
  const known = new Map<string | undefined, Visitor>();
  return {
    async of(identity: string | undefined): Promise<Visitor> {
      const before = known.get(identity);
      if (before) return before;
      const visit = visitor({ port });
      if (identity) await visit.become(identity);
      known.set(identity, visit);
      return visit;
    },
    end() {
      for (const visit of known.values()) visit.end();
    },
  };
}

/** Further pages of a list are read in the large one alone, and compared with the list of the small one. */
const further = /\/(after|before)\/\[[a-z]+\]$/;

interface Side {
  numbers: Numbers;
  who: Visits;
}

/** What is measured of the kinds of page that begin with `wanted` (or one of them, with commas between), and the kinds nothing is under way of. */
export async function choosePages(small: Side, large: Side, wanted: string) {
  const all = pageTypes();
  const types = all.filter((one) => wanted.split(',').some((begin) => one.startsWith(begin)));
  const isFurther = (type: string) => further.test(type);
  const listOf = (type: string) => type.replace(further, '');
  const look =
    ({ who }: Side): Look =>
    async (identity, address) =>
      (await who.of(identity)).get(address);
  const here = await findPages(look(small), all, [...new Set(types.map(listOf))], small.numbers);
  const there = await findPages(look(large), all, types.filter(isFurther), large.numbers);
  const found: Chosen[] = [];
  const missing: string[] = [];
  for (const type of types) {
    const chosen = here.get(listOf(type));
    if (isFurther(type)) {
      const page = there.get(type);
      if (chosen && page) found.push({ ...page, identity: chosen.identity, beside: chosen.address });
      else missing.push(type);
      continue;
    }
    if (!chosen) {
      missing.push(type);
      continue;
    }
    found.push(chosen);
    for (const identity of (homes[type] ?? []).filter((one) => one !== chosen.identity)) {
      const { status } = await (await small.who.of(identity)).get(chosen.address);
      if (status === 200) found.push({ ...chosen, identity });
    }
  }
  return { found, missing };
}
