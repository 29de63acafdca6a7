import { createHash } from 'node:crypto';

const words = {
  zh: {
    lang: 'zh-CN',
    title: '这一页没能打开',
    text: '是我们这边出了问题，不是您做错了什么。您刚才提交的内容可能没有保存，请过一会儿再试一次。',
    again: '再试一次',
    home: '回到首页',
    href: '/',
    foreign: '这次提交没有被接受',
    foreignText: '它是从别的网站发来的。请在本站打开这一页，再填一次。',
    large: '发来的东西太大了',
    largeText: '照片一次最多12MB，文字最多十万字。请回到上一页，您写的还在那里；照片换小一点的，文字删短些，再发一次。',
    verb: '这里不能这样打开',
    verbText: '请从页面上的链接和按钮走。',
    broken: '发来的东西看不懂',
    brokenText: '表没有发全，或者不是从本站的页面发来的，没有存上。请回到上一页，您写的字还在那里，再交一次。',
    old: '您那一页是旧的',
    oldText: '网站刚更新过，没有存上。请回到上一页，把写的字抄下来，刷新那一页再交一次。',
    none: '没有这一页',
    noneText: '可能已经被撤下，或者地址不对。',
    number: '如果还是不行，请把这个编号告诉社区工作者：',
  },
  en: {
    lang: 'en',
    title: 'This page could not be opened',
    text: 'Something went wrong on our side; you did nothing wrong. What you just sent may not have been saved. Please try again in a moment.',
    again: 'Try again',
    home: 'Back to the start',
    href: '/en',
    foreign: 'This was not accepted',
    foreignText: 'It was sent from another site. Please open this page here and fill it in again.',
    large: 'That was too large',
    largeText:
      'At most 12 MB of picture and 100,000 letters at a time. Go back one page, where your words still are, choose a smaller picture or write less, and send it again.',
    verb: 'This cannot be opened like that',
    verbText: 'Please use the links and buttons of the pages.',
    broken: 'This could not be read',
    brokenText:
      'The form did not arrive whole, or did not come from a page of this site, so it was not saved. Go back one page, where your words still are, and send it again.',
    old: 'That page was an old one',
    oldText:
      'The site has just been updated, so it was not saved. Go back one page, copy your words, reload that page and send it again.',
    none: 'There is no such page',
    noneText: 'It may have been taken down, or the address is wrong.',
    number: 'If it keeps happening, tell the community worker this number:',
  },
};

const style = `body{margin:0;font:1.125rem/1.7 system-ui,"Noto Sans CJK SC",sans-serif;color:#1f1b16;background:#fbf8f2}
main{max-width:36rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.6rem;line-height:1.3}a{color:#8c1d18}
code{word-break:break-all}li{margin:.5rem 0}`;

/** The page brings its own style, known by its hash: nothing else runs or loads. */
export const errorPolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `img-src 'self'`,
  `form-action 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => escapes[letter]);

/** Pages only: the answers of machine doors and of the client router carry their own bodies. */
export function isErrorToReplace(status, request, response) {
  const unread = request.method === 'POST' && (status === 400 || status === 409);
  if (
    (status < 500 && !unread) ||
    request.url?.startsWith('/api/') ||
    request.headers.rsc ||
    request.headers['next-action']
  )
    return false;
  const type = String(response.getHeader('content-type') ?? '');
  return type === '' || type.startsWith('text/html') || type.startsWith('text/plain');
}

const kinds = { 400: 'broken', 403: 'foreign', 404: 'none', 405: 'verb', 409: 'old', 413: 'large' };

/** A whole page for a 500, or for what is refused at the door (400, 403, 404, 405, 409, 413); needs no scripts. */
export function errorPage(url = '/', id = '', status = 500) {
  const path = url.split('?', 1)[0];
  const say = words[path === '/en' || path.startsWith('/en/') || path.startsWith('/en-big') ? 'en' : 'zh'];
  const kind = kinds[status];
  const title = say[kind ?? 'title'];
  const text = say[kind ? `${kind}Text` : 'text'];
  return Buffer.from(`<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>${title}</title>
<style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>
<ul><li><a href="${escaped(path)}">${say.again}</a></li><li><a href="${say.href}">${say.home}</a></li></ul>
<p>${say.number}<br><code>${escaped(id)}</code></p></main></body></html>
`);
}

const hostOf = (address) => {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
};

/**
 * Whether a form was posted from another site. Next would answer it with a 500 before our own check can speak; a
 * missing Origin is left to that check. `/api/` has rules of its own.
 */
export function isForeign(request, trustsProxy) {
  const { origin, host } = request.headers;
  if (request.method !== 'POST' || origin === undefined || request.url?.startsWith('/api/')) return false;
  const forwarded = trustsProxy ? request.headers['x-forwarded-host'] : undefined;
  return ![host, forwarded, hostOf(process.env.TONGXIN_URL ?? '')].filter(Boolean).includes(hostOf(origin));
}
