import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addCrack, publishDiagnosis, raiseCrack, reportCrack } from '@/features/diagnosis/commands/promise';
import { myLetters } from '@/features/me/queries';
import { askToJoin } from '@/features/people/commands/join';
import { done, makeConsultation } from '@/tests/consultation';
import { makeDistrict } from '@/tests/district';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { handlers } from './jobs';
import { waitsAbove } from './queries/above';

after(closeAll);

test('whoever holds an office gets one letter a day at most, of what came since the last; who has nothing new gets none', async () => {
  const here = await makeConsultation();
  const lettersOf = async (person: number) =>
    (
      await sql<{ count: number; at: string }>(
        `select (detail->>'count')::int as count, detail->>'at' as at from letter
          where person_id = $1 and kind = 'duties' order by id`,
        [person],
      )
    ).map(({ count, at }) => [count, at]);
  const tell = () => handlers.desk_tell?.({ community: here.slug });
  await here.firstRound();
  here.at('2022-03-03T07:07');
  await tell();
  await tell();
  const first = await lettersOf(here.worker);
  assert.equal(first.length, 1);
  assert.equal(first[0]?.[1], 'desk');
  assert.deepEqual(await lettersOf(here.captain), [[1, 'door']]);
  assert.deepEqual(await lettersOf(here.author), []);
  here.at('2022-03-04T07:07');
  await tell();
  assert.equal((await lettersOf(here.worker)).length, 1, 'nothing is new');
  here.at('2022-03-04T12:00');
  const { door } = here.home(here.household('14', 3));
  done(
    await askToJoin(here.by(await here.outsider()), { name: '刘某', building: '14', entrance: '1', door, note: '' }),
  );
  await tell();
  here.at('2022-03-05T07:07');
  await tell();
  assert.deepEqual((await lettersOf(here.worker)).slice(1), [[1, 'desk']]);
  assert.deepEqual((await lettersOf(here.captain)).slice(1), [[1, 'door']]);
});

test('an office above communities is told the same way, in the first community of its district or street', async () => {
  const [first, second] = [await makeCommunity(), await makeCommunity()];
  const of = await makeDistrict([first, second]);
  const [office, clerk, centre] = [
    await of.office('organisation'),
    await of.office('street-office', of.streetId),
    await of.office('hotline-centre'),
  ];
  const lettersOf = (person: number) =>
    sql<{ community: number; detail: { count: number } }>(
      `select community_id as community, detail from letter where person_id = $1 and kind = 'duties' order by id`,
      [person],
    );
  const tell = async () => {
    for (const { slug: community } of [first, second]) await handlers.desk_tell?.({ community });
  };
  const secretary = second.by(await second.staff('governance-secretary'));
  second.at('2022-03-06');
  done(await publishDiagnosis(secretary, { legacy: '2014年建的时候没留路' }));
  const crack = {
    title: '土坡上修条路',
    cause: 'legacy',
    owner: 'governance-secretary',
    dueOn: '2022-10-31',
    sign: '不摔',
  };
  const raise = async (no: number, level: string) => {
    done(await addCrack(secretary, crack));
    done(await reportCrack(secretary, { crack: no, state: 'stuck', words: '要批', loosener: '园林局' }));
    done(await raiseCrack(secretary, { crack: no, level, asks: '请来看', dueOn: '2022-03-20' }));
  };
  await raise(1, 'district');
  await raise(2, 'street');
  await raise(3, 'street');
  assert.deepEqual((await waitsAbove(clerk, { district: of.slug, office: 'street-office' })).length, 2);
  second.at('2022-03-07T07:07');
  await tell();
  await tell();
  const told = (count: number) => [
    { community: Math.min(first.communityId, second.communityId), detail: { at: 'office', count, district: of.slug } },
  ];
  assert.deepEqual(await lettersOf(office), told(1));
  assert.deepEqual(await lettersOf(clerk), told(2));
  assert.deepEqual(await lettersOf(centre), []);
  second.at('2022-03-08T07:07');
  await tell();
  assert.deepEqual((await lettersOf(clerk)).length, 1, 'nothing is new');
  const { letters } = await myLetters(clerk, { after: null });
  assert.deepEqual(
    letters.map(({ kind, detail }) => [kind, detail]),
    [['duties', told(2)[0]?.detail]],
  );
  await sql('update office_grant set to_at = $2 where person_id = $1', [clerk, '2022-03-08T08:00+08:00']);
  await raise(4, 'street');
  second.at('2022-03-09T07:07');
  await tell();
  assert.equal((await lettersOf(clerk)).length, 1, 'whose office has ended is told nothing');
});
