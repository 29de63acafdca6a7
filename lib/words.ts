import { htmlLang, type Locale } from '@/lib/edition';

/** A feature's words: `export const messages = { zh, en }`, both of one shape. */
export type Messages<T> = { zh: T; en: T };

/** One thing of a feature's words, in both languages. */
export const inBoth = <T, W>(messages: Messages<T>, of: (words: T) => W): Messages<W> => ({
  zh: of(messages.zh),
  en: of(messages.en),
});

/** The words of one language. */
export function pick<T>(messages: Messages<T>, locale: Locale): T {
  return messages[locale];
}

/** A moment, or a calendar date "YYYY-MM-DD" (which is the same day in Shanghai). */
export type When = Date | string;

const ZONE = 'Asia/Shanghai';
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
}

function moment(when: When): Date {
  return typeof when === 'string' ? new Date(when) : when;
}

const FULL = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const SHORT = { month: 'long', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** "2022年3月5日", "5 March 2022", in Shanghai. */
export function formatDate(when: When, locale: Locale): string {
  return dateFormat(locale, FULL).format(moment(when));
}

/** Without the year: "3月5日", "5 March". For lists under a heading that names the year. */
function formatDay(when: When, locale: Locale): string {
  return dateFormat(locale, SHORT).format(moment(when));
}

/** With the day of the week, to check a date by: "2022年3月5日（星期六）", "Saturday, 5 March 2022". */
export function formatWeekday(when: When, locale: Locale): string {
  const weekday = dateFormat(locale, { weekday: 'long' }).format(moment(when));
  return locale === 'zh' ? `${formatDate(when, locale)}（${weekday}）` : `${weekday}, ${formatDate(when, locale)}`;
}

/** One letter of the day of the week, under a number of a strip: "六", "S". */
export function formatWeekdayShort(when: When, locale: Locale): string {
  return dateFormat(locale, { weekday: 'narrow' }).format(moment(when));
}

/** "2022年3月5日 19:30", "5 March 2022, 19:30", in Shanghai. */
export function formatMoment(when: When, locale: Locale): string {
  const time = dateFormat(locale, TIME).format(moment(when));
  return locale === 'zh' ? `${formatDate(when, locale)} ${time}` : `${formatDate(when, locale)}, ${time}`;
}

/**
 * The last moment of a period that ends at `when`, said one way everywhere: at midnight it is the end of the day before,
 * "2022年3月5日24点", "5 March 2022, 24:00"; else the moment itself.
 */
export function formatUntil(when: When, locale: Locale): string {
  const end = moment(when);
  if (dateFormat('en', TIME).format(end) !== '00:00') return formatMoment(end, locale);
  const day = formatDate(new Date(end.getTime() - 1), locale);
  return locale === 'zh' ? `${day}24点` : `${day}, 24:00`;
}

/** Both ends included: "2022年3月5日—3月14日", "5 March – 14 March 2022". */
export function formatDays(from: When, to: When, locale: Locale): string {
  const year = dateFormat(locale, { year: 'numeric' });
  const sameYear = year.format(moment(from)) === year.format(moment(to));
  if (formatDate(from, locale) === formatDate(to, locale)) return formatDate(from, locale);
  if (!sameYear) return `${formatDate(from, locale)}${locale === 'zh' ? '—' : ' – '}${formatDate(to, locale)}`;
  if (locale === 'zh') return `${formatDate(from, locale)}—${formatDay(to, locale)}`;
  return `${formatDay(from, locale)} – ${formatDate(to, locale)}`;
}

/** "2,100". */
export function formatNumber(value: number | bigint, locale: Locale): string {
  return value.toLocaleString(htmlLang(locale));
}

/** The right one of an English word's two forms; Chinese has one: plural(3, 'household', 'households'). */
export function plural(count: number, one: string, other: string): string {
  return new Intl.PluralRules('en').select(count) === 'one' ? one : other;
}

const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 12 → 十二, 40 → 四十. From 1 to 99, as rounds are counted; other numbers stay in digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (units === 0 ? '' : (DIGITS[units] ?? ''));
}

/** The mark of a round: 一 in Chinese, 1 in English. */
export function roundMark(no: number, locale: Locale): string {
  return locale === 'zh' ? chineseNumeral(no) : String(no);
}

/** "甲、乙和丙", "A, B and C". */
export function formatList(
  items: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { type }).format(items);
}
