import { addressesOf, homes, type Numbers, pageTypes, visitorsOf } from '../tests/system/page-types';
import type { Visitor } from '../tests/system/visitor';
import { visitor } from '../tests/system/visitor';
import type { Web } from './trial';

/** A page that is measured: at which address, and for whom. */
export interface Chosen {
  type: string;
  address: string;
  identity: string | undefined;
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

/** The first address of a kind of page that is there, for the first of those it is for. */
async function choose(type: string, numbers: Numbers, who: Visits): Promise<Chosen | undefined> {
  for (const identity of visitorsOf(type)) {
    const visit = await who.of(identity);
    for (const address of addressesOf(type, numbers))
      if ((await visit.get(address)).status === 200) return { type, address, identity };
  }
  return undefined;
}

/** Further pages of a list are read in the large one alone, and compared with the list of the small one. */
const further = /\/(after|before)\/\[[a-z]+\]/;

interface Side {
  numbers: Numbers;
  who: Visits;
}

/** What is measured of the kinds of page that begin with `wanted`, and the kinds nothing is under way of. */
export async function choosePages(small: Side, large: Side, wanted: string) {
  const found: Chosen[] = [];
  const missing: string[] = [];
  for (const type of pageTypes().filter((one) => one.startsWith(wanted))) {
    if (further.test(type)) {
      const list = await choose(type.replace(new RegExp(`${further.source}$`), ''), small.numbers, small.who);
      const page = list && (await choose(type, large.numbers, large.who));
      if (page) found.push({ ...page, identity: list.identity, beside: list.address });
      else missing.push(type);
      continue;
    }
    const chosen = await choose(type, small.numbers, small.who);
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
