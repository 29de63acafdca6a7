import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { askToJoin } from '@/features/people/commands/join';
import { done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { handlers } from './jobs';

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
  const tell = () => handlers.desk_tell?.({});
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
