import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeWave, drawWave, noteCallback } from '@/features/callbacks/commands';
import { deskToday } from '@/features/desk/queries';
import { completeWorks } from '@/features/works/commands/complete';
import { makeAccepted } from '@/tests/building';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { adoptPlaybook, tellOutcome } from './commands/adopt';
import { drawPlaybook, retirePlaybook, reviewPlaybook, revisePlaybook } from './commands/keep';
import { boardPlaybook, boardPlaybooks, boardPlaybooksOfKind } from './queries/board';
import { askedIn, deskPlaybooks, offeredPlaybook, ownAdoption, playbookBegun } from './queries/desk';
import { library, libraryPlaybook } from './queries/library';
import { playbooksLike } from './queries/offers';

after(closeAll);

/** Completed, called back three times and verified on 2022-11-22. */
async function makeVerified() {
  const here = await makeAccepted();
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  const secretary = here.by(await here.staff('party-secretary'));
  for (const [day, wave] of [
    ['2022-05-10', 'four_weeks'],
    ['2022-07-11', 'ninety_days'],
    ['2022-11-21', 'first_snow'],
  ] as const) {
    here.at(day);
    done(
      await drawWave(here.by(here.hotline), {
        proposal: 1,
        wave,
        ...(wave === 'first_snow' && { snowOn: '2022-11-20' }),
      }),
    );
    const calls = await sql<{ id: number }>(
      'select id from callback where community_id = $1 and at is null order by id',
      [here.communityId],
    );
    for (const { id } of calls) {
      const answer = { callback: id, reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
      done(await noteCallback(here.by(here.hotline), answer));
    }
    done(await closeWave(here.by(here.hotline), { proposal: 1, wave }));
  }
  here.at('2022-11-22');
  return { ...here, secretary };
}

const said = {
  name: '上下两栋楼争一条路',
  indications: '坡上要近路，坡下怕吵',
  contraindications: '没有空地改线的不要用',
  steps: '先上门｜楼门长｜入户记录\n改方案｜书记｜前后对照',
  people: '6',
  days: '300',
  money: '98,000.00',
};
const drawn = { proposal: 1, ...said, next: '2023-11-22' };

test('drawn once from a verified proposal with what is known, and hung on every board of the district', async () => {
  const here = await makeVerified();
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, resolved, satisfied, fairly_satisfied, recorded_at)
     values ($1, '2021-11-19', '2021-12-18', 'beijing_district_2025', 50, 30, 28, 2, now()),
       ($1, '2022-02-19', '2022-03-18', 'beijing_district_2025', 44, 11, 9, 0, now()),
       ($1, '2022-05-19', '2022-06-18', 'beijing_district_2025', 40, 36, 30, 4, now())`,
    [here.communityId],
  );
  const begun = await playbookBegun(here.secretary, { no: 1 });
  const figures = {
    before: { from: '2021-11-19', to: '2021-12-18', effective: 50, resolved: 30, satisfied: 28, fairly: 2 },
    after: { from: '2022-05-19', to: '2022-06-18', effective: 40, resolved: 36, satisfied: 30, fairly: 4 },
  };
  assert.deepEqual(begun?.effect.figures, figures, 'what was told while it went on is neither before nor after');
  assert.equal(begun?.block, null);
  assert.equal(begun?.course.rounds, begun?.effect.rounds);
  assert.equal(begun?.effect.groups.length, 2);
  assert.ok((begun?.course.days ?? 0) > 30 && (begun?.course.people ?? 0) > 0);
  assert.equal(code(await drawPlaybook(here.by(here.worker), drawn)), 'not_allowed');
  assert.equal(code(await drawPlaybook(here.secretary, { ...drawn, steps: '先上门' })), 'step_unclear');
  assert.equal(code(await drawPlaybook(here.secretary, { ...drawn, next: '2023-11-23' })), 'review_day');
  const named = await drawPlaybook(here.secretary, { ...drawn, indications: '刘女士家', steps: '上门｜14-1-301｜' });
  assert.deepEqual(named.ok ? {} : named.refusal.fieldErrors, {
    indications: 'names_a_person',
    steps: 'names_a_door',
  });
  assert.deepEqual(done(await drawPlaybook(here.secretary, drawn)), { playbook: 1 });
  assert.equal(code(await drawPlaybook(here.secretary, drawn)), 'drawn_already');
  const there = await makeCommunity();
  for (const slug of [here.slug, there.slug]) {
    const listed = (await boardPlaybooks(slug, { after: null }))?.playbooks.find((one) => one.slug === here.slug);
    assert.equal(listed?.name, said.name);
  }
  const hung = await boardPlaybook(here.slug, { no: 1 });
  assert.equal(hung?.steps[1]?.who, '书记');
  assert.deepEqual(hung?.effect.figures, figures);
  assert.equal(await boardPlaybook(there.slug, { no: 1 }), undefined, 'it hangs on the board of whoever drew it');
  const ofKind = await boardPlaybooksOfKind(there.slug, { kind: 1 });
  assert.ok(ofKind?.playbooks.some((one) => one.slug === here.slug));
  assert.equal(await boardPlaybooksOfKind(there.slug, { kind: 7 }), undefined);
});

test('of another district it is not in the library', async () => {
  const here = await makeVerified();
  done(await drawPlaybook(here.secretary, drawn));
  const there = await makeCommunity();
  await sql(
    `with d as (insert into district (name_zh, name_en) values ('远处的区' || $1::int, 'Far') returning id),
       s as (insert into street (district_id, name_zh, name_en) select id, '街', 'Street' from d returning id)
     update community set street_id = (select id from s) where id = $1::int`,
    [there.communityId],
  );
  assert.deepEqual((await boardPlaybooks(there.slug, { after: null }))?.playbooks, []);
  const whole = await library({ after: null });
  const one = whole?.playbooks.find(({ slug }) => slug === here.slug);
  assert.equal((await libraryPlaybook({ id: one?.id ?? 0 }))?.no, one?.no, 'the library of all has it');
  assert.equal(await libraryPlaybook({ id: 2_000_000_000 }), undefined);
  const [row] = await sql<{ id: number }>('select id from playbook where community_id = $1', [here.communityId]);
  const worker = there.by(await there.staff('party-secretary'));
  assert.equal(await offeredPlaybook(worker, { id: row?.id ?? 0 }), undefined, 'nor by its number');
  const taken = { playbook: row?.id, place: '3号楼', changed: '照样' };
  assert.equal(code(await adoptPlaybook(worker, taken)), 'not_found');
});

test('a change is a new version, and whoever saw the one before is told', async () => {
  const here = await makeVerified();
  done(await drawPlaybook(here.secretary, drawn));
  const changed = { playbook: 1, seen: '1', ...said, name: '两栋楼一条路', change: '名字太长' };
  done(await revisePlaybook(here.secretary, changed));
  const late = await revisePlaybook(here.secretary, { ...changed, name: '又改' });
  assert.deepEqual(late.ok || late.refusal.details, { version: 2 });
  const one = await boardPlaybook(here.slug, { no: 1 });
  assert.deepEqual([one?.name, one?.versions.map(({ version }) => version)], ['两栋楼一条路', [2, 1]]);
  await assert.rejects(sql('update playbook_version set name = $2 where community_id = $1', [here.communityId, 'x']));
});

test('it is asked whether it still holds; retired, nothing more is done with it', async () => {
  const here = await makeVerified();
  done(await drawPlaybook(here.secretary, drawn));
  const waits = async () => (await deskToday(here.secretary, {}))?.lines.some(({ act }) => act === 'playbook_reviews');
  assert.equal(await waits(), false);
  here.at('2023-11-22');
  assert.equal(await waits(), true);
  const overdue = async () => {
    const one = await boardPlaybook(here.slug, { no: 1 });
    return one && one.reviewOn < one.today;
  };
  assert.equal(await overdue(), false, 'on the day itself it is still time');
  here.at('2023-11-23');
  assert.equal(await overdue(), true);
  here.at('2023-11-22');
  const review = { playbook: 1, verdict: 'doubtful', reason: '台阶冬天结冰', next: '2024-03-01' };
  assert.equal(code(await reviewPlaybook(here.secretary, { ...review, next: '2023-11-22' })), 'review_day');
  done(await reviewPlaybook(here.secretary, review));
  assert.equal(await waits(), false);
  done(await retirePlaybook(here.secretary, { playbook: 1, reason: '换了更好的' }));
  assert.equal(code(await reviewPlaybook(here.secretary, review)), 'retired');
  assert.equal((await boardPlaybook(here.slug, { no: 1 }))?.retiredReason, '换了更好的');
  done(await drawPlaybook(here.secretary, { ...drawn, next: '2024-03-01' }));
  assert.equal(code(await drawPlaybook(here.secretary, drawn)), 'drawn_already');
});

test('taken up elsewhere with what was changed, asked about half a year later, and a failure counts', async () => {
  const here = await makeVerified();
  done(await drawPlaybook(here.secretary, drawn));
  const there = await makeCommunity();
  there.at('2023-08-31');
  const person = await there.staff('party-secretary');
  const theirs = there.by(person);
  const matters = [
    { text: '斜坡太滑，老人滑倒，底下的楼嫌吵，想要一条路', kind: 'path_green' as const },
    { text: '想办联欢会', kind: 'other' as const },
  ];
  const [offers = [], none] = (await playbooksLike(theirs, { matters })) ?? [];
  const offer = offers.find(({ one }) => one.slug === here.slug);
  assert.ok(offer?.mayAdopt && offer.themes.length > 0);
  assert.deepEqual(none, []);
  const found = await deskPlaybooks(theirs, askedIn({ q: '近路 坡下', kind: 'path_green' }));
  const id = found?.playbooks.find(({ slug }) => slug === here.slug)?.id ?? 0;
  assert.deepEqual((await deskPlaybooks(theirs, askedIn({ q: '没有这样的话' })))?.playbooks, []);
  const adopted = { playbook: id, place: '3号楼前', changed: '没有坡，只改线' };
  assert.equal(code(await adoptPlaybook(here.secretary, adopted)), 'own_playbook');
  assert.equal(code(await adoptPlaybook(there.by(await there.staff('social-worker')), adopted)), 'not_allowed');
  const { adoption } = done(await adoptPlaybook(theirs, adopted));
  assert.equal(code(await adoptPlaybook(theirs, adopted)), 'adopted_already');
  assert.equal((await offeredPlaybook(theirs, { id }))?.mine?.changed, '没有坡，只改线');
  assert.equal((await ownAdoption(theirs, { id: adoption }))?.row.askOn, '2024-02-29');
  assert.equal(await ownAdoption(here.secretary, { id: adoption }), undefined, 'it is the other community’s');
  const told = { adoption, outcome: 'helped', reason: '没人再吵' };
  assert.equal(code(await tellOutcome(theirs, told)), 'too_early');
  done(await tellOutcome(theirs, { ...told, outcome: 'failed', reason: '底下的楼没同意' }));
  assert.equal(code(await tellOutcome(theirs, told)), 'told_already');
  const { tally, adoptions } = (await boardPlaybook(here.slug, { no: 1 })) ?? {};
  assert.deepEqual(tally, { adopted: 1, failed: 1, partly: 0, helped: 0, open: 0 });
  assert.equal(adoptions?.[0]?.reason, '底下的楼没同意');
});
