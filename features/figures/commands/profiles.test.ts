import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { approveCohort, draftCohort } from '@/features/cohorts/commands/cohorts';
import { publicDistrict } from '@/features/cohorts/queries/public';
import { sealedCohort } from '@/features/cohorts/queries/sealed';
import { waitsInOffice } from '@/features/cohorts/queries/waiting';
import { env } from '@/lib/env';
import { digest } from '@/lib/ledger';
import { verifyWords } from '@/lib/told';
import { code, done } from '@/tests/consultation';
import { makeDistrict, sendSomebody } from '@/tests/district';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { correctFigures, recordFigures } from '../commands';
import { boardFigures } from '../queries';
import { officeProfiles } from '../queries/profiles';
import { room } from '../room';
import { sayingOf } from '../rules';
import { answerProfile, proposeProfile } from './profiles';

after(closeAll);

let made = 0;
const uuid = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;

async function place() {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('hotline-centre'), await of.office('hotline-centre')];
  const hotline = await here.staff('hotline');
  const proposed = (more: object = {}) => ({
    district: of.slug,
    name: '新口径',
    month: '2022-04',
    response: '2',
    resolution: '4',
    satisfaction: '4',
    fairlyTenths: '8',
    reason: '试',
    submission: uuid(),
    ...more,
  });
  const propose = async (more: object = {}) => done(await proposeProfile(first, proposed(more))).profile;
  const answer = (by: number, profile: number, agreed: 'yes' | 'no', reason = '') =>
    answerProfile(by, { district: of.slug, profile, agreed, reason });
  const period = (from: string, to: string, profile: string, more: object = {}) => {
    const counts = { effective: 20, contacted: 20, resolved: 15, satisfied: 10, fairlySatisfied: 5 };
    return { from, to, ...counts, ...more, looked: sayingOf({ from, to, profile, ...counts, ...more }) };
  };
  const record = async (from: string, to: string, profile: string) =>
    done(await recordFigures(here.by(hotline), period(from, to, profile)));
  return { here, of, first, second, hotline, proposed, propose, answer, period, record };
}

test('a profile holds from the month on that was said, once somebody else has agreed, and stands in every record', async () => {
  const { here, of, first, second, propose, answer, record } = await place();
  const profile = await propose();
  assert.equal(code(await answer(first, profile, 'yes')), 'second_person');
  const open = async () =>
    (await publicDistrict({ district: of.slug }))?.profiles.map(({ name, hash }) => [name, hash?.length]);
  assert.deepEqual(await open(), [], 'nobody else reads of it before');
  done(await answer(second, profile, 'yes'));
  assert.equal(code(await answer(second, profile, 'no', '晚了')), 'answered_already');
  const leaf = (await here.leaves()).find(({ act }) => act === 'profile.answer');
  assert.equal(leaf?.subject, `profile/${profile}`);

  here.at('2022-06-01');
  await record('2022-02-19', '2022-03-18', 'beijing_district_2025');
  await record('2022-03-19', '2022-04-18', '新口径');
  const [later, earlier] = (await boardFigures(here.slug, {}))?.periods ?? [];
  assert.deepEqual([earlier?.rates.satisfaction?.n, earlier?.rates.composite], ['14.5', '76.5']);
  assert.deepEqual([later?.rates.satisfaction?.n, later?.rates.composite], ['14', '78.0']);
  assert.equal(later?.profile.hash?.length, 64);
  assert.deepEqual(await open(), [['新口径', 64]]);
});

test('what is published stays as it was counted, also when it is corrected after another way came into force', async () => {
  const { here, second, hotline, propose, answer, period, record } = await place();
  await record('2021-12-19', '2022-01-18', 'beijing_district_2025');
  const before = (await boardFigures(here.slug, {}))?.periods[0];
  done(await answer(second, await propose(), 'yes'));
  done(await answer(second, await propose({ name: '再新', month: '2022-05', fairlyTenths: '0' }), 'yes'));
  here.at('2022-07-01');
  assert.deepEqual((await boardFigures(here.slug, {}))?.periods[0], before);
  await record('2022-03-19', '2022-04-18', '新口径');
  const [stood] = await here.sql<{ id: number }>(`select max(id) as id from rate_period where community_id = $1`, [
    here.communityId,
  ]);
  const other = period('2022-03-19', '2022-04-18', '新口径', { resolved: 16 });
  done(await correctFigures(here.by(hotline), { ...other, corrects: stood?.id, reason: '数错一件' }));
  const [corrected] = (await boardFigures(here.slug, {}))?.periods ?? [];
  assert.deepEqual([corrected?.profile.name, corrected?.rates.satisfaction?.n], ['新口径', '14']);
  await assert.rejects(
    here.sql('update rate_period set satisfied = 0 where community_id = $1', [here.communityId]),
    /append-only/,
  );
});

test('months that have begun, weights that are no whole, names and months that are taken: refused, and nothing is lost', async () => {
  const { first, second, proposed, propose, answer } = await place();
  const given = async (more: object) => code(await proposeProfile(first, proposed(more)));
  assert.equal(await given({ month: '2022-03' }), 'month_begun');
  assert.equal(await given({ response: '3' }), 'not_ten');
  assert.equal(await given({ fairlyTenths: '11' }), 'invalid');
  const once = proposed();
  const twice = [done(await proposeProfile(first, once)), done(await proposeProfile(first, once))];
  assert.deepEqual(twice[0], twice[1], 'a form sent twice is one proposal');
  assert.equal(code(await proposeProfile(first, { ...once, reason: '另一个理由' })), 'key_reused');
  assert.equal(code(await proposeProfile(second, once)), 'key_reused', 'nobody takes up what another has sent');
  assert.equal(await given({}), 'profile_named');
  const other = await propose({ name: '又一个' });
  done(await answer(second, other, 'yes'));
  assert.equal(code(await answer(second, twice[0]?.profile ?? 0, 'yes')), 'month_taken');
  assert.equal(code(await answer(first, twice[0]?.profile ?? 0, 'no')), 'reason_lacking');
  done(await answer(first, twice[0]?.profile ?? 0, 'no', '不提了'));
});

test('a proposal that is looked at too late does not reach back', async () => {
  const { here, second, propose, answer } = await place();
  const profile = await propose();
  here.at('2022-03-19');
  assert.equal(code(await answer(second, profile, 'yes')), 'month_begun');
});

test('whoever holds no office over the whole district neither proposes, nor agrees, nor sees what was proposed', async () => {
  const { of, first, second, propose, proposed, answer } = await place();
  const profile = await propose();
  const street = await of.office('street-office', of.streetId);
  const elsewhere = await (await makeDistrict([])).office('hotline-centre');
  for (const person of [street, elsewhere]) {
    assert.equal(code(await proposeProfile(person, proposed())), 'not_allowed');
    assert.equal(code(await answer(person, profile, 'yes')), 'not_allowed');
    assert.equal(await officeProfiles(person, { district: of.slug }), undefined);
  }
  const seen = async (person: number) =>
    (await officeProfiles(person, { district: of.slug }))?.all.map(({ own, agreed }) => [own, agreed]);
  assert.deepEqual([await seen(first), await seen(second)], [[[true, null]], [[false, null]]]);
  const waits = async (person: number) => (await waitsInOffice(person, { district: of.slug }))?.map(({ task }) => task);
  assert.deepEqual([await waits(first), await waits(second), await waits(street)], [[], ['agree'], undefined]);
  done(await answer(second, profile, 'no', '不改'));
  assert.deepEqual(await waits(second), []);
});

test('the database ties no number to a profile nobody agreed to, nor to that of another district', async () => {
  const { here, second, propose, answer } = await place();
  const insert = (of: { communityId: number }, profile: number) =>
    sql(
      `insert into rate_period (community_id, from_day, to_day, profile, profile_id, effective, recorded_at)
       values ($1, '2022-04-01', '2022-04-02', '新口径', $2, 1, now())`,
      [of.communityId, profile],
    );
  const profile = await propose();
  await assert.rejects(insert(here, profile), /not in force there/);
  done(await answer(second, profile, 'yes'));
  await insert(here, profile);
  await assert.rejects(insert(await makeCommunity(), profile), /not in force there/);
  await assert.rejects(
    sql(
      `insert into rate_period (community_id, from_day, to_day, profile, effective, recorded_at)
       values ($1, '2022-05-01', '2022-05-02', '没有这个', 1, now())`,
      [here.communityId],
    ),
    /rate_period_usual/,
  );
});

test('a cohort is compared by what was in force before it, sealed with its numbers', async () => {
  const { here, of, second, propose, answer, record } = await place();
  done(await answer(second, await propose(), 'yes'));
  here.at('2022-07-01');
  await record('2022-03-19', '2022-04-18', '新口径');
  const [one, two] = [await of.office('organisation'), await of.office('organisation')];
  const draft = {
    district: of.slug,
    name: '一批',
    from: '2022-05-01',
    to: '2022-12-31',
    weights: '2,2,2,2,1,1',
    beforeFrom: '2022-03-19',
    beforeTo: '2022-04-18',
    afterFrom: '2022-05-19',
    afterTo: '2022-06-18',
    places: String(here.communityId),
    [`reason_${here.communityId}`]: '试',
    submission: uuid(),
  };
  done(await draftCohort(one, draft));
  const [cohort] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  done(await approveCohort(two, { district: of.slug, cohort: cohort?.id }));
  const { communityId: community } = here;
  done(await sendSomebody(one, { district: of.slug, cohort: cohort?.id ?? 0, community }));
  await sql('insert into cohort_publication (cohort_id, published_by, at) values ($1, $2, now())', [cohort?.id, two]);
  const page = await publicDistrict({ district: of.slug });
  assert.equal(page?.cohort?.profile.name, '新口径');
  const [own] = page?.cohort?.reading?.compared.communities ?? [];
  assert.equal(own?.satisfaction.before?.n, '14');
  const sealed = await sealedCohort({ district: of.slug, no: 1 });
  assert.deepEqual(
    [sealed?.basis, sealed?.baseline].map((text) => digest(text ?? '')),
    [sealed?.basisHash, sealed?.baselineHash],
    'whoever distrusts it makes both fingerprints anew',
  );
  assert.match(sealed?.baseline ?? '', /"profile":\{"fairlyTenths":8,/);
});

test('doctor says which profile is no longer what its fingerprint was made of', async () => {
  const { propose } = await place();
  const profile = await propose({ name: '带“引号"和\\的' });
  const owner = new pg.Client({ connectionString: env.databaseUrl });
  await owner.connect();
  const unlike = async () =>
    (await verifyWords(owner, { said: {}, told: [], hashed: [], sealed: room.sealed })).filter((line) =>
      line.startsWith(`rate_profile ${profile} `),
    ).length;
  try {
    assert.equal(await unlike(), 0);
    await owner.query('begin; alter table rate_profile disable trigger user');
    await owner.query('update rate_profile set fairly_tenths = 9 where id = $1', [profile]);
    assert.equal(await unlike(), 1);
  } finally {
    await owner.query('rollback');
    await owner.end();
  }
});
