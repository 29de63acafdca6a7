import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { rooms } from '@/features/rooms';

const features = new URL('../features/', import.meta.url);

test('every folder with a room is on the list, once, by its own name', () => {
  const folders = readdirSync(features).filter((name) => existsSync(new URL(`${name}/room.ts`, features)));
  assert.deepEqual(rooms.map(({ name }) => name).sort(), [...folders, 'platform'].sort());
});

test('no two rooms use one word for an act in the record, for a duty, or one door at the same place', () => {
  const once = (names: string[]) => assert.equal(new Set(names).size, names.length, names.join(' '));
  once(rooms.flatMap(({ record }) => Object.keys(record?.zh ?? {})));
  once(rooms.flatMap(({ duties = [] }) => duties.map(({ name }) => name)));
  const doors = rooms.flatMap((room) => room.doors ?? []);
  for (const place of ['board', 'desk', 'me'] as const) once(doors.flatMap((one) => (one[place] ? [one.path] : [])));
  for (const { label } of doors) assert.ok(label.zh && label.en);
});
