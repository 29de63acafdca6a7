import fs from 'node:fs';
import path from 'node:path';

const routesOf = (build: string): string[] =>
  Object.keys(
    JSON.parse(fs.readFileSync(path.join(build, 'server', 'app-paths-manifest.json'), 'utf8')) as Record<
      string,
      string
    >,
  );

/** Says of an address whether this build has a page there; what catches everything else is none. */
export function pagesOf(build: string): (path: string) => boolean {
  const patterns = routesOf(build).flatMap((route) => {
    const [, below] = /^\/\[locale\](\/.*)?\/page$/.exec(route) ?? [];
    if (below === undefined || below.includes('[...')) return [];
    const named = below.replace(/\/\([^/]*\)/g, '').replace(/\[[^\]/]+\]/g, '[^/]+');
    return [new RegExp(`^(?:/en)?${named}$`)];
  });
  return (asked) => patterns.some((pattern) => pattern.test(asked));
}

/**
 * Says of an address whether it is a door for machines, `/api/…`, that this build has. Every other address below `/api`
 * is none: Next would take a form sent there for a server action, and fail.
 */
export function doorsOf(build: string): (url?: string) => boolean {
  const names = new Set(routesOf(build).flatMap((route) => /^\/api\/([^/]+)\//.exec(route)?.[1] ?? []));
  return (url = '/') => names.has(/^\/api\/([^/?]+)/.exec(url)?.[1] ?? '');
}

/** Doors that know no session: whoever comes says in each request by which key. */
export const isByKey = (url = '/'): boolean => /^\/api\/open311\//.test(url);

export const isBelowApi = (url = '/'): boolean => /^\/api(?:[/?]|$)/.test(url);
