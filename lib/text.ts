/**
 * What somebody wrote, as it is kept and counted: lines end with `\n`, no controls, and one character is what people see
 * as one (an extended grapheme cluster of Unicode Standard Annex 29).
 */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Line breaks of every system, of Word and of Unicode. */
export const BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Controls but line break and tab; what is no character at all. */
const CONTROL = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu;
/** Turns what stands after it too, in a title, a sentence, a letter; Chinese needs none, and other scripts turn by themselves. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** The same of a single place: between letters of one line they would move a number. */
const TURNING_MARK = /[\u061c\u200e\u200f]/g;
/** Marks upon marks: no script sets more than four upon one letter. */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** What makes one character with its neighbour: marks, joiners, skins and flags, the letters of Hangul. */
const JOINING =
  '\\p{M}\\p{Cf}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u1100-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7fb\\u0e33\\u0eb3\\uff9e\\uff9f';
const JOINED = new RegExp(`[${JOINING}]`, 'u');
/** Where a character may be longer than any picture of Unicode, which has ten code points at most. */
const ENDLESS = new RegExp(`[${JOINING}]{12}|(?:[^${JOINING}][${JOINING}]+){3}`, 'u');
const LONGEST = 12;

/** Whether PostgreSQL and UTF-8 can keep it: no NUL, no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** What can be kept of anything that was sent, to be given back. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

function ofBearableLength(text: string): string {
  if (!ENDLESS.test(text)) return text;
  let bearable = '';
  for (const { segment } of segmenter.segment(text)) {
    const points = segment.length > LONGEST ? [...segment] : [];
    bearable += points.length > LONGEST ? points.slice(0, LONGEST).join('') : segment;
  }
  return bearable;
}

/** Letters, digits, Han and their punctuation, each a character of its own: most texts, of which all stays. */
const USUAL = /^[\n\x20-\x7e\u2014\u2018-\u201d\u2026\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A text of several lines as it is kept, without white space at its ends. */
export const written = (text: string): string =>
  USUAL.test(text)
    ? text.trim()
    : ofBearableLength(
        keepable(text).replace(BREAK, '\n').replace(CONTROL, '').replace(TURNING, '').replace(PILED, '$1'),
      ).trim();

/** A text of one line as it is kept: all white space between words is one blank. */
export const inOneLine = (text: string): string => written(text).replace(TURNING_MARK, '').replace(/\s+/gu, ' ').trim();

/** Whether anything of it can be seen: blanks, fillers, marks without a letter, empty heads of notes, places of what is not there and all that only steers is nothing. */
export const isSeen = (text: string): boolean =>
  /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u.test(text);

/** How many characters people see; of what is far too long, its code units. */
export function lengthOf(text: string): number {
  if (text.length > 20_000) return text.length;
  let count = 0;
  for (const _ of JOINED.test(text) ? segmenter.segment(text) : text) count += 1;
  return count;
}

/** Whether people see more than so many characters. */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let count = 0;
  for (const _ of JOINED.test(text) ? segmenter.segment(text) : text) if (++count > most) return true;
  return false;
}

/** At most `units` code units of it, and no character in part. */
export function cut(text: string, units: number): string {
  if (text.length <= units) return text;
  const first = segmenter.segment(text).containing(units)?.index ?? units;
  return first > 0 ? text.slice(0, first) : text.slice(0, units).toWellFormed();
}

/** What somebody looks for, as an address has it: as it would be kept, and not endless. */
export const lookedFor = (text: string | undefined): string => {
  const line = inOneLine(text ?? '');
  return isSeen(line) ? cut(line, 80) : '';
};
