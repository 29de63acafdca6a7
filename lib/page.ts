import { type Edition, isEdition, type Locale, localeOf } from './edition';

/** What a page under `app/[locale]` is given; `locale` is an edition. */
export interface P<T = unknown> {
  params: Promise<T & { locale: string }>;
}

export const editionFrom = (value: string): Edition => (isEdition(value) ? value : 'zh');

export const localeFrom = (value: string): Locale => localeOf(editionFrom(value));

/** A number in an address: a whole number from 1, or undefined. */
export function numberFrom(value: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
