import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { exportCases, exportFigures } from '@/cli/export';
import { approveExport } from '@/features/exports/commands';
import { at, closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

/** What a verb says on stdout and stderr, and how it ends. */
async function said(run: () => Promise<number>) {
  const [out, err]: [string[], string[]] = [[], []];
  const [toOut, toErr] = [process.stdout.write, process.stderr.write];
  process.stdout.write = ((text: string) => out.push(text) > 0) as never;
  process.stderr.write = ((text: string) => err.push(text) > 0) as never;
  try {
    return { code: await run(), out: out.join(''), err: err.join('') };
  } finally {
    process.stdout.write = toOut;
    process.stderr.write = toErr;
  }
}

test('from the command line a sheet needs a purpose, and many people in it somebody at the desk', async () => {
  at(undefined);
  const here = await makeCommunity({ buildings: [] });
  const secretary = await here.staff('party-secretary');
  await sql(
    `with made as (insert into cases (community_id, no, kind, source, title, place, happened_at)
       select $1, n, 'help', 'walk_in', '路灯不亮', '院里', moment() from generate_series(1, 51) n returning id, no)
     insert into case_content (community_id, case_id, words, complainant, phone) select $1, id, '原话', '诉求人' || no, '' from made`,
    [here.communityId],
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'export-'));
  const [csv, xlsx] = [path.join(folder, 'a.csv'), path.join(folder, 'a.xlsx')];
  const of = ['--community', here.slug];
  assert.equal((await said(() => exportCases([csv, ...of]))).code, 2);
  assert.equal((await said(() => exportCases(['a.txt', ...of, '--purpose', '报街道']))).code, 2);
  const plain = await said(() => exportCases([csv, ...of, '--purpose', '报街道', '--asked', 'q=路灯']));
  assert.deepEqual([plain.code, JSON.parse(plain.out)], [0, { export: 1, rows: 51, file: csv }]);
  assert.equal(fs.readFileSync(csv, 'utf8').trim().split('\r\n').length, 52);
  const waits = await said(() => exportCases([xlsx, ...of, '--purpose', '回访', '--personal']));
  assert.deepEqual([waits.code, JSON.parse(waits.out)], [1, { export: 2 }]);
  assert.match(waits.err, /waits for somebody else/);
  assert.ok(!fs.existsSync(xlsx));
  const agreed = await approveExport(here.by(secretary), { export: 2 });
  assert.ok(agreed.ok);
  assert.equal((await said(() => exportCases([xlsx, ...of, '--no', '2']))).code, 0);
  for (const no of ['2.0', '2e0', '0x2', ' 2', ''])
    assert.notEqual((await said(() => exportCases([xlsx, ...of, '--no', no]))).code, 0, no);
  assert.ok(fs.statSync(xlsx).size > 1000);
  const looks = await sql<{ role: string }>('select distinct role from case_look where community_id = $1', [
    here.communityId,
  ]);
  assert.deepEqual(looks, [{ role: 'import' }]);
  const figures = await said(() => exportFigures([csv, ...of, '--purpose', '季度汇总']));
  assert.deepEqual([figures.code, figures.err], [1, 'There is not one row of these.\n']);
  fs.rmSync(folder, { recursive: true });
});
