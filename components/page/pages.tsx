import type { ReactNode } from 'react';
import { Missing } from '@/components/page/missing';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { pathAsked } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom } from '@/lib/page';

/** What an address says; the numbers in it are numbers, what else it names stands in `params`. */
type Place<No extends string> = Record<No, number> & {
  locale: Locale;
  community: string;
  params: Record<string, string>;
};

/** Somebody who is signed in, at an address of theirs. */
export interface Visit {
  locale: Locale;
  person: number;
  /** The address, with its prefix. */
  path: string;
  /** What is asked of the page, `?done=said`: the first of each. */
  search: Partial<Record<string, string>>;
}

/** The same in a community: how queries are called, and what its forms begin with. */
export type Act<No extends string> = Place<No> &
  Visit & { call: { by: { person: number }; community: string }; form: { community: string; locale: Locale } };

/** What the page shows; null is *not found*: a row one may not see does not exist. */
type Shown = ReactNode | Promise<ReactNode>;

interface Props {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function orMissing(shown: Shown, locale: Locale, slug?: string) {
  const found = await shown;
  if (found !== null && found !== undefined) return found;
  missing();
  return <Missing locale={locale} slug={slug} />;
}

async function placeAt<No extends string>(numbers: readonly No[], given: Props['params']) {
  const params = await given;
  const found = numbers.map((name) => [name, numberFrom(params[name] ?? '')] as const);
  const place = { locale: localeFrom(params.locale ?? ''), community: params.community ?? '', params };
  const there = found.every(([, no]) => no !== undefined);
  return { ...place, numbers: there ? (Object.fromEntries(found) as Record<No, number>) : undefined };
}

async function visit(locale: Locale, { searchParams }: Props): Promise<Visit> {
  const path = pathAsked() || to.me(locale);
  const asked = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]]);
  return { locale, path, person: await requirePerson(locale, path), search: Object.fromEntries(asked) };
}

/** A page of the notice board: it knows of nobody who reads it. `numbers`: the segments that are numbers. */
export function boardPage<No extends string>(numbers: readonly No[], show: (place: Place<No>) => Shown) {
  return async ({ params: given }: Pick<Props, 'params'>) => {
    const { numbers: found, ...place } = await placeAt(numbers, given);
    return orMissing(found ? show({ ...place, ...found }) : null, place.locale, place.community);
  };
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
