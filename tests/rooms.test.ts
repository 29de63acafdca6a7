import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  once(rooms.flatMap(({ steps }) => Object.keys(steps?.zh ?? {})));
  const doors = rooms.flatMap((room) => room.doors ?? []);
  for (const place of ['board', 'desk', 'me'] as const) once(doors.flatMap((one) => (one[place] ? [one.path] : [])));
  for (const { label } of doors) assert.ok(label.zh && label.en);
});

test('whatever a household does, or a captain does at its door, has the one name of households in the record', () => {
  const one = new Set(rooms.flatMap((room) => room.ofHouseholds ?? []));
  const matrix = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');
  const acts = [...matrix.matchAll(/^\| ([a-z]+\.[a-z_]+) .*\| (home|door) /gm)].map(([, act = '']) => act);
  assert.ok(new Set(acts).size > 20);
  assert.deepEqual(
    [...new Set(acts)].filter((act) => !one.has(act)),
    [],
  );
});

test('every act at the desk has words and a place of its own in the life of a proposal; so has every part', () => {
  const desks = rooms.flatMap(({ desk }) => desk ?? []);
  for (const { said, places } of desks)
    for (const locale of ['zh', 'en'] as const)
      for (const word of Object.keys(places)) assert.ok(said[locale].room.desk[word]?.act, word);
  const places = desks.flatMap((desk) => Object.values(desk.places));
  const parts = desks.flatMap((desk) => (desk.parts ?? []).map(({ place }) => place));
  for (const each of [places, parts]) assert.equal(new Set(each).size, each.length);
});
