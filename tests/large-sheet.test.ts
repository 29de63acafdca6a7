import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { asCsv } from '@/db/seed/orders';
import { MOST_ROWS } from '@/lib/sheet/limits';
import { closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

/** At its end a process says how much memory it had at most. */
const SAYING = `data:text/javascript,process.on('exit',()=>process.stderr.write('most '+process.resourceUsage().maxRSS))`;

/** What a process of its own said, how many megabytes it had at most, and how many milliseconds it took. */
async function apart(args: string[], given?: Buffer) {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--max-old-space-size=384', '--import', SAYING, '--import', 'tsx', ...args]);
  const [said, told]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => told.push(part));
  child.stdin.end(given);
  const [code] = await once(child, 'close');
  const words = Buffer.concat(told).toString();
  assert.equal(code, 0, words.slice(-2_000));
  const kilobytes = Number(/most (\d+)$/.exec(words)?.[1]);
  return { said: Buffer.concat(said), megabytes: kilobytes / 1024, took: performance.now() - begun };
}

/** Bringing in is reading, comparing and writing: so many times reading alone. */
const MOST_TIMES = 8;

test('fifty thousand orders come in within half a gigabyte, and in a time that goes with reading them', async () => {
  const here = await makeCommunity();
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-large-'));
  try {
    const path = join(folder, '工单.csv');
    const head = [
      '工单编号',
      '工单类型',
      '主要内容',
      '工单状态',
      '来电人',
      '来电人电话',
      '来电时间',
      '小区点位',
      '回复内容',
      '备注',
    ];
    const orders = Array.from({ length: MOST_ROWS - 1 }, (_, at) => [
      ...[
        `热线-${at}`,
        '诉求',
        `市民来电反映：第${at}盏路灯不亮，已有三天，请核实处理。`,
        at % 3 === 0 ? '办理中' : '已办结',
      ],
      ...['刘女士', `138${String(at).padStart(8, '0')}`, `2024-0${1 + (at % 9)}-11 10:00`, `${1 + (at % 40)}号楼`],
      ...['已到现场，正在安排。', '无'],
    ]);
    writeFileSync(path, asCsv([head, ...orders]));
    const read = await apart(['cli/read-sheet.ts', 'cases'], readFileSync(path));
    const brought = await apart(['cli/main.ts', 'import', 'cases', path, '--community', here.slug]);
    assert.deepEqual(JSON.parse(brought.said.toString()).new, orders.length);
    const [kept] = await sql<{ n: number }>('select count(*)::int as n from cases where community_id = $1', [
      here.communityId,
    ]);
    assert.equal(kept?.n, orders.length);
    for (const { megabytes } of [read, brought]) assert.ok(megabytes > 0 && megabytes < 512, `${megabytes} MB`);
    assert.ok(brought.took < MOST_TIMES * read.took, `${brought.took} ms beside ${read.took} ms`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
