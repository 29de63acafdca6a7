import http from 'node:http';

/**
 * Asks for `path` over `connections` kept-alive connections for `seconds`, and waits for each answer before the next.
 * Resolves requests per second, p50 and p99 in milliseconds, and how many answers were not 200.
 */
export async function load({ port, path, connections = 16, seconds = 5, headers = {} }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let bad = 0;
  const end = performance.now() + seconds * 1000;
  const ask = () =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const request = http.get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
        if (response.statusCode !== 200) bad += 1;
        response.resume();
        response.once('end', () => {
          times.push(performance.now() - started);
          resolve();
        });
      });
      request.once('error', reject);
    });
  const worker = async () => {
    while (performance.now() < end) await ask();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), bad, count: times.length };
}
