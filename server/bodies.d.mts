import type { IncomingMessage } from 'node:http';

export function pacing(options?: { bytesPerSecond?: number }): (request: IncomingMessage) => void;
