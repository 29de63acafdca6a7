import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { callMeeting } from '@/features/meetings/commands/call';
import { strike, tick } from '@/features/meetings/commands/door';
import { doorMeeting } from '@/features/meetings/queries/door';
import { makeComparison } from '@/tests/choosing';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { chooseAlternative, recordWord, sayWord } from '@/tests/shown';
import { doorComparison } from '../queries/door';

after(closeAll);

/** Alternatives are asked about, and talked over at a meeting to which the first four households of building 9 came. */
async function talkedOver() {
  const here = await makeComparison();
  const { proposal, worker } = here;
  await here.opened();
  const { meeting } = done(
    await callMeeting(here.by(worker), {
      title: '棚建在哪儿',
      place: '活动室',
      startsAt: '2022-03-03T19:00',
      minutes: '60',
      proposals: [String(proposal)],
      entrances: [String(here.entrance('9', 1))],
    }),
  );
  const homes = [0, 1, 2, 3].map((n) => here.household('9', n));
  here.at('2022-03-03T19:10');
  done(await tick(here.by(worker), { meeting, households: homes.map(String) }));
  const said = (n: number, answer: 'can' | 'cannot', more: object = {}) =>
    recordWord(here.by(here.captains['9'] ?? 0), {
      proposal,
      household: here.household('9', n),
      answers: here.answers([[2, answer]]),
      channel: 'meeting',
      proof: 'attendance',
      ...more,
    });
  return { ...here, meeting, homes, said };
}

test('what is said of alternatives at a meeting is written down from its list, and counts nobody twice', async () => {
  const here = await talkedOver();
  const { proposal, meeting, homes, said, worker } = here;
  assert.equal(code(await said(5, 'can')), 'not_at_the_meeting');
  assert.equal(code(await said(0, 'can', { proof: 'read_back', witnessName: '王阿姨' })), 'proof_missing');
  assert.equal(code(await said(0, 'can', { channel: 'door' })), 'proof_missing');
  const page = await doorComparison(here.by(here.captains['9'] ?? 0), { no: proposal, household: homes[0] ?? 0 });
  assert.equal(page?.home?.met?.no, meeting);
  const away = await doorComparison(here.by(here.captains['9'] ?? 0), {
    no: proposal,
    household: here.household('9', 5),
  });
  assert.equal(away?.home?.met, null);
  done(await said(0, 'can'));
  done(await here.record('9', 1, [[2, 'cannot']]));
  done(await said(1, 'can'));
  const own = await here.resident(homes[2] ?? 0);
  done(await sayWord(here.by(own), { proposal, answers: here.answers([[2, 'cannot']]) }));
  done(await said(2, 'can'));
  const hall = await doorMeeting(here.by(worker), { no: meeting });
  assert.deepEqual(
    hall?.present.map(({ rounds, comparisons }) => [rounds.length, comparisons.map(({ met, heard }) => [met, heard])]),
    [
      [0, [[true, true]]],
      [0, [[true, true]]],
      [0, [[true, true]]],
      [0, [[false, false]]],
    ],
  );
  assert.equal(code(await strike(here.by(worker), { meeting, household: homes[0] })), 'spoke_there');
  done(await strike(here.by(worker), { meeting, household: homes[3] }));
  done(await here.close());
  const [cell] = await sql<{ supports: number; opposes: number }>(
    `select c.supports, c.opposes from alternative_cell c
      join alternative_group g on g.community_id = c.community_id and g.id = c.group_id and g.name = '9号楼'
      where c.community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(
    cell,
    { supports: 2, opposes: 1 },
    'three households, and its own word before what was written down',
  );
});

test('chosen, it is said at the meeting in the first round too; also where its home was struck off since', async () => {
  const here = await talkedOver();
  const { proposal, meeting, homes, said, worker } = here;
  done(await said(0, 'can'));
  done(await said(1, 'can'));
  const own = await here.resident(homes[1] ?? 0);
  done(await sayWord(here.by(own), { proposal, answers: here.answers([[2, 'cannot']]) }));
  here.at('2022-03-03T21:00');
  done(await strike(here.by(own), { meeting, household: homes[1] }));
  done(await here.close());
  const { round } = done(
    await chooseAlternative(here.by(here.governance), { proposal, alternative: 2, reason: '只有这里接得上电' }),
  );
  const opinions = await sql<{ household: number; channel: string; proof: string | null; met: boolean }>(
    `select o.household_id as household, o.channel, o.proof, o.meeting_id is not null as met from opinion o
      join round r on r.community_id = o.community_id and r.id = o.round_id and r.no = $2
      where o.community_id = $1 order by o.household_id, o.seq`,
    [here.communityId, round],
  );
  assert.deepEqual(
    opinions.map((one) => [one.household, one.channel, one.proof, one.met]),
    [
      [homes[0], 'meeting', 'attendance', true],
      [homes[1], 'meeting', 'attendance', true],
      [homes[1], 'self', null, false],
    ],
  );
  assert.equal(code(await strike(here.by(worker), { meeting, household: homes[0] })), 'spoke_there');
});

test('the database itself takes no word of a meeting from whoever was not there', async () => {
  const here = await talkedOver();
  done(await here.said(0, 'can'));
  await sql(`update comparison set closes_at = '2200-01-01' where community_id = $1`, [here.communityId]);
  await assert.rejects(
    sql(
      `insert into alternative_word (community_id, comparison_id, household_id, seq, own, channel, meeting_id, recorder_id, proof, received_at)
       select w.community_id, w.comparison_id, $2, 1, false, 'meeting', w.meeting_id, w.recorder_id, 'attendance', w.received_at
         from alternative_word w where w.community_id = $1`,
      [here.communityId, here.household('9', 5)],
    ),
    /not said at this meeting/,
  );
});
