import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codings } from './codings';

test('a coding is taken where the browser takes it, and not where its weight is nought', () => {
  const said: [string | undefined, string][] = [
    ['gzip, deflate, br', 'br'],
    ['br;q=0', 'identity'],
    ['br;q=0, gzip', 'gzip'],
    ['br ; q=0 , gzip', 'gzip'],
    ['br;Q=0.000,gzip;q=0.1', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', 'identity'],
    ['gzip;q=x', 'identity'],
    ['brotli', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ];
  for (const [accepted, coding] of said) assert.equal(codings(accepted), coding, accepted);
});
