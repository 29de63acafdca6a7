import fs from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { type Answer, whileAnswering } from '../lib/answer';
import { keepDraft } from '../lib/drafts';
import { isSender } from '../lib/mark';
import { keepInBrowser, signInFrom, writtenIn } from './aside';
import type { Asker } from './asker';
import { pagesOf } from './doors';
import { errorPolicy, escaped, localeOf, wholePage } from './error-page';
import { formIn } from './form-in';
import { messages } from './messages';

/** Names of the actions a form without scripts asks for. */
const askedIn = (data: FormData): string[] =>
  [...data.entries()].flatMap(([name, value]) => {
    const [, own] = /^\$ACTION_ID_(\w+)$/.exec(name) ?? [];
    const [, bound] = (/^\$ACTION_\d+:0$/.test(name) && /^\{"id":"(\w+)"/.exec(String(value))) || [];
    return own ?? bound ?? [];
  });

/**
 * A form without scripts, of a page that is older than this build: no action takes it. What was written is kept, and the
 * page it stood on, made anew, begins with it: of whoever is signed in as a draft, of others in their browser.
 *
 * @returns whether that is what the request was; then it is answered
 */
export function outdatedForms(build: string) {
  const manifest = fs.readFileSync(path.join(build, 'server', 'server-reference-manifest.json'), 'utf8');
  const known = new Set(Object.keys((JSON.parse(manifest) as { node: object }).node));
  const isPage = pagesOf(build);

  return async (request: IncomingMessage, answer: Answer, { person }: Asker): Promise<boolean> => {
    const { headers, url = '/' } = request;
    if (headers['next-action'] !== undefined || headers.origin === undefined) return false;
    const data = await formIn(request);
    const asked = data ? askedIn(data) : [];
    if (!data || asked.length === 0 || asked.some((one) => known.has(one))) return false;
    const { response } = answer;
    const [page = '/'] = url.split('?', 1);
    const isOwn = person !== null && isSender(data, person);
    const kept = isOwn
      ? await whileAnswering({ ...answer, lane: 'entrance', isPage }, () =>
          keepDraft(person, { path: page, values: writtenIn(data) }),
        ).then(
          ({ ok }) => ok,
          () => false,
        )
      : await keepInBrowser(request, answer, { page, data, isPage });
    const locale = localeOf(url);
    const t = messages[locale];
    const [text, way] = kept ? [t.oldKept, t.openAgain] : [t.mishaps.old.text, t.again];
    const href = escaped(kept && !isOwn ? signInFrom(locale, page, true) : page);
    const body = `<p>${text}</p>\n<ul><li><a href="${href}">${way}</a></li></ul>`;
    response.statusCode = 409;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-security-policy', errorPolicy);
    response.end(wholePage({ locale, title: t.mishaps.old.title, body, answer }));
    return true;
  };
}
