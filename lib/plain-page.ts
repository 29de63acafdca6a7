import { createHash } from 'node:crypto';
import type { Locale } from './edition';

const style = `body{margin:0;font:1.125rem/1.7 system-ui,"Noto Sans CJK SC",sans-serif;color:#1f1b16;background:#fbf8f2}
main{max-width:36rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.6rem;line-height:1.3}
a{display:inline-block;padding:.75rem 0;color:#8c1d18}`;

/** Nothing runs or loads but the page's own style, known by its hash. */
const policy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

interface Said {
  locale: Locale;
  title: string;
  text: string;
  link: { href: string; label: string };
}

/** A whole page for a door of a machine that somebody's browser has knocked at: what is the matter, and the way back. */
export function plainPage(status: number, { locale, title, text, link }: Said, more: Record<string, string>): Response {
  const body = `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>
<p><a href="${escaped(link.href)}">${escaped(link.label)}</a></p></main></body></html>
`;
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      ...more,
    },
  });
}
