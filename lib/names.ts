import { inOneLine } from './text';

/** The dots that keyboards put between the parts of a name, and the one they all are: as `translate` of PostgreSQL takes them. */
export const DOTS = { typed: '•‧∙⋅・･', one: '······' };

/** In a text of single blanks: it never looks twice at one. */
const MIDDLE_DOT = / ?[·•‧∙⋅・･] ?|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;

/** What Unicode made of characters of GB 18030 that decoders still put into the private use area. */
const LATER: Record<string, string> = {
  '\ue816': '\u{20087}',
  '\ue817': '\u{20089}',
  '\ue818': '\u{200cc}',
  '\ue831': '\u{215d7}',
  '\ue83b': '\u{2298f}',
  '\ue855': '\u{241fe}',
};
const gb18030 = new TextDecoder('gb18030');

/** A character as an old Chinese font has it, U+E863: the row FE of GB 18030, of which the standard says that it is 䶮. */
function standard(old: string): string {
  const place = 0x50 + (old.charCodeAt(0) - 0xe815);
  return LATER[old] ?? gb18030.decode(Uint8Array.of(0xfe, place < 0x7f ? place : place + 1));
}

/**
 * A name as it is kept and compared: letters as a keyboard writes them, one dot between its parts however it was typed,
 * and rare characters of old fonts by their number in Unicode.
 */
export const nameOf = (text: string): string =>
  inOneLine(text.normalize('NFKC').replace(/[\ue815-\ue864]/g, standard)).replace(MIDDLE_DOT, '·');

/** Whether it has a character that only the font of one machine knows. */
export const hasPrivateUse = (name: string): boolean => /\p{Co}/u.test(name);

/** Whether it is written in Chinese characters alone, so that it may well be somebody's, whomever it looks like. */
export const isChinese = (name: string): boolean => /^[\p{Unified_Ideograph}〇· ]+$/u.test(name);
