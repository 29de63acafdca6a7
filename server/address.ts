import { asksForBig, type Edition, type Locale } from '../lib/edition';
import { meaningOf } from '../lib/segments';

const plain = /^\/[a-z][a-z0-9-]*(?:\/[A-Za-z0-9][A-Za-z0-9._~-]*)*$/;
const file = /^[a-z0-9-]+\.[a-z0-9]+$/;

export interface Address {
  /** As it was asked for, without query. */
  asked: string;
  edition: Edition;
  /** Without language. */
  path: string;
  /** What the first segment of `path` is for; a community, or nothing, when undefined. */
  meaning: ReturnType<typeof meaningOf>;
}

/** What an address means, read with the edition its visitor has chosen. */
export function addressOf(url = '/', cookie = ''): Address {
  const [asked = '/'] = url.split('?', 1);
  const english = asked === '/en' || asked.startsWith('/en/');
  const path = english ? asked.slice(3) || '/' : asked;
  const locale: Locale = english ? 'en' : 'zh';
  const edition: Edition = asksForBig(cookie) ? `${locale}-big` : locale;
  return { asked, edition, path, meaning: meaningOf(path.split('/')[1] ?? '') };
}

/** Where somebody who names an edition in an address finds the page: undefined for every other address. */
export function withoutEdition(url = '/'): string | undefined {
  const [, edition = '', rest = ''] = /^\/(zh|zh-big|en-big)(?=[/?]|$)(.*)$/s.exec(url) ?? [];
  if (!edition) return undefined;
  // More slashes than one would name another site.
  const path = rest.replace(/^[/\\]+/, '/');
  if (edition === 'en-big') return `/en${path}`;
  return path.startsWith('/') ? path : `/${path}`;
}

export interface BoardAddress {
  edition: Edition;
  /** `/*` for what cannot be an address of the board, `/` for the list of communities. */
  path: string;
  /** Where it is instead. */
  to?: string;
}

/** Which page of the board an address means; undefined for other rooms and for files. */
export function boardAddress(url?: string, cookie?: string): BoardAddress | undefined {
  const { asked, edition, path, meaning } = addressOf(url, cookie);
  if ((meaning && !['spare', 'shared', 'leaflet'].includes(meaning)) || file.test(path.split('/')[1] ?? ''))
    return undefined;
  if (path === '/') return { edition, path };
  if (path.endsWith('/') && plain.test(path.replace(/\/+$/, '')))
    return { edition, path, to: asked.replace(/\/+$/, '') };
  return { edition, path: plain.test(path) ? path : '/*' };
}
