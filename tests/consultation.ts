import assert from 'node:assert/strict';
import { draftPlan } from '@/features/plans/commands/draft';
import type { Result } from '@/lib/result';
import { type BuildingPlan, makeCommunity } from './fixture';
import { openRound, publishPlan } from './shown';

/** The value of a command that must succeed. */
export function done<T>(outcome: Result<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

/** The code with which a command must be refused. */
export function code(outcome: Result<unknown>): string {
  assert.ok(!outcome.ok, 'it was not refused');
  return outcome.refusal.code;
}

const pixel = { data: Buffer.from('signed').toString('base64'), width: 4, height: 3 };
/** The picture of a signature, as a form hands it on. */
export const photo = { small: pixel, large: pixel };

const small: BuildingPlan[] = [
  { name: '14', entrances: 1, doorsPerEntrance: 12 },
  { name: '15', entrances: 1, doorsPerEntrance: 8 },
];

/**
 * A community with a proposal, number 1, whose consultation has started: building 14 benefits, building 15 bears.
 * Staff and captains are there; it is 2022-03-01 09:00.
 */
export async function makeConsultation(buildings = small) {
  const here = await makeCommunity({ buildings });
  here.at('2022-03-01');
  const [worker, secretary, governance] = await Promise.all([
    here.staff('social-worker'),
    here.staff('party-secretary'),
    here.staff('governance-secretary'),
  ]);
  const { communityId } = here;
  await here.sql(
    `insert into term (community_id, person_id, cohort, from_day, to_day) values ($1, $2, '一', '2021-12-01', '2022-10-31')`,
    [communityId, governance],
  );
  const author = await here.resident(here.household('14', 0));
  const [made] = await here.sql<{ id: number }>(
    `insert into proposal (community_id, no, kind, state, title, place, problem, ask, author_id, author_household_id, rule)
     select $1, 1, 'path_green', 'consulting', '一条下坡的路', '14号楼前', '坡上滑', '修一条路', $2, $3, settings
       from community where id = $1 returning id`,
    [communityId, author, here.household('14', 0)],
  );
  const proposalId = made?.id ?? 0;
  const group = async (position: number, building: string, effect: string): Promise<number> => {
    const households = here.households(building);
    const [row] = await here.sql<{ id: number }>(
      `insert into affected_group (community_id, proposal_id, position, name, effect, households)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [communityId, proposalId, position, `${building}号楼`, effect, households.length],
    );
    await here.sql(
      `insert into group_household (community_id, proposal_id, household_id, group_id)
       select $1, $2, unnest($3::int[]), $4`,
      [communityId, proposalId, households, row?.id ?? 0],
    );
    return row?.id ?? 0;
  };
  const above = await group(1, '14', 'benefits');
  const below = await group(2, '15', 'bears');
  const captain = await here.captain(here.entrance('14', 1));
  const captainBelow = await here.captain(here.entrance('15', 1));
  const draft = (clauses: string, rowVersion?: number) =>
    draftPlan(here.by(worker), {
      proposal: 1,
      title: '方案',
      summary: '修路',
      cost: '86000.50',
      clauses,
      ...(rowVersion && { rowVersion }),
    });
  return {
    ...here,
    proposalId,
    above,
    below,
    author,
    worker,
    secretary,
    governance,
    captain,
    captainBelow,
    draft,
    /** Publishes version 1 and opens a round on it from now to the end of the 12th. */
    firstRound: async (closesOn = '2022-03-12') => {
      done(await draft('从坡上直下\n路宽一米二\n不砍树'));
      done(await publishPlan(here.by(governance), { proposal: 1 }));
      return done(await openRound(here.by(worker), { proposal: 1, closesOn }));
    },
  };
}

export type Consultation = Awaited<ReturnType<typeof makeConsultation>>;
