import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { judgeNeed, noteNeed } from '@/features/visits/commands/need';
import { myVisits } from '@/features/visits/queries/mine';
import { doorNeed } from '@/features/visits/queries/need';
import { closeAll } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { fair } from '@/tests/programmes';
import { myOccasion } from '../queries/mine';
import { bookForNeed } from './sign-up';

after(closeAll);

test('a need becomes a place at something that is on: nothing is asked again, the household is told and closes it itself', async () => {
  const { here, worker, captain, occasion, homes, people, letters } = await fair();
  const [household, next] = homes;
  const { need } = value(await noteNeed(here.by(captain), { household, wording: '下不了楼，想理发' }));
  const book = (by: number, more: Record<string, unknown> = {}) =>
    havingSeen(bookForNeed)(here.by(by), { need, occasion, heads: '1', channel: 'door', ...more });
  assert.equal(code(await book(people[1] ?? 0)), 'not_allowed');
  const elsewhere = await here.captain(here.entrance('15', 1));
  assert.equal(code(await book(elsewhere)), 'not_allowed');
  assert.equal(code(await book(captain, { need: 999_999 })), 'not_found');
  value(await book(captain));
  assert.equal(code(await book(worker)), 'signed_up_already');
  assert.deepEqual((await letters(0)).slice(0, 2), ['sign_up_recorded', 'need_noted']);
  const seen = await doorNeed(here.by(captain), { need });
  assert.deepEqual([seen?.steps.at(-1)?.into, seen?.steps.at(-1)?.no, seen?.state], ['service', occasion, 'open']);
  assert.equal((await myOccasion(here.by(people[0] ?? 0), { no: occasion }))?.homes[0]?.place?.state, 'taken');
  assert.equal((await myVisits(people[0] ?? 0, {}))[0]?.needs[0]?.steps.at(-1)?.into, 'service');
  const other = value(await noteNeed(here.by(captain), { household: next, wording: '也想理发' })).need;
  value(await havingSeen(judgeNeed)(here.by(people[1] ?? 0), { need: other, verdict: 'dropped' }));
  assert.equal(code(await book(captain, { need: other })), 'need_over');
});
