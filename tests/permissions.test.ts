import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { z } from 'zod';
import { OFFICES, type Office } from '@/db/words/offices';
import { rooms } from '@/features/rooms';
import type { Actor, Who } from '@/lib/actor';
import { fieldsIn } from '@/lib/demands';
import { commands } from '@/lib/gate';
import { officeActs, officeInputs } from '@/lib/office';
import { officeReads } from '@/lib/query';
import { needNot } from './need-not-carry';
import { aligned, capacity, identities, onWhat, readings, subjects } from './permissions';
import { UNDOING, undoesNothing } from './undoes-nothing';

const written = new URL('../docs/permissions.md', import.meta.url);
const features = new URL('../features/', import.meta.url);
const order = [
  'people',
  'cases',
  'proposals',
  'pictures',
  'scoping',
  'plans',
  'rounds',
  'opinions',
  'objections',
  'signoff',
];
const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** Every feature that has this file, in the order of knowledge. */
const having = (file: string): string[] =>
  readdirSync(features)
    .filter((name) => existsSync(new URL(`${name}/${file}`, features)))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

/** A feature's commands, in one file or several, or both. */
const commandFiles = (feature: string): string[] => {
  const [one, folder] = [`${feature}/commands.ts`, new URL(`${feature}/commands/`, features)];
  const several = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.test.ts')) : [];
  return [
    ...(existsSync(new URL(one, features)) ? [one] : []),
    ...several.map((name) => `${feature}/commands/${name}`),
  ];
};

/** Where offices above communities read. */
const queryFiles = (): string[] =>
  readdirSync(features).flatMap((feature) => {
    const folder = new URL(`${feature}/queries/`, features);
    const files = existsSync(folder) ? readdirSync(folder).map((name) => `${feature}/queries/${name}`) : [];
    return files.filter(
      (file) => !file.endsWith('.test.ts') && readFileSync(new URL(file, features), 'utf8').includes('officeQuery'),
    );
  });

before(async () => {
  for (const file of [...new Set([...having('actions.ts'), ...having('jobs.ts'), ...having('commands.ts')])].flatMap(
    commandFiles,
  ))
    await import(new URL(file, features).href);
  for (const file of queryFiles()) await import(new URL(file, features).href);
});

type Reading = (who: Who, subject?: unknown) => boolean;

async function readers(): Promise<[string, Reading][]> {
  const found: [string, Reading][] = [];
  for (const feature of having('policy.ts')) {
    const policy: Record<string, unknown> = await import(new URL(`${feature}/policy.ts`, features).href);
    for (const [name, may] of Object.entries(policy))
      if (/^may(Read|See|GoRound)/.test(name)) found.push([`${feature}.${name}`, may as Reading]);
  }
  return found;
}

/** The actor a policy answers with is who asked, with a grant and a household they have. */
function truthful(act: string, who: Who, actor: Actor): void {
  if (actor.as === 'system') {
    assert.ok(who.kind === 'system' && actor.job === who.job, act);
    return;
  }
  if (actor.as === 'import') {
    assert.equal(who.kind, 'import', act);
    return;
  }
  if (actor.as === 'machine') {
    assert.ok(who.kind === 'machine' && actor.keyId === who.keyId, act);
    return;
  }
  assert.ok(who.kind === 'person', `${act}: a person was made up`);
  assert.equal(actor.personId, who.personId, act);
  if (actor.as === 'resident') {
    const homes = who.households.map((home) => home.householdId);
    assert.ok(actor.householdId === null || homes.includes(actor.householdId), `${act}: somebody else's home`);
    return;
  }
  const grant = who.grants.find((held) => held.id === actor.grantId);
  assert.ok(grant, `${act}: no such grant`);
  assert.equal(grant.role, actor.as === 'staff' ? actor.role : 'captain', act);
  if (actor.as === 'staff') assert.equal(grant.entranceId, null, act);
}

function acts(): string[][] {
  return Object.entries(subjects).flatMap(([act, variants]) => {
    const allow = commands.get(act)?.allow ?? (() => null);
    return variants.map(([on, subject]) => [
      act,
      on,
      ...identities.map(([, who]) => {
        const actor = allow(who, onWhat(subject, who) as never);
        if (actor) truthful(act, who, actor);
        return capacity(actor);
      }),
    ]);
  });
}

/** What each office does or reads, a line for each act or read. */
const byOffice = (all: ReadonlyMap<string, readonly Office[]>): string[][] =>
  [...all]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, offices]) => [name, ...OFFICES.map((office) => (offices.includes(office) ? 'yes' : '·'))]);

const undoing = () => [...commands.values()].flatMap(({ act, undoes }) => (undoes ? [act] : []));

async function page(): Promise<string> {
  const names = identities.map(([name]) => name);
  const reads = (await readers()).flatMap(([name, may]) =>
    (readings[name] ?? [['', undefined]]).map(([on, subject]) => [
      name,
      on,
      ...identities.map(([, who]) => (may(who, onWhat(subject, who)) ? 'yes' : '·')),
    ]),
  );
  return `# Who may do what

Written by \`tests/permissions.test.ts\` from the commands themselves, and compared with them at every \`npm test\`. After a change
that is meant: \`UPDATE=1 node scripts/test.mjs --only commands permissions\`, and read the difference.

Everything is tried on one household behind one entrance. \`home\`: for a household of their own · \`door\`: as captain, for a
household of their entrance · \`staff\`: by a role for the whole community · \`job\`: by the clock · \`line\`: from the command line ·
\`key\`: by the key of a program · \`·\`: refused. Beyond this table the rules ask for second persons (whoever named the groups does not confirm them, whoever proposed
shelving does not confirm it, nobody signs twice), for states and for windows of time.

## Acts

${aligned(['act', 'on', ...names], acts())}

## Acts that undo what others did

Who does one of these is shown in numbers what it costs others, says why, and presses twice; where it costs nobody anything, once.
The second press carries what was shown: when something else has come to stand there meanwhile, it is shown anew.

${undoing().join(' · ')}

## What is read behind the board

The notice board is open to everybody and holds no personal data. Beyond it, and beyond what concerns oneself under \`/me\`:

${aligned(['policy', 'about', ...names], reads)}

## Offices above communities

Held over a district, or over a street of it, and over no community by itself: whoever holds none of these may do and read nothing of
this, whatever they are in a community. Each act stands in the record of every community it touches; what is read are counts and what
hangs on the boards (decision 35). A street office acts and reads over the communities of its street alone.

${aligned(['act', ...OFFICES], byOffice(officeActs))}

${aligned(['read', ...OFFICES], byOffice(officeReads))}
`;
}

test('every act of every feature is tried on something', () => {
  assert.ok(commands.size > 60, 'commands were not loaded');
  assert.deepEqual(
    [...commands.keys()].filter((act) => !subjects[act]?.length),
    [],
    'acts without a subject in tests/permissions.ts',
  );
  assert.deepEqual(
    Object.keys(subjects).filter((act) => !commands.has(act)),
    [],
    'subjects of acts that do not exist',
  );
});

test('every act has a word in the record, said by a room', () => {
  const said = new Set(rooms.flatMap(({ record }) => Object.keys(record?.zh ?? {})));
  const without = [...commands.keys(), ...officeActs.keys()].filter((act) => !said.has(act.split('.', 1)[0] ?? ''));
  assert.deepEqual(without, [], 'acts the record has no word for');
});

/** Their own words say why: an answer, what a signature rests on. */
const WHY = ['reason', 'answer', 'evidence'];
/** Of the first of two persons; one that can be taken back as long as nobody has spoken; one whose every change has its reason. */
const WITHOUT = ['shelving.confirm', 'round.open', 'plan.publish'];

test('whoever undoes what others did says why', () => {
  const silent = undoing().filter((act) => {
    const input = commands.get(act)?.input;
    return !input || !fieldsIn(input).some((field) => WHY.includes(field));
  });
  assert.deepEqual(silent.sort(), [...WITHOUT].sort());
});

/** What they said themselves stays theirs, also where they live no more. */
const OWN = [
  'proposal.appeal',
  'proposal.withdraw',
  'case.nudge',
  'case.rework',
  'steward.show',
  'skill.take_back',
  'help.leave',
  'help.name',
];

test('visitors and people of another community may do nothing but ask to join', () => {
  for (const [act, on, ...cells] of acts()) {
    for (const column of [2, 12]) {
      const own = on?.startsWith('their own') && OWN.includes(act ?? '');
      const expected = column === 2 && (act === 'household.join' || own) ? 'home' : '·';
      assert.equal(cells[column], expected, `${act} ${on} by ${identities[column]?.[0]}`);
    }
  }
});

test('a captain is a captain at their own entrance only', () => {
  for (const [act, on, ...cells] of acts()) assert.notEqual(cells[4], 'door', `${act} ${on}`);
});

test('the table in docs/permissions.md is what the policies say', async () => {
  const now = await page();
  if (process.env.UPDATE) writeFileSync(written, now);
  const then = existsSync(written) ? readFileSync(written, 'utf8') : '';
  const lines = new Set(then.split('\n'));
  const changed = now.split('\n').filter((line) => !lines.has(line));
  assert.equal(then, now, `docs/permissions.md is not up to date:\n${changed.join('\n')}`);
});

/** The field of a form that says what it showed; for a sheet, which one was tried. */
const carriers = ['shown', 'hash', 'seen', 'rowVersion'];

test('attack 14, consent to what nobody saw: each act carries what its form showed, or it stands why it need not', () => {
  const named = Object.values(needNot).flat();
  const both: string[] = [];
  const neither: string[] = [];
  for (const [act, command] of commands) {
    const missing = command.problems?.({}) ?? {};
    const carries = carriers.some((field) => field in missing);
    if (carries === named.includes(act)) (carries ? both : neither).push(act);
  }
  assert.deepEqual({ both, neither }, { both: [], neither: [] });
  assert.deepEqual(
    named.filter((act) => !commands.has(act)),
    [],
    'no act of this name',
  );
});

const shapeOf = (input: unknown): Record<string, z.ZodType> =>
  input instanceof z.ZodPipe
    ? shapeOf(input.in)
    : input instanceof z.ZodObject
      ? (input.shape as z.ZodRawShape as never)
      : {};

test('attack 6: no field of any act keeps what turns the words after it, in a title, a sentence or a letter', () => {
  const turning = /[\u202a-\u202e\u2066-\u2069]/;
  let texts = 0;
  for (const [act, { input }] of commands)
    for (const [name, field] of Object.entries(shapeOf(input))) {
      const read = field.safeParse('前\u202e后\u2067中\u2069里\u202c外');
      if (!read.success || typeof read.data !== 'string' || !read.data.includes('前')) continue;
      texts += 1;
      assert.ok(!turning.test(read.data), `${act}: ${name}`);
    }
  assert.ok(texts > 60, `only ${texts}`);
});

test('whatever ends, turns back or takes away what is another’s says what it costs, or it stands why it costs nothing', () => {
  const named = Object.values(undoesNothing).flat();
  const says = (act: string) => commands.get(act)?.undoes === true;
  const ending = [...commands.keys()].filter((act) => UNDOING.test(act));
  assert.deepEqual(
    ending.filter((act) => says(act) === named.includes(act)),
    [],
  );
  assert.deepEqual(
    named.filter((act) => !ending.includes(act)),
    [],
    'no act of this name',
  );
  for (const [act, input] of officeInputs) assert.equal('undoes' in shapeOf(input), UNDOING.test(act), act);
});
