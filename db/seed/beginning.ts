import { linkCase, postCase, recordCase } from '@/features/cases/commands';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { addComment } from '@/features/proposals/commands/comment';
import { saveDraft, submitProposal } from '@/features/proposals/commands/draft';
import { giveSupport } from '@/features/proposals/commands/support';
import { startConsultation } from '@/features/scoping/commands/consult';
import { confirmGroups, nameGroups } from '@/features/scoping/commands/groups';
import { addDays } from '@/lib/calendar';
import { answer, takeInHand } from './hotline';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

/** Eleven complaints, invented: the people above about falls, the people below about noise. */
const complaints: {
  kind?: 'suggestion';
  building: Building;
  door: number;
  on: string;
  title: string;
  words: string;
}[] = [
  {
    building: '14',
    door: 0,
    on: '2021-12-10',
    title: '坡上小道雨雪天滑，有人摔倒',
    words: '我在这条坡上摔过三回，修条正经路吧。',
  },
  { building: '14', door: 7, on: '2021-12-12', title: '去公交站要绕行五六分钟', words: '走正道太远，年纪大了走不动。' },
  { building: '14', door: 21, on: '2021-12-26', title: '自铺的石板松动', words: '石板一踩就晃。' },
  {
    building: '14',
    door: 33,
    on: '2022-01-06',
    title: '孩子上学走坡不安全',
    words: '天不亮孩子就从坡上下去，提心吊胆。',
  },
  { building: '14', door: 48, on: '2022-01-15', title: '雪后坡面结冰', words: '下雪那几天没人敢走。' },
  { building: '14', door: 60, on: '2022-01-20', title: '坡上没有扶手', words: '没有地方扶。' },
  {
    kind: 'suggestion',
    building: '14',
    door: 75,
    on: '2022-02-08',
    title: '希望修一条正式的路',
    words: '盼了好几年了。',
  },
  { building: '15', door: 13, on: '2021-12-15', title: '窗外小道来往吵', words: '夜里脚步声、说话声，睡不好。' },
  { building: '15', door: 20, on: '2021-12-28', title: '过路人能看进屋里', words: '白天都得拉着窗帘。' },
  { building: '15', door: 31, on: '2022-01-11', title: '踩坏了楼前绿地', words: '好好的草地踩出一条土路。' },
  { building: '15', door: 44, on: '2022-02-10', title: '反对在窗根下修路', words: '要修也别从我们窗户底下过。' },
];

const place = '14号楼与15号楼之间的坡';

/** Days from a complaint to its answer. */
const ANSWERED_AFTER = 3;

/** From the first complaint to the start of the consultation. Returns the proposal's number. */
export async function begin(stage: Stage, troupe: Troupe): Promise<number> {
  const cases: { no: number; building: Building; title: string }[] = [];
  const days = complaints
    .flatMap((one) => [
      { ...one, said: true, at: `${one.on} 10:00` },
      { ...one, said: false, at: `${addDays(one.on, ANSWERED_AFTER)} 16:00` },
    ])
    .sort((a, b) => a.at.localeCompare(b.at));
  for (const { said, at, ...one } of days) {
    await stage.at(at);
    if (!said) {
      const known = cases.find(({ title }) => title === one.title);
      if (known) await answer(troupe, known.no);
      continue;
    }
    const { no } = await troupe.act('hotline', recordCase, {
      kind: one.kind ?? 'complaint',
      source: '12345',
      title: one.title,
      words: one.words,
      place,
      category: '小区管理->公共设施->道路',
      building: troupe.buildingIds[one.building],
      household: troupe.homes[one.building][one.door],
      happenedOn: stage.day(one.on),
    });
    await troupe.act('social-worker', postCase, { case: no, title: one.title, place });
    cases.push({ no, building: one.building, title: one.title });
    await takeInHand(stage, troupe, no);
  }

  await stage.at('2022-02-14 19:30');
  const { draft } = await troupe.act('resident-14', saveDraft, {
    kind: 'path_green',
    title: '在14号楼与15号楼之间修一条台阶小路',
    place,
    problem:
      '两栋楼之间有一道落差约3米的缓坡，建成时是绿地。走正道出小区要多绕五六分钟，居民多年抄近道，雨雪天常有人摔倒；小路就在15号楼窗下，来往的声音又打扰住户。',
    ask: '请把这条小道修成一条稳当的台阶路。',
  });
  const { proposal } = await troupe.act('resident-14', submitProposal, { draft });

  await stage.at('2022-02-15 09:30');
  await troupe.act('resident-14', giveSupport, { proposal });
  await troupe.act('resident-15', addComment, {
    proposal,
    stance: 'against',
    words: '路不是不能修，可别修在我们窗户底下。',
  });
  await stage.at('2022-02-16 10:00');
  for (const one of cases) {
    const side = one.building === '14' ? 'for' : 'against';
    await troupe.act('social-worker', linkCase, { case: one.no, proposal, side });
  }
  await troupe.act('social-worker', acceptProposal, { proposal });

  await stage.at('2022-02-18 15:00');
  await troupe.act('social-worker', nameGroups, {
    proposal,
    groups: [
      {
        name: '14号楼',
        effect: 'benefits',
        why: '在坡上，出小区少走五六分钟。',
        places: [`building:${troupe.buildingIds['14']}`],
      },
      {
        name: '15号楼',
        effect: 'bears',
        why: '在坡下，路从窗前过，有声音，也怕人往屋里看。',
        places: [`building:${troupe.buildingIds['15']}`],
      },
    ],
  });
  await stage.at('2022-02-21 09:00');
  await troupe.act('party-secretary', confirmGroups, { proposal });
  await stage.at('2022-02-22 09:00');
  await troupe.act('governance-secretary', startConsultation, { proposal });
  return proposal;
}
