import http from 'node:http';
import { quantile } from './figures';

export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were not 200. */
  bad: number;
  count: number;
}

export interface Target {
  port: number;
  path: string;
  connections?: number;
  seconds?: number;
  headers?: http.OutgoingHttpHeaders;
  /** Of whom each connection is, by turns. */
  cookies?: readonly string[];
}

/** Asks over kept-alive connections, and waits for each answer before the next. */
export async function load({
  port,
  path,
  connections = 16,
  seconds = 5,
  headers = {},
  cookies = [],
}: Target): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let bad = 0;
  const end = performance.now() + seconds * 1000;
  const ask = (cookie: string | undefined) =>
    new Promise<void>((resolve, reject) => {
      const started = performance.now();
      const request = http.get(
        { host: '127.0.0.1', port, path, agent, headers: { ...headers, ...(cookie && { cookie }) } },
        (response) => {
          if (response.statusCode !== 200) bad += 1;
          response.resume();
          response.once('end', () => {
            times.push(performance.now() - started);
            resolve();
          });
        },
      );
      request.once('error', reject);
    });
  const worker = async (_: unknown, at: number) => {
    while (performance.now() < end) await ask(cookies[at % cookies.length]);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  return {
    perSecond: times.length / elapsed,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bad,
    count: times.length,
  };
}
