/** An edition is a language and a size of print; it is the first segment of every page's inner address. */
export type Locale = 'zh' | 'en';
export type Edition = 'zh' | 'en' | 'zh-big' | 'en-big';

export const EDITIONS: readonly Edition[] = ['zh', 'en', 'zh-big', 'en-big'];

export function isEdition(value: unknown): value is Edition {
  return typeof value === 'string' && (EDITIONS as readonly string[]).includes(value);
}

export function localeOf(edition: Edition): Locale {
  return edition === 'en' || edition === 'en-big' ? 'en' : 'zh';
}

/** Elder mode: the same page, larger. */
export function isBig(edition: Edition): boolean {
  return edition === 'zh-big' || edition === 'en-big';
}

/** Whether these cookies ask for large print. */
export const asksForBig = (cookie = ''): boolean => /(?:^|;\s*)edition=big(?:;|$)/.test(cookie);

/** The `lang` attribute of a page. */
export function htmlLang(locale: Locale): 'zh-CN' | 'en' {
  return locale === 'zh' ? 'zh-CN' : 'en';
}
