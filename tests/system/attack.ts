import http from 'node:http';
import type pg from 'pg';
import type { Said, Visitor } from './visitor';

/** What an attack is given: two instances behind one database, and somebody signed in at the first. */
export interface Attack {
  ports: [number, number];
  host: string;
  env: Record<string, string>;
  distribution: string;
  log: string;
  say: (line: string) => void;
  db: pg.Client;
  /** The server action with which an opinion is given, and the cookies of somebody who may. */
  action: string;
  cookie: string;
  worker: Visitor;
  /** Everything that was wrong. */
  found: string[];
  /** Forgets what was counted of the minutes before. */
  uncounted: () => Promise<unknown>;
}

export type Parts = [name: string, value: unknown][];
export interface Asked {
  method?: string;
  path: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string;
}

/** A body as browsers send it. */
export const form = (parts: Parts) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  body: `${parts.map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--edge--\r\n`,
});

/** One request as it stands, with the session of `visit`. */
export function send(
  { port, host }: { port: number; host: string },
  { method = 'POST', path, headers = {}, body }: Asked,
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const all = { host, origin: `http://${host}`, ...headers };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, location: headers.location, headers, body: text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
