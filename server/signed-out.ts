import type { IncomingMessage } from 'node:http';
import { isLocalAddress } from '../lib/addresses';
import type { Answer } from '../lib/answer';
import { isOurOrigin } from '../lib/origin';
import { wordsBefore } from '../lib/upload';
import { keepInBrowser, signInFrom } from './aside';
import { SHORT } from './bodies';
import { isBelowApi, pagesOf } from './doors';
import { localeOf } from './error-page';
import { isForm } from './intake';
import { hearOut } from './refuse';

/** So long the beginning of a form is waited for, in milliseconds: words stand before the file. */
const PATIENCE = 2_000;

/** As much of a body as any form of words is long; what comes after it is not read here. */
function beginning(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const take = () => {
      for (let piece = request.read(); piece !== null; piece = request.read()) {
        pieces.push(piece);
        length += piece.length;
        if (length >= SHORT) break;
      }
      if (length >= SHORT || request.readableEnded || request.destroyed) end();
    };
    const late = setTimeout(() => end(), PATIENCE);
    const end = () => {
      clearTimeout(late);
      for (const name of ['readable', 'end', 'close']) request.off(name, take);
      resolve(Buffer.concat(pieces).subarray(0, SHORT));
    };
    for (const name of ['readable', 'end', 'close']) request.on(name, take);
    take();
  });
}

/**
 * A form with a photo or a sheet, of whoever is not signed in any more. The file is not taken; the words that came before it
 * are kept in the browser, and it goes to sign in and back, in the same tab.
 *
 * @returns whether that is what the request was; then it is answered
 */
export function signedOutForms(build: string) {
  const isPage = pagesOf(build);
  return async (request: IncomingMessage, answer: Answer): Promise<boolean> => {
    const { headers, url = '/', method } = request;
    const { origin, host } = headers;
    const isProgram = headers['next-action'] !== undefined || headers.accept?.includes('application/json');
    if (method !== 'POST' || isProgram || !isForm(request)) return false;
    if (!isOurOrigin({ ...(origin && { origin }), ...(host && { host }) })) return false;
    const begun = await beginning(request);
    // Announced, and nothing of it sent: there are no words to keep.
    if (begun.length === 0) return false;
    const data = await wordsBefore(begun, String(headers['content-type']));
    const back = data.get('back');
    const [page = '/'] = (isBelowApi(url) ? (isLocalAddress(back) ? back : '/me') : url).split('?', 1);
    const kept = await keepInBrowser(request, answer, { page, data, isPage });
    const locale = data.get('locale') === 'en' ? 'en' : localeOf(page);
    const { response } = answer;
    response.statusCode = 303;
    response.setHeader('location', signInFrom(locale, page, kept));
    response.setHeader('cache-control', 'no-store');
    hearOut(request, response);
    response.end();
    request.resume();
    return true;
  };
}
