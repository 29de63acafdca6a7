import type { IncomingMessage } from 'node:http';

export const MOST_BYTES: number;
export const MOST_BYTES_READ_PAST: number;
export const MOST_PARTS: number;
export function refusedAtOnce(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): 0 | 405 | 413;
export function watchBody(request: Pick<IncomingMessage, 'push' | 'headers' | 'url'>, tooMuch: () => void): void;
export const MOST_WORDS: number;
export const MOST_BRACKETS: number;
export function isForm(request: Pick<IncomingMessage, 'headers'>): boolean;
