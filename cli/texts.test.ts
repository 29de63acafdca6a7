import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import known from '@/db/seed/complaints.json';
import { run } from '@/tests/verbs';
import { cohort } from './cohort';
import { similar, topics } from './topics';

const folder = mkdtempSync(join(tmpdir(), 'tongxin-texts-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const head = 'id,time,text\n';
const few = file(
  'few.csv',
  `\uFEFF${head}a,2022-03-01 09:00,14号楼电梯坏了没人修\r\nb,2022-03-02T10:00:00+08:00,三单元电梯又坏了\r\nc,,路灯不亮\r\nd,20220420,"电梯停运，老人下不了楼"\r\n`,
);

test('topics: groups, largest first, with what they share and why they are listed', async () => {
  const { status, json, stderr } = await run(topics, few);
  assert.equal(status, 0, stderr);
  const [first, ...more] = json();
  assert.deepEqual(more, [], 'one alone is no topic');
  assert.deepEqual([first.ids, first.size, first.words[0]], [['a', 'b', 'd'], 3, '电梯']);
  assert.match(first.why, /^3 complaints, 1 of them in the last 30 days, the latest on 2022-04-20; they share 电梯/);
});

test('similar: the nearest to one with how alike, and of all a line each', async () => {
  const one = await run(similar, few, '--of', 'a', '--most', '1');
  assert.equal(one.status, 0, one.stderr);
  assert.deepEqual(
    one.json().map(({ id }: { id: string }) => id),
    ['b'],
  );
  assert.ok(one.json()[0].score > 0.5 && one.json()[0].score <= 1);
  const all = await run(similar, few, '--all', '--most', '10');
  const lines = all.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
  assert.deepEqual([lines[0].near, lines[2].near], [['b', 'd'], []]);
});

test('a table that is none, and every line that is no complaint, are named', async () => {
  const bad = `${head}a,昨天,x\na,2022-01-01,\n,2022-02-30,电梯\n__proto__,2022-01-01,${'长'.repeat(10_001)}\n`;
  for (const verb of [topics, (args: string[]) => similar([...args, '--all'])]) {
    const refused = await run(verb, file('bad.csv', bad));
    assert.deepEqual([refused.status, refused.stdout], [1, '']);
    assert.deepEqual(
      [...refused.stderr.matchAll(/bad\.csv line (\d)/g)].map((hit) => hit[1]),
      ['2', '3', '3', '4', '4', '5'],
    );
  }
  for (const [content, says] of [
    ['id,text\na,b\n', /column time is missing/],
    ['id,time,text,text\na,,b,c\n', /column text is there twice/],
    [`${head}a,,b,c\n`, /line 2/],
    [`${head}a,,"b\n`, /[Qq]uote/],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]), /neither/],
    [Buffer.alloc(21 * 1024 * 1024, 'a'), /too large/],
  ] as const) {
    const refused = await run(topics, file('other.csv', content));
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, says);
  }
  const many = file('many.csv', head + Array.from({ length: 8001 }, (_, at) => `${at},,电梯坏了\n`).join(''));
  assert.match((await run(topics, many)).stderr, /8001 lines: at most 8000/);
  assert.equal((await run(similar, few, '--of', 'nobody')).status, 1);
  for (const args of [[], ['--of', 'a', '--all'], ['--all', '--most', '0'], ['--all', '--most', '-1']])
    assert.equal((await run(similar, few, ...args)).status, 2);
  assert.equal((await run(topics)).status, 2);
});

test('4,000 complaints are grouped in far less than twenty seconds', async () => {
  const texts = Object.values(known).flat();
  const lines = Array.from({ length: 4000 }, (_, at) => {
    const text = `${at % 40}号楼${texts[at % texts.length]}，${texts[(at * 7) % texts.length]?.slice(0, at % 20)}`;
    return `${at},2022-${String((at % 12) + 1).padStart(2, '0')}-15,"${text}"\n`;
  });
  const began = process.cpuUsage();
  const { status, json } = await run(topics, file('4000.csv', head + lines.join('')));
  const { user, system } = process.cpuUsage(began);
  assert.equal(status, 0);
  assert.ok(json()[0].size >= 100);
  assert.ok(user + system < 20_000_000, `${(user + system) / 1_000_000} s`);
});

const columns = 'community,cohort,period,effective,resolved,satisfied,fairly_satisfied\n';

test('cohort prints the shape other programs rely on', async () => {
  const rows = [
    'A,yes,before,200,120,100,40',
    'A,yes,after,200,160,150,10',
    'B,yes,before,10,10,10,0',
    'B,yes,after,0,0,0,0',
  ];
  const others = ['C,no,before,3,1,1,0', 'C,no,after,3,2,1,1'];
  const got = await run(cohort, file('cohort.csv', columns + [...rows, ...others].join('\n')));
  assert.equal(got.status, 0, got.stderr);
  const said = got.json();
  assert.deepEqual(said.communities[0].satisfaction, {
    before: { n: '136', d: '200', pct: '68.00' },
    after: { n: '159', d: '200', pct: '79.50' },
    change: '+11.50',
  });
  assert.deepEqual(said.communities[1].resolution, {
    before: { n: '10', d: '10', pct: '100.00' },
    after: null,
    change: null,
  });
  assert.deepEqual(said.cohort.resolution, {
    pooled: {
      before: { n: '130', d: '210', pct: '61.90' },
      after: { n: '160', d: '200', pct: '80.00' },
      change: '+18.10',
    },
    mean: { before: '60.00', after: '80.00', change: '+20.00', communities: 1, leftOut: 1 },
  });
  assert.deepEqual(said.differenceOfDifferences.resolution, { pooled: '-15.24', mean: '-13.33' });
  assert.equal(said.steady.cohort.resolution.change, '+20.00', 'what the sentence rests on is there to be checked');
  assert.equal(said.steady.differenceOfDifferences.resolution, '-13.33');
  assert.deepEqual(said.worse, []);
  assert.deepEqual(said.few[0], {
    community: 'B',
    period: 'before',
    rate: 'resolution',
    effective: 10,
    interval: { low: '72.24', high: '100.00' },
  });
  // Of the communities that were asked before and after.
  assert.match(said.says.zh, /-13\.33个百分点/);
  assert.match(said.says.en, /mostly chosen because they had more trouble/);
});

test('cohort counts nothing where a line cannot be', async () => {
  const rows = [
    'A,yes,before,10,11,9,2',
    'A,no,after,x,1.5,-1,0',
    'A,yes,before,1,1,1,0',
    ',maybe,never,1,1,1,0',
    'B,no,after,1,1,1,0',
  ];
  const refused = await run(cohort, file('bad-cohort.csv', columns + rows.join('\n')));
  assert.deepEqual([refused.status, refused.stdout], [1, '']);
  for (const line of [2, 3, 4, 5, 6]) assert.match(refused.stderr, new RegExp(`line ${line}:`));
  assert.match(refused.stderr, /B has no line for before/);
});
