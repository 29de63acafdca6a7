import fs from 'node:fs';
import http from 'node:http';
import type { Edition } from '../lib/edition';
import type { Made } from './board-cache';
import { clearLeftBehind, socketFolder } from './left-behind';

export interface Inner {
  render(edition: Edition, path: string, id: string): Promise<Made>;
  end(): Promise<void>;
}

/**
 * What is made of a board address for nobody in particular: no cookie but the edition's, no header of a visitor.
 *
 * @param site the address of the site
 * @param handle makes the page; it hears of the request that asked first by `x-request-id`
 */
export function inner(site: string, handle: http.RequestListener): Inner {
  const { folder, socketPath } = socketFolder();
  clearLeftBehind().catch(() => {});
  const server = http.createServer(handle);
  // Nobody but this process asks here: a connection closed for idling would be taken for a page that failed.
  server.keepAliveTimeout = 0;
  const listening = new Promise<void>((resolve) => server.listen(socketPath, resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const { host } = new URL(site);

  const ask = (path: string, headers: Record<string, string>) =>
    new Promise<Made>((resolve, reject) => {
      const request = http.get({ socketPath, agent, path, headers, timeout: 60_000 }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 500,
            type: answer.headers['content-type'] ?? 'text/plain',
            location: answer.headers.location,
            turnsAt: Number(answer.headers['x-turns-at'] ?? Number.POSITIVE_INFINITY),
            shows: answer.headers['x-shows']?.toString().split(' '),
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      request.on('timeout', () => request.destroy(new Error('the board page took too long')));
      request.on('error', reject);
    });

  return {
    async render(edition, path, id) {
      await listening;
      const [language, big] = edition.split('-');
      const known = path === '/*' ? '/-/-/-' : path;
      const address = language === 'en' ? `/en${known === '/' ? '' : known}` : known;
      return ask(address, { host, 'x-request-id': id, ...(big ? { cookie: 'edition=big' } : {}) });
    },
    end: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => {
          fs.rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
