import { closeComparison } from '@/features/alternatives/commands/close';
import { draftAlternative } from '@/features/alternatives/commands/draft';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { done } from './consultation';
import { makeCommunity, sql } from './fixture';
import { openComparison, recordWord, submitProposal } from './shown';

const buildings = [
  { name: '7', entrances: 1, doorsPerEntrance: 12 },
  { name: '8', entrances: 1, doorsPerEntrance: 15 },
  { name: '9', entrances: 1, doorsPerEntrance: 12 },
];

const charging = {
  kind: 'lighting_charging',
  title: '电动车充电棚放哪儿',
  place: '7号楼到9号楼之间',
  problem: '飞线充电，怕着火',
  ask: '建一个充电棚',
};

type Answer = 'can' | 'cannot' | 'no_view';

/** A proposal with two alternatives: at the wall of building 7, or on the lawn before building 9; building 8 would use either. */
export async function makeComparison() {
  const here = await makeCommunity({ buildings });
  here.at('2022-03-01');
  const [worker, secretary, governance] = await Promise.all([
    here.staff('social-worker'),
    here.staff('party-secretary'),
    here.staff('governance-secretary'),
  ]);
  await here.sql(
    `insert into term (community_id, person_id, cohort, from_day, to_day) values ($1, $2, '一', '2021-12-01', '2022-10-31')`,
    [here.communityId, governance],
  );
  const captains: Record<string, number> = {};
  for (const { name } of buildings) captains[name] = await here.captain(here.entrance(name, 1));
  const author = await here.resident(here.household('8', 0));
  const { draft } = done(await saveDraft(here.by(author), charging));
  const { proposal } = done(await submitProposal(here.by(author), { draft }));
  done(await acceptProposal(here.by(worker), { proposal }));
  const [at7, at8, at9] = await Promise.all(
    buildings.map(async ({ name }) => {
      const [row] = await sql<{ id: number }>('select id from building where community_id = $1 and name = $2', [
        ...[here.communityId, name],
      ]);
      return `building:${row?.id ?? 0}`;
    }),
  );
  const group = (name: string, effect: string, place: string | undefined) => ({
    name,
    effect,
    why: '在棚边上',
    places: [place],
  });
  const wall = {
    title: '靠7号楼北墙一排',
    summary: '贴着北墙建十个棚',
    cost: '42000',
    clauses: '离窗6米\n夜里不亮灯',
    groups: [group('7号楼', 'bears', at7), group('8号楼', 'benefits', at8)],
  };
  const lawn = {
    title: '9号楼前草坪',
    summary: '草坪北边建十个棚',
    cost: '58000',
    clauses: '不动树\n离窗12米',
    groups: [group('9号楼', 'bears', at9), group('8号楼', 'benefits', at8)],
  };
  const write = (more: object = wall, by = worker) => draftAlternative(here.by(by), { proposal, ...more });
  const drafted = async () => {
    done(await write(wall));
    done(await write(lawn));
  };
  const open = (closesOn = '2022-03-12') => openComparison(here.by(secretary), { proposal, closesOn });
  const opened = async () => {
    await drafted();
    done(await open());
  };
  const answers = (given: [number, Answer][]) =>
    given.map(([position, answer]) => ({
      position,
      answer,
      words: '',
      ground: answer === 'cannot' ? 'noise' : undefined,
    }));
  /** Written down at the door `index` of a building by its captain. */
  const record = (building: string, index: number, given: [number, Answer][], takes?: number) =>
    recordWord(here.by(captains[building] ?? 0), {
      proposal,
      household: here.household(building, index),
      answers: answers(given),
      takes,
      proof: 'read_back',
      witnessName: '对门王阿姨',
    });
  /** So many of a building say so, from its first door on. */
  const recordAll = async (building: string, ...said: [number, [number, Answer][], number?][]) => {
    let index = 0;
    for (const [times, given, takes] of said)
      for (let n = 0; n < times; n += 1, index += 1) done(await record(building, index, given, takes));
  };
  const close = async () => {
    here.at('2022-03-13T00:30');
    return closeComparison(here.bySystem('comparison.close'), { proposal });
  };
  const state = async () =>
    (
      await sql<{ state: string }>('select state from proposal where community_id = $1 and no = $2', [
        ...[here.communityId, proposal],
      ])
    )[0]?.state;
  return {
    ...here,
    worker,
    secretary,
    governance,
    captains,
    author,
    proposal,
    wall,
    lawn,
    write,
    drafted,
    open,
    opened,
    answers,
    record,
    recordAll,
    close,
    state,
  };
}
export type Comparison = Awaited<ReturnType<typeof makeComparison>>;
