import type { ReactNode } from 'react';
import { Missing } from '@/components/page/missing';
import type { Locale } from '@/lib/edition';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom } from '@/lib/page';

/** What an address says; the numbers in it are numbers, what else it names stands in `params`. */
export type Place<No extends string> = Record<No, number> & {
  locale: Locale;
  community: string;
  params: Record<string, string>;
};

export type Params = Promise<Record<string, string>>;

/** What a page shows; null is *not found*: a row one may not see does not exist. */
export type Shown = ReactNode | Promise<ReactNode>;

/** `numbers`: the segments that are numbers; undefined where one of them is none. */
export async function placeAt<No extends string>(numbers: readonly No[], given: Params) {
  const params = await given;
  const found = numbers.map((name) => [name, numberFrom(params[name] ?? '')] as const);
  const there = found.every(([, no]) => no !== undefined);
  return {
    locale: localeFrom(params.locale ?? ''),
    community: params.community ?? '',
    params,
    numbers: there ? (Object.fromEntries(found) as Record<No, number>) : undefined,
  };
}

export async function orMissing(shown: Shown, locale: Locale, slug?: string) {
  const found = await shown;
  if (found !== null && found !== undefined) return found;
  missing();
  return <Missing locale={locale} slug={slug} />;
}
