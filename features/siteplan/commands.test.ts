import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deskToday } from '@/features/desk/queries';
import { myToday } from '@/features/me/queries';
import { myRound } from '@/features/opinions/queries/mine';
import { drawPlan } from '@/features/plans/commands/drawing';
import { deskDrawing } from '@/features/plans/queries/desk';
import { boardComparison, boardPlan } from '@/features/plans/queries/published';
import { canonical, sha256 } from '@/lib/ledger';
import { code, done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { citeChanges, confirmMateriality, giveOpinion, judgeMateriality, openRound, publishPlan } from '@/tests/shown';
import { drawSite, publishSite } from './commands';
import { deskSites } from './queries/desk';
import { overOf } from './rules';
import { cardOf } from './rules/consequence';
import { shapesText } from './rules/shapes';

after(closeAll);

const lines = `楼 15: 100 0, 112 0, 112 60, 100 60
窗 15-1: 100 2, 100 20
门 15-1: 112 10
大门 南门: 114 -50
路 东路 宽2: 114 80, 114 -50
小道 旧道 宽0.6: 70 15, 98 15
树 T1 宽4: 90 10`;
const source = '步量';

async function makeSite() {
  const here = await makeConsultation();
  const [compound] = await sql<{ id: number }>('select id from compound where community_id = $1', [here.communityId]);
  const of = { compound: compound?.id ?? 0 };
  const [worker, secretary, governance] = [here.by(here.worker), here.by(here.secretary), here.by(here.governance)];
  return { ...here, of, calls: { worker, secretary, governance } };
}

async function makeDrawn() {
  const here = await makeSite();
  done(await drawSite(here.calls.worker, { ...here.of, shapes: lines, source }));
  done(await publishSite(here.calls.secretary, { ...here.of, rowVersion: 1 }));
  return here;
}

test('drawn by one, checked by another, and then no row changes it', async () => {
  const { of, calls, communityId, leaves } = await makeSite();
  const { worker, secretary } = calls;
  assert.equal(code(await drawSite(secretary, { ...of, shapes: lines, source })), 'not_allowed');
  assert.equal(code(await publishSite(secretary, { ...of, rowVersion: 1 })), 'no_site_draft');
  const wrong = await drawSite(worker, { ...of, shapes: `${lines}\n树 T1: 1 1\n屋 1: 2 2`, source });
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.refusal.details, { wrong: '8:twice:T1\n9:kind:屋', count: 2, of: 'line' });
  assert.deepEqual(done(await drawSite(worker, { ...of, shapes: lines, source })), {
    ...of,
    version: 1,
    rowVersion: 1,
  });
  const waits = (await deskToday(secretary, {}))?.lines.map(({ act }) => act) ?? [];
  assert.ok(waits.includes('site_draft'));
  const late = await drawSite(worker, { ...of, shapes: lines, source });
  assert.ok(!late.ok && late.refusal.code === 'stale_site');
  assert.ok(String(late.refusal.details?.text).startsWith('楼 15: 100 0, 112 0'));
  done(await drawSite(worker, { ...of, shapes: `${lines}\n灯 L1: 95 11`, source, rowVersion: 1 }));
  assert.equal(code(await publishSite(secretary, { ...of, rowVersion: 1 })), 'stale');
  assert.equal(code(await publishSite(worker, { ...of, rowVersion: 2 })), 'not_allowed');
  done(await publishSite(secretary, { ...of, rowVersion: 2 }));
  const [kept] = await sql<{ shapes: string; hash: Buffer }>('select * from site_plan where community_id = $1', [
    communityId,
  ]);
  assert.deepEqual(kept?.hash, sha256(canonical(kept?.shapes ?? '')));
  const rewriting = sql('update site_plan set source = $2 where community_id = $1', [communityId, '另']);
  await assert.rejects(rewriting, /immutable/);
  assert.deepEqual(
    (await leaves()).map(({ act }) => act),
    ['site.draw', 'site.draw', 'site.publish'],
  );
  assert.equal(done(await drawSite(worker, { ...of, shapes: lines, source })).version, 2);
});

test('whoever drew a site plan does not publish it, in whatever other office', async () => {
  const { of, calls, communityId, worker } = await makeSite();
  done(await drawSite(calls.worker, { ...of, shapes: lines, source }));
  await sql(
    `insert into grants (community_id, person_id, role, from_at) values ($1, $2, 'party-secretary', '2022-01-01')`,
    [communityId, worker],
  );
  assert.equal(code(await publishSite(calls.worker, { ...of, rowVersion: 1 })), 'second_person');
});

test('the desk says which entrances are not drawn, and what the register does not know', async () => {
  const { of, calls } = await makeSite();
  done(await drawSite(calls.worker, { ...of, shapes: `${lines}\n楼 99: 0 0, 1 0, 1 1`, source }));
  const [site] = (await deskSites(calls.worker, of)) ?? [];
  assert.deepEqual(site?.undrawn, [{ building: '14', entrance: 1 }]);
  assert.deepEqual(site?.unknown, ['99']);
});

const straight = '路 新路 宽1.5 第1条: 70 15, 98 15\n移走 旧道 第1条\n移走 T1 第2条';
const bent = '路 新路 宽1.5 第1条: 70 15, 85 15, 85 40\n移走 旧道 第1条\n保留 T1 第2条';

test('what a version draws is part of its fingerprint, and hangs over the site as it was then', async () => {
  const here = await makeDrawn();
  const { worker, governance } = here.calls;
  assert.equal(code(await drawPlan(worker, { proposal: 1, shapes: straight, rowVersion: 1 })), 'no_draft');
  done(await here.draft('直着下去\n树移走'));
  const unknown = await drawPlan(worker, { proposal: 1, shapes: '移走 T7 第1条', rowVersion: 1 });
  assert.ok(!unknown.ok && unknown.refusal.fieldErrors?.shapes === 'wrong_lines');
  done(await drawPlan(worker, { proposal: 1, shapes: `${straight}\n灯 L1 第3条: 90 20`, rowVersion: 1 }));
  assert.equal(code(await publishPlan(governance, { proposal: 1 })), 'shape_without_clause');
  assert.equal(code(await drawPlan(worker, { proposal: 1, shapes: straight, rowVersion: 1 })), 'stale_text');
  done(await drawPlan(worker, { proposal: 1, shapes: straight, rowVersion: 2 }));
  const { hash } = done(await publishPlan(governance, { proposal: 1 }));
  const [leaf] = (await here.leaves()).filter(({ act }) => act === 'plan.publish');
  const { actor: _, hash: told, ...text } = JSON.parse(leaf?.content ?? '{}');
  assert.equal(told, hash);
  assert.equal(sha256(canonical(text)).toString('hex'), hash);
  assert.equal(text.drawing.site.version, 1);
  assert.equal(text.drawing.shapes.length, 3);
  const rewriting = sql(`update plan_drawing set shapes = '[]' where community_id = $1`, [here.communityId]);
  await assert.rejects(rewriting, /immutable/);
  const page = await boardPlan(here.slug, { no: 1, version: 1 });
  assert.deepEqual([page?.drawn?.siteVersion, page?.drawn?.shapes.length], [1, 3]);
});

test('the next version begins with what is drawn; what is drawn otherwise reads otherwise', async () => {
  const here = await makeDrawn();
  const { worker, governance, secretary } = here.calls;
  done(await here.draft('直着下去\n树移走'));
  done(await drawPlan(worker, { proposal: 1, shapes: straight, rowVersion: 1 }));
  done(await publishPlan(governance, { proposal: 1 }));
  done(await here.draft('直着下去\n树留下'));
  assert.equal((await deskDrawing(worker, { no: 1 }))?.drawn?.shapes.length, 3);
  done(await drawPlan(worker, { proposal: 1, shapes: bent, rowVersion: 1 }));
  assert.equal((await deskDrawing(worker, { no: 1 }))?.misdrawn?.code, 'shape_without_change');
  done(await here.draft('中间拐一个弯\n树留下', 2));
  const changes = [1, 2].map((clause) => ({ clause, note: '改了', technical: '离窗远一点' }));
  done(await citeChanges(worker, { proposal: 1, changes }));
  const judgements = [1, 2].map((group) => ({ group, material: true, reason: '走法变了' }));
  done(await judgeMateriality(worker, { proposal: 1, judgements }));
  const draft = (await deskDrawing(worker, { no: 1 }))?.draft.rowVersion;
  done(await drawPlan(worker, { proposal: 1, shapes: `${bent}\n灯 L1 第1条: 90 20`, rowVersion: draft }));
  assert.equal(code(await confirmMateriality(secretary, { proposal: 1 })), 'materiality_missing');
  done(await judgeMateriality(worker, { proposal: 1, judgements }));
  done(await confirmMateriality(secretary, { proposal: 1 }));
  done(await publishPlan(governance, { proposal: 1 }));
  const page = await boardComparison(here.slug, { no: 1, from: 1, to: 2 });
  assert.deepEqual([page?.drawnBefore?.shapes.length, page?.drawn?.shapes.length], [3, 4]);
});

test('a drawing that is emptied is none', async () => {
  const here = await makeDrawn();
  done(await here.draft('直着下去\n树移走'));
  done(await drawPlan(here.calls.worker, { proposal: 1, shapes: straight, rowVersion: 1 }));
  done(await drawPlan(here.calls.worker, { proposal: 1, shapes: '', rowVersion: 2 }));
  assert.equal((await deskDrawing(here.calls.worker, { no: 1 }))?.drawn, null);
});

test('what a home says carries the fingerprint of what it was shown that changes for it', async () => {
  const here = await makeDrawn();
  done(await here.draft('直着下去\n树移走'));
  done(await drawPlan(here.calls.worker, { proposal: 1, shapes: straight, rowVersion: 1 }));
  done(await publishPlan(here.calls.governance, { proposal: 1 }));
  done(await openRound(here.calls.worker, { proposal: 1, closesOn: '2022-03-12' }));
  const said = { round: 1, version: 1, stance: 'support' };
  const [below, above] = [here.household('15', 0), here.household('14', 0)];
  const person = await here.resident(below);
  const resident = here.by(person);
  const asked = await myRound(resident, { no: 1 });
  const [waits] = (await myToday(person, {})).asked['opinion.give'] ?? [];
  assert.deepEqual(
    waits?.drawn?.map(({ which, over, homes }) => [which, over && overOf(over), homes]),
    [[1, asked?.over, [{ building: '15', entrance: 1, door: asked?.homes[0]?.door }]]],
    'where it is asked it is measured already',
  );
  done(await giveOpinion(resident, said));
  done(await giveOpinion(here.by(here.author), said));
  const leaves = (await here.leaves()).filter(({ act }) => act.startsWith('opinion.'));
  const told = new Map(
    leaves.map(({ content }) => JSON.parse(content ?? '{}')).map((one) => [one.household, one.card]),
  );
  const home = asked?.homes[0];
  const card = asked?.over && home && cardOf(asked.over, home);
  assert.deepEqual(card?.now.trees, 1);
  assert.equal(told.get(below), sha256(canonical(JSON.parse(JSON.stringify(card)))).toString('hex'));
  assert.equal(told.get(above), undefined, 'nobody has drawn its windows');
});

test('a file goes before what stands in lines; too long to be shown in lines, nobody’s draft is lost for it', async () => {
  const { of, calls } = await makeSite();
  const trees = Array.from(
    { length: 1100 },
    (_, n) => `树 R${n}: ${n % 50}.${n % 7} ${Math.floor(n / 50)}.${n % 3}`,
  ).join('\n');
  const shown = { ...of, shapes: lines, source };
  done(await drawSite(calls.worker, { ...shown, file: `${lines}\n${trees}` }));
  const [site] = (await deskSites(calls.worker, of)) ?? [];
  assert.equal(site?.draft?.shapes.length, 1107);
  const late = await drawSite(calls.worker, shown);
  assert.ok(!late.ok && late.refusal.code === 'stale' && late.refusal.details?.text === undefined);
  const none = await drawSite(calls.worker, { ...of, source, rowVersion: 1 });
  assert.ok(!none.ok);
  assert.deepEqual(none.refusal.fieldErrors, { shapes: 'nothing_drawn' });
  const wrong = await drawSite(calls.worker, { ...shown, file: '<svg/>', rowVersion: 1 });
  assert.deepEqual(!wrong.ok && wrong.refusal.fieldErrors, { file: 'svg_scale' });
  const svg = `<svg viewBox="0 0 200 200"><line id="比例_50" x2="100"/><g id="楼"><rect id="15" x="10" y="80" width="24" height="120"/></g></svg>`;
  done(await drawSite(calls.worker, { ...shown, file: svg, rowVersion: 1 }));
  const [drawn] = (await deskSites(calls.worker, of)) ?? [];
  assert.equal(shapesText(drawn?.draft?.shapes ?? []), '楼 15: 5 60, 17 60, 17 0, 5 0');
});
