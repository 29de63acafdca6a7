import { z } from 'zod';
import { inOneLine, isSeen } from './text';

/** Whatever people and telephones put between digits: blanks, hyphens, dots, brackets, signs but the plus of a country, characters that only steer. */
const BETWEEN = /[\p{Cf}\p{Z}\p{P}\s]|(?!\+)\p{S}/gu;

const digitsOf = (text: string): string => text.normalize('NFKC').replace(BETWEEN, '');

/** "+86 138-0000 0000", "１３８…", "138·0000·0000；" → "13800000000"; null when it is no mainland mobile number. */
export function normalPhone(text: string): string | null {
  const plain = digitsOf(text).replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(plain) ? plain : null;
}

/** A number somebody can be rung back at: a mobile, or a landline with its area code; null when it is neither. */
export function telephone(text: string): string | null {
  const landline = digitsOf(text).replace(/^(?:\+|00)860?(?=[1-9])/, '0');
  return normalPhone(text) ?? (/^0\d{2,3}[2-9]\d{6,7}$/.test(landline) ? landline : null);
}

/** What a number may be kept as: one that can be rung, and as a sheet has it. None where the text is no number. */
export function numbersIn(text: string): string[] {
  const said = inOneLine(text.normalize('NFKC'));
  return /^[\d\s+()-]+$/.test(said) ? [...new Set([telephone(said) ?? said, said])] : [];
}

/** The six digits of a code as it was typed, or of the whole message it came in; null when there are none, or several. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const alone = plain.replace(BETWEEN, '');
  if (/^\d{6}$/.test(alone)) return alone;
  const found = plain.match(/(?<!\d[\s\p{Pd}.]?)\d(?:[\s\p{Pd}.]?\d){5}(?![\s\p{Pd}.]?\d)/gu) ?? [];
  const codes = new Set(found.map(digitsOf));
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

/** Of a number so long the last four digits are shown. */
export const LONG_NUMBER = 9;

/** As it may be shown: "138****0000"; of a short number two digits at most, and of what is no number nothing but that it is there. */
export function maskedPhone(phone: string): string {
  const digits = digitsOf(phone);
  if (!/^\+?\d+$/.test(digits)) return '****';
  if (digits.length >= LONG_NUMBER) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.length > 4 ? digits.slice(-2) : ''}`;
}

export const phoneInput = z
  .string('required')
  .max(200, 'phone')
  .transform((value, context) => {
    const phone = normalPhone(value);
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: isSeen(value) ? 'phone' : 'required' });
    return z.NEVER;
  });

/** What stands between digits becomes a stroke where it is none, and goes at the ends. */
const printed = (text: string): string =>
  inOneLine(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .replace(/ ?(?:(?!\+)[\p{P}\p{S}] ?)+/gu, '-')
    .replace(/^-|-$/g, '');

/** A number of an office, as it is printed: `010-8888 6666`, `12345`. Empty: none. */
export const officeTelephone = z
  .string()
  .overwrite((value) => (isSeen(value) ? printed(value) : ''))
  .regex(/^(?:\+?\d[\d -]{1,18}\d)?$/, 'telephone')
  .default('');
