// A thread that sends the same request over so many connections, each again as soon as it is answered.
import http from 'node:http';
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

/** One request, as it is sent over and over. */
export interface Request {
  method: string;
  path: string;
  headers: http.OutgoingHttpHeaders;
  body?: string;
}

const { port, connections, requests } = workerData as {
  port: number;
  connections: number;
  requests: Record<string, Request>;
};
// Whoever floods sits elsewhere: what it costs to send is not taken from the house.
os.setPriority(os.constants.priority.PRIORITY_LOW);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
let running = false;
let seen: Record<string, number> = {};

const send = ({ method, path, headers, body }: Request) =>
  new Promise<number | string>((resolve) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      answer.resume();
      answer.once('close', () => resolve(answer.statusCode ?? 0));
    });
    request.once('error', () => resolve('broken off'));
    request.end(body);
  });

async function sendOn(request: Request, own: Record<string, number>) {
  while (running) {
    const status = await send(request);
    own[status] = (own[status] ?? 0) + 1;
  }
}

parentPort?.on('message', (message) => {
  if (message === 'end') process.exit();
  if (message === 'stop') {
    running = false;
    parentPort?.postMessage(seen);
    return;
  }
  const request = requests[message];
  if (!request) throw new Error(`no request is called ${message}`);
  seen = {};
  running = true;
  for (let n = 0; n < connections; n += 1) sendOn(request, seen);
});
parentPort?.postMessage('ready');
