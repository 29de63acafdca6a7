import fs from 'node:fs';
import path from 'node:path';

/**
 * Says of an address whether it is a door for machines, `/api/…`, that this build has. Every other address below `/api`
 * is none: Next would take a form sent there for a server action, and fail.
 */
export function doorsOf(build: string): (url?: string) => boolean {
  const routes = JSON.parse(fs.readFileSync(path.join(build, 'server', 'app-paths-manifest.json'), 'utf8')) as object;
  const names = new Set(Object.keys(routes).flatMap((route) => /^\/api\/([^/]+)\//.exec(route)?.[1] ?? []));
  return (url = '/') => names.has(/^\/api\/([^/?]+)/.exec(url)?.[1] ?? '');
}

export const isBelowApi = (url = '/'): boolean => /^\/api(?:[/?]|$)/.test(url);
