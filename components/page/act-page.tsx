import type { ReactNode } from 'react';
import { orMissing, type Params, type Place, placeAt, type Shown } from '@/components/page/place';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { pathAsked, withoutOldNews } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { keepable } from '@/lib/text';

/** Somebody who is signed in, at an address of theirs. */
export interface Visit {
  locale: Locale;
  person: number;
  /** The address, with its prefix. */
  path: string;
  /** What is asked of the page, `?done=said`: the first of each. */
  search: Partial<Record<string, string>>;
  /** All there is of what may be asked several times: ticks. */
  every: (name: string) => string[];
}

/** The same in a community: how queries are called, and what its forms begin with. */
export type Act<No extends string> = Place<No> &
  Visit & { call: { by: { person: number }; community: string }; form: { community: string; locale: Locale } };

interface Props {
  params: Params;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What an address asks, without what no database takes. */
const readable = (said: Record<string, string | string[] | undefined>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      [value].flat().flatMap((one) => (one === undefined ? [] : [keepable(one)])),
    ]),
  );

async function visit(locale: Locale, { searchParams }: Props): Promise<Visit> {
  const path = pathAsked() || to.me(locale);
  const said = withoutOldNews(readable(await searchParams));
  const asked = Object.entries(said).map(([name, values]) => [name, values[0]]);
  const every = (name: string) => said[name] ?? [];
  return { locale, path, person: await requirePerson(locale, path), search: Object.fromEntries(asked), every };
}

/** A page of one who is signed in, in a community: at the desk, at the doors, or one act of a resident. */
export function actPage<No extends string>(numbers: readonly No[], show: (act: Act<No>) => Shown) {
  return async (props: Props) => {
    const { numbers: found, ...place } = await placeAt(numbers, props.params);
    const { locale, community } = place;
    const { person, ...rest } = await visit(locale, props);
    const call = { by: { person }, community };
    const act = { ...place, ...rest, person, call, form: { community, locale } };
    return orMissing(found ? show({ ...act, ...found }) : null, locale, community);
  };
}

/** A page of one's own, over all communities. */
export function mePage(show: (visit: Visit & { params: Record<string, string> }) => Shown) {
  return async (props: Props) => {
    const { locale, params } = await placeAt([], props.params);
    return orMissing(show({ ...(await visit(locale, props)), params }), locale);
  };
}

/** What stands in the place of all pages of a thing. */
interface Instead {
  instead: ReactNode;
}

type With<A, B> = Omit<A, keyof B> & B;

/** The pages of one thing: `begin` finds it, null where it is not there, and says what all of them begin with. */
export const pagesOf =
  <No extends string, Begun extends object>(
    numbers: readonly No[],
    begin: (act: Act<No>) => Promise<Begun | null | undefined>,
  ) =>
  (show: (act: With<Act<No>, Exclude<Begun, Instead>>) => Shown) =>
    actPage(numbers, async (act) => {
      const begun = await begin(act);
      if (!begun) return null;
      if ('instead' in begun) return begun.instead as ReactNode;
      return show({ ...act, ...(begun as Exclude<Begun, Instead>) });
    });
