import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from '@/features/blanks/rules';
import { orders } from '@/features/exchange/sheet';
import { register } from '@/features/people/sheet';
import { fieldsIn } from '@/lib/demands';
import { commands } from '@/lib/gate';
import { namesOf } from '@/lib/sheet/blank/meaning';
import { nameKey } from '@/lib/sheet/heading';
import { filesBelow } from '@/scripts/test-files.mjs';

type Named = Readonly<Record<string, { zh: string; en: string; also?: readonly string[] }>>;

const namesIn = (columns: Named, without: readonly string[]) =>
  Object.entries(columns)
    .filter(([column]) => !without.includes(column))
    .flatMap(([, { zh, en, also = [] }]) => [zh, en, ...also]);

/** Kept with an order as its sheet said it, and in no column of ours. */
const AS_IT_CAME = ['tags', 'manner', 'company', 'nature', 'effective'];

test('whatever a sheet brings in under some name, a blank sheet is filled in with under that name', () => {
  const homes = namesOf(FIELDS.homes);
  const cases = namesOf(FIELDS.cases);
  const unknown = (names: string[], known: ReadonlyMap<string, string>) =>
    names.filter((name) => !known.has(nameKey(name)));
  assert.deepEqual(unknown(namesIn(register.columns, []), homes), []);
  assert.deepEqual(unknown(namesIn(orders.columns, AS_IT_CAME), cases), []);
});

test('no name means two things in one kind of row', () => {
  for (const [of, fields] of Object.entries(FIELDS)) {
    const names = Object.values(fields).flatMap(({ zh, en, also = [] }) => [zh, en, ...also].map(nameKey));
    const twice = names.filter((name, n) => names.indexOf(name) !== n);
    assert.deepEqual(twice, [], of);
  }
});

/** What the register, the accounts and the offices know of a home and its people, by the names such fields have. */
const KNOWN =
  /^(phone|name|fullName|building|entrance(No)?|floor|door|area|address|ownerName|residentName|gender|sex|birth\w*|age|idNumber|complainant|contact(Phone)?|community|street|district)$/;

/** Where one of them is asked all the same, and why. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'who says it first: nothing is known of them yet': ['household.join building door entrance name'],
  'by its number somebody is found, who may have no account': [
    ...['grant.give name phone', 'term.open name phone', 'steward.name phone'],
  ],
  'whoever calls may live nowhere here': ['case.record building complainant phone'],
  'a home is named by its door, and nothing else of it': [
    'depicted.name building door entrance',
    'sign_up.record building door entrance',
  ],
  'an organisation, and whom it sends': ['council.add_member contactPhone name'],
  'the name of a thing': [
    ...['blank.put name', 'handling.add name', 'handling.rename name', 'key.give name', 'milestone.plan name'],
    ...['place.name name', 'playbook.draw name', 'playbook.revise name'],
  ],
  'as somebody wants to be named on the board, or not at all': [
    'steward.show name',
    'help.join name',
    'help.name name',
  ],
};

test('no act of any room asks for what the house knows of a home and its people', async () => {
  const files = filesBelow('.', 'features').filter((file) => /\/commands(\/[^/]+)?\.ts$/.test(file));
  for (const file of files.filter((one) => !one.endsWith('.test.ts'))) await import(`../${file}`);
  assert.equal(commands.size > 200, true, `${commands.size} acts`);
  const asked = [...commands.values()].flatMap(({ act, input }) => {
    const known = fieldsIn(input).filter((field) => KNOWN.test(field));
    return known.length > 0 ? [[act, ...known.sort()].join(' ')] : [];
  });
  assert.deepEqual(asked.sort(), Object.values(ASKED).flat().sort());
});
