import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'tongxin-board-';
const SOCKET = 'inner';
/** A folder this young may belong to somebody who is about to listen. */
const SETTLED_MS = 60_000;

/** Whether somebody listens on a socket; one too busy to take us counts. */
const answers = (socketPath: string) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(socketPath, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'));
  });

/** A new folder for the socket of this process, and the path of that socket. */
export function socketFolder(below = os.tmpdir()): { folder: string; socketPath: string } {
  const folder = fs.mkdtempSync(path.join(below, PREFIX));
  return { folder, socketPath: path.join(folder, SOCKET) };
}

/**
 * Takes away the folders of processes that were killed and could not do it themselves: nobody listens in them. Others'
 * folders, which we may not touch, stay. Resolves how many went.
 */
export async function clearLeftBehind(below = os.tmpdir()): Promise<number> {
  const named = fs.readdirSync(below).filter((name) => name.startsWith(PREFIX));
  const gone = await Promise.all(
    named.map(async (name) => {
      const folder = path.join(below, name);
      try {
        if (Date.now() - fs.lstatSync(folder).mtimeMs < SETTLED_MS) return false;
        if (await answers(path.join(folder, SOCKET))) return false;
        fs.rmSync(folder, { recursive: true });
        return true;
      } catch {
        return false;
      }
    }),
  );
  return gone.filter(Boolean).length;
}
