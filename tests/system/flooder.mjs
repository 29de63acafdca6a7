// A thread that sends the same request over so many connections, each again as soon as it is answered.
import http from 'node:http';
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

const { port, connections, requests } = workerData;
// Whoever floods sits elsewhere: what it costs to send is not taken from the house.
os.setPriority(os.constants.priority.PRIORITY_LOW);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
let running = false;
let seen = {};

const send = ({ method, path, headers, body }) =>
  new Promise((resolve) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      answer.resume();
      answer.once('close', () => resolve(answer.statusCode));
    });
    request.once('error', () => resolve('broken off'));
    request.end(body);
  });

async function sendOn(request, own) {
  while (running) {
    const status = await send(request);
    own[status] = (own[status] ?? 0) + 1;
  }
}

parentPort.on('message', (message) => {
  if (message === 'end') process.exit();
  if (message === 'stop') {
    running = false;
    parentPort.postMessage(seen);
    return;
  }
  seen = {};
  running = true;
  for (let n = 0; n < connections; n += 1) sendOn(requests[message], seen);
});
parentPort.postMessage('ready');
