import { existsSync, readFileSync } from 'node:fs';
import { isSeen, written } from '../lib/text';

/** Markup that would leave an element behind, or a dialog open, if a page took it for its own. */
export const markup = [
  '<script data-pwned>alert(1)</script>',
  '"><img data-pwned src=x onerror=alert(1)>',
  "'><svg data-pwned onload=alert(1)>",
  '</textarea><iframe data-pwned srcdoc="<script>alert(1)</script>"></iframe>',
  '</title><b data-pwned>',
  '<a data-pwned href="javascript:alert(1)">点这里</a>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<!--[if gte IE 4]><b data-pwned><![endif]-->',
  '<style data-pwned>*{display:none}</style>',
  '<form data-pwned action=https://elsewhere.example><button>确认</button></form>',
];

/** Text that breaks what is careless with text. */
export const awkward = [
  "'; drop table opinion; --",
  "' or 1=1 --",
  '\\',
  '%s %n %x %00',
  '../../../../etc/passwd',
  '=cmd|"/c calc"!A1',
  '＝SUM(1,1)',
  '+86 13800000000',
  '\u202e反着写的\u202c',
  '零\u200b宽\u200d字\ufeff符',
  'Z\u0351\u036b\u0343a\u0332\u0319l\u0335g\u0321o\u031b',
  '👩‍👩‍👧‍👦🏳️‍🌈🇨🇳',
  '𠮷𡘙𪚥',
  'ﷺ﷽',
  'true',
  'null',
  '__proto__',
  'constructor',
  '1e309',
  '-0',
  '　全角空格　',
  '一二三四五六七八九十'.repeat(12),
  'W'.repeat(120),
  '第一行\n第二行\n• 点',
  'Z\u0351'.concat('\u036b'.repeat(380)),
  '\u2067从右往左\u2069 2022年3月5日',
  '\u202e不收尾的反写',
  '\u3164\u2800\u00ad只看得见这几个字\u200b',
  'ᄀ'.repeat(200),
];

export const corpus = [...markup, ...awkward];

/**
 * A larger collection where there is one, a JSON list of strings: the file `TONGXIN_NAUGHTY_STRINGS` names, or one of
 * test vectors beside the checkout.
 */
export function more(): string[] {
  const beside = new URL('../../shared/vectors/naughty-strings.json', import.meta.url);
  const file = process.env.TONGXIN_NAUGHTY_STRINGS ?? beside;
  const found: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

/** What is kept of it: nothing where nothing can be seen. */
export const postable = (text: string): string => (isSeen(text) ? written(text) : '');
