// A thread that asks for a small file all the time, and says how long the longest answer took.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { port } = workerData as { port: number };
const agent = new http.Agent({ keepAlive: true });
let stopped = false;
let worst = 0;

const ask = () =>
  new Promise<number>((resolve, reject) => {
    const started = performance.now();
    http
      .get({ host: '127.0.0.1', port, path: '/icon.svg', agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(performance.now() - started));
      })
      .on('error', reject);
  });

parentPort?.on('message', () => {
  stopped = true;
});
await ask();
await ask();
parentPort?.postMessage('ready');
while (!stopped) {
  worst = Math.max(worst, await ask());
  await sleep(5);
}
parentPort?.postMessage(worst);
process.exit();
