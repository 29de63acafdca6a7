import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { z } from 'zod';
import { GATES_OF } from '@/features/proposals/rules/gates';
import { decideGate } from '@/features/scoping/commands/gates';
import * as grouping from '@/features/scoping/commands/groups';
import * as agree from '@/features/signoff/commands/agree';
import { answerOpposition } from '@/features/signoff/commands/return';
import * as accept from '@/features/works/commands/accept';
import { checkMilestone, reportMilestone } from '@/features/works/commands/report';
import type { Call, Command } from '@/lib/gate';
import { showing } from '@/lib/shown';
import { makeCounted } from './agreeing';
import { makeBuilding, makeBuilt, photograph } from './building';
import { done, makeConsultation } from './consultation';
import { closeAll } from './fixture';
import { decideCommitment, declareAgreement, nameGroups, opposeNotice, recordOpposition } from './shown';

after(closeAll);

/** Opens the form, lets somebody change what it shows, sends it: refused with both; having read that, it is taken. */
async function overtaken<T, S extends z.ZodType, C extends string>(
  command: Command<T, S, C>,
  call: Call,
  form: Record<string, unknown>,
  change: () => Promise<unknown>,
) {
  const send = async (shown: string) => {
    const answer = await command(call, { ...form, shown });
    assert.ok(!answer.ok && answer.refusal.code === 'overtaken', JSON.stringify(answer));
    return answer.refusal.details ?? {};
  };
  const { shown } = await send(showing({}));
  await change();
  const { shown: now, ...told } = await send(String(shown));
  const texts = (when: string) => Object.entries(told).flatMap(([name, text]) => (name.startsWith(when) ? [text] : []));
  assert.notDeepEqual(texts('was_'), texts('now_'));
  return done(await command(call, { ...form, shown: now }));
}

test('attack 14: groups, a notice and an answer to an opposition are about what was shown', async () => {
  const drawn = await makeConsultation();
  const places = await drawn.sql<{ id: number }>('select id from building where community_id = $1 order by name', [
    drawn.communityId,
  ]);
  const groups = (why: string) =>
    places.map(({ id }) => ({ name: `${id}号楼`, effect: 'bears', why, places: [`building:${id}`] }));
  await overtaken(grouping.nameGroups, drawn.by(drawn.worker), { proposal: 1, groups: groups('近') }, async () =>
    done(await nameGroups(drawn.by(drawn.secretary), { proposal: 1, groups: groups('远') })),
  );

  const here = await makeCounted({ '14': Array(10).fill('support'), '15': Array(7).fill('support') });
  await here.gates();
  done(await declareAgreement(here.by(here.governance), { proposal: 1 }));
  const permit = { proposal: 1, gate: GATES_OF.path_green[0]?.key, outcome: 'satisfied', evidence: '补发的批文' };
  await overtaken(agree.postNotice, here.by(here.secretary), { proposal: 1 }, async () =>
    done(await decideGate(here.by(here.secretary), { ...permit, decidedOn: '2022-03-02' })),
  );
  const household = here.household('15', 0);
  const said = { proposal: 1, household, words: '太吵', proof: 'read_back', witnessName: '对门王阿姨' };
  const { opposition } = done(await recordOpposition(here.by(here.captainBelow), said));
  const answer = { proposal: 1, opposition, answer: '换小一号的', outcome: 'not_upheld' };
  const taken = await overtaken(answerOpposition, here.by(here.governance), answer, async () =>
    done(await opposeNotice(here.by(here.person('15', 0)), { proposal: 1, words: '不是吵，是挡光' })),
  );
  assert.notEqual(taken.opposition, opposition, 'the household’s own word is answered');
});

test('attack 14: a report is checked, and works are accepted, as they were read', async () => {
  const here = await makeBuilding();
  here.at('2022-04-10');
  done(await photograph(here, here.milestoneId));
  const report = (actual: string) =>
    reportMilestone(here.by(here.property), { works: 1, milestone: 1, actualOn: '2022-04-10', actual });
  done(await report('23'));
  await overtaken(checkMilestone, here.by(here.worker), { works: 1, milestone: 1 }, async () =>
    done(await report('24')),
  );

  const built = await makeBuilt();
  const below = built.by(built.person('15', 0));
  await overtaken(accept.giveAcceptance, below, { works: 1, outcome: 'accepted' }, async () =>
    done(await decideCommitment(below, { works: 1, commitment: built.commitment, outcome: 'accepted' })),
  );
});
