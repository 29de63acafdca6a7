import { messages, newsOf } from '@/features/story/messages';
import { boardNews } from '@/features/story/queries/news';
import * as to from '@/lib/addresses';
import { htmlLang } from '@/lib/edition';
import { env } from '@/lib/env';
import { localeFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML: markup is shown as text, and characters XML 1.0 does not allow are left out. */
function xml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}

/** What somebody wrote, as HTML: in its lines, and apart from what is around it. */
const inLines = (text: string): string => `<bdi>${xml(text).replaceAll('\n', '<br>')}</bdi>`;

/** `GET /zhuguang/feed.atom`: what changed on the board, newest first (RFC 4287). */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; community: string }> }) {
  const { locale: edition, community: slug } = await params;
  const locale = localeFrom(edition);
  const t = pick(messages, locale).feed;
  const board = await boardNews(slug, { kinds: Object.keys(t.kinds) });
  if (!board) return new Response('Not found.\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  const site = (env.url ?? new URL(request.url).origin).replace(/\/$/, '');
  const host = new URL(site).hostname;
  const address = (path: string) => xml(`${site}${path}`);
  const entries = board.news.map(
    (one) => `  <entry>
    <id>tag:${host},2022:${xml(slug)}/proposals/${one.no}/${one.kind}/${new Date(one.at).getTime()}</id>
    <title>${xml(t.entry(one.no, `${newsOf(one, locale) ?? ''} · ${one.title}`))}</title>
    <updated>${new Date(one.at).toISOString()}</updated>
    <link href="${address(to.proposal(locale, slug, one.no))}"/>${one.reason ? `\n    <summary type="html">${xml(inLines(one.reason))}</summary>` : ''}
  </entry>
`,
  );
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLang(locale)}">
  <id>tag:${host},2022:${xml(slug)}</id>
  <title>${xml(t.title(locale === 'zh' ? board.nameZh : board.nameEn))}</title>
  <updated>${new Date(board.updated).toISOString()}</updated>
  <author><name>${xml(t.author)}</name></author>
  <link rel="self" href="${address(locale === 'en' ? `/en${to.feed(slug)}` : to.feed(slug))}"/>
  <link rel="alternate" href="${address(to.community(locale, slug))}"/>
${entries.join('')}</feed>
`;
  return new Response(body, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
