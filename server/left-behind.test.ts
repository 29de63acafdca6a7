import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { clearLeftBehind, socketFolder } from './left-behind';

const below = mkdtempSync(path.join(tmpdir(), 'tongxin-left-'));
after(() => rmSync(below, { recursive: true, force: true }));

const hoursOld = ({ folder }: { folder: string }) => utimesSync(folder, 0, Date.now() / 1000 - 7200);

test('the folder of a killed process goes at the next start; of a living one, or one about to listen, it stays', async () => {
  const killed = socketFolder(below);
  const code = `require('node:net').createServer().listen(${JSON.stringify(killed.socketPath)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  hoursOld(killed);
  assert.equal(await clearLeftBehind(below), 0, 'it lives');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.ok(existsSync(killed.socketPath), 'killed, it leaves its socket');

  const living = socketFolder(below);
  const server = net.createServer().listen(living.socketPath);
  await once(server, 'listening');
  hoursOld(living);
  const empty = socketFolder(below);
  hoursOld(empty);
  const young = socketFolder(below);
  const foreign = mkdtempSync(path.join(below, 'other-'));

  assert.equal(await clearLeftBehind(below), 2);
  const there = [killed.folder, empty.folder, living.folder, young.folder, foreign].map((one) => existsSync(one));
  assert.deepEqual(there, [false, false, true, true, true]);
  server.close();
});
