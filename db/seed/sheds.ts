import { draftAlternative } from '@/features/alternatives/commands/draft';
import { openComparison } from '@/features/alternatives/commands/open';
import { recordWord } from '@/features/alternatives/commands/say';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft, submitProposal } from '@/features/proposals/commands/draft';
import { pictured } from './drawing';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

/** Ten sheds in a row beside a house, or on a lawn with trees; drawn with shapes only. */
const drawn = (
  wall: boolean,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
  <rect width="800" height="600" fill="#FBF8F1"/><rect y="${wall ? 420 : 300}" width="800" height="300" fill="#E7ECDD"/>
  <rect x="60" y="60" width="680" height="150" fill="#D8CDB8" stroke="#4F4838" stroke-width="3"/>
  <g fill="#B8A98C" stroke="#1E1B16" stroke-width="3">${Array.from(
    { length: 10 },
    (_, n) => `<rect x="${90 + n * 62}" y="${wall ? 222 : 440}" width="52" height="70"/>`,
  ).join('')}</g>
  <g fill="#6F8F6A" stroke="#3F5F3C" stroke-width="3">${(wall ? [160, 400, 640] : [130, 238, 346, 454, 562, 670])
    .map((x) => `<circle cx="${x}" cy="${wall ? 500 : 370}" r="30"/>`)
    .join('')}</g></svg>`;

const wood = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'];

type Said = [position: number, answer: 'can' | 'cannot' | 'no_view', words?: string];

/**
 * 方案比选, invented but for what the article tells: ten charging sheds. Two places, each with those beside it; a third of the doors
 * have been asked, and a week is left.
 */
export async function compareSheds(stage: Stage, troupe: Troupe): Promise<void> {
  stage.later(30);
  const { draft } = await troupe.act('resident-14', saveDraft, {
    kind: 'lighting_charging',
    title: '电动车充电棚放在哪儿',
    place: '14号楼和15号楼之间',
    problem: '没有地方充电，从窗户往下拉线，两年里烧过两回插座。',
    ask: '在楼边上建十个能充电的车棚。',
  });
  const { proposal } = await troupe.act('resident-14', submitProposal, { draft });
  await troupe.act('social-worker', acceptProposal, { proposal });
  const { rows: entrances } = await stage.owner.query<{ id: number; building: number; no: number }>(
    `select e.id, e.building_id as building, e.no from entrance e join community c on c.id = e.community_id where c.slug = $1`,
    [troupe.slug],
  );
  const group = (of: Building, effect: string, why: string, only?: (no: number) => boolean) => {
    const here = entrances.filter(({ building, no }) => building === troupe.buildingIds[of] && (only?.(no) ?? true));
    const nos = here.map(({ no }) => no).sort((a, b) => a - b);
    const name = only ? `${of}号楼${nos.join('、')}单元` : `${of}号楼`;
    const places = only ? here.map(({ id }) => `entrance:${id}`) : [`building:${troupe.buildingIds[of]}`];
    return { name, effect, why, places };
  };
  const first = (no: number) => no === 1;
  const others = (no: number) => no !== 1;
  await troupe.act('social-worker', draftAlternative, {
    proposal,
    title: '15号楼北山墙一排',
    summary: '离15号楼没有窗的北山墙两米建十个棚，电从楼里的配电间接出来。',
    cost: '42000',
    costNote: '街道补一半，其余从公共收益里出（编的）',
    clauses: '离最近的窗6米\n夜里十点以后不开大灯\n每个棚装烟感和断电开关',
    // From the end of the windows of 15-1 at (100, -10) to its corner: √(4.5² + 4²) = 6.02 m.
    shapes: '棚 车棚 第1条: 104.5 -6, 113 -6, 113 -3, 104.5 -3',
    groups: [
      group('15', 'bears', '棚在1单元的北山墙外，离最近的窗6米，夜里有人存车', first),
      group('15', 'benefits', '棚在楼的北头，离最近的窗三十米，走几步就能充电', others),
      group('14', 'benefits', '棚在坡那边，离窗五十米开外，过了坡就能充电'),
    ],
  });
  await troupe.act('social-worker', draftAlternative, {
    proposal,
    title: '14号楼前草坪',
    summary: '14号楼前坡上草坪的南头建十个棚，坡上的6棵树都留着。',
    cost: '58000',
    costNote: '街道补一半，其余从公共收益里出（编的）',
    clauses: '离最近的窗12米\n6棵树不动\n每个棚装烟感和断电开关',
    // From the windows of 14-3 and 14-4 at x = 53 it is 12 m, from the end of those of 14-2 at (53, -13) √(12² + 22²) = 25.06 m,
    // from those of 14-1 nearly fifty, from those of 15 at x = 100 33 m.
    shapes: ['棚 车棚 第1条: 65 -60, 67 -60, 67 -35, 65 -35', ...wood.map((one) => `保留 ${one} 第2条`)].join('\n'),
    groups: [
      group('14', 'bears', '棚在楼前草坪的南头，最近的窗12米，最远的25米，夜里有人存车', others),
      group('14', 'benefits', '棚在草坪的南头，离窗近五十米，不用下坡就能充电', first),
      group('15', 'benefits', '棚在坡那边，离窗三十多米，上了坡就能充电'),
    ],
  });
  const { rows } = await stage.owner.query<{ id: number; position: number }>(
    `select a.id, a.position from alternative a join community c on c.id = a.community_id where c.slug = $1 order by 2`,
    [troupe.slug],
  );
  for (const { id, position } of rows) {
    const caption = position === 1 ? '北山墙外的十个棚' : '草坪南头的十个棚，树留着';
    const of = { subject: 'alternative', subjectId: id, caption };
    await troupe.act('social-worker', addPicture, { ...of, ...(await pictured(drawn(position === 1))) });
  }
  const { rows: pictures } = await stage.owner.query<{ id: number }>(
    `select x.id from picture x join community c on c.id = x.community_id where c.slug = $1 and x.subject = 'alternative'`,
    [troupe.slug],
  );
  for (const { id } of pictures)
    await troupe.act('governance-secretary', lookAtPicture, { picture: id, verdict: 'board' });
  stage.later(60);
  await troupe.act('governance-secretary', openComparison, {
    proposal,
    closesOn: stage.day('2022-04-14'),
    standIn: troupe.people['social-worker'],
  });
  const tell = async (of: Building, at: number, said: Said[], takes?: number) => {
    stage.later(2);
    await troupe.act(`captain-${of}`, recordWord, {
      proposal,
      household: troupe.homes[of][at],
      answers: said.map(([position, answer, words = '']) => ({
        position,
        answer,
        words,
        ...(answer === 'cannot' && { ground: 'noise' }),
      })),
      takes,
      proof: 'read_back',
      witnessName: '同楼的邻居',
    });
  };
  for (let door = 4; door < 18; door += 1) {
    const minds = door % 5 === 0;
    await tell(
      '15',
      door,
      [
        [1, minds ? 'cannot' : 'can', minds ? '夜里存车吵' : ''],
        [2, 'can'],
      ],
      minds ? 2 : 1,
    );
    await tell(
      '14',
      door,
      [
        [1, 'can'],
        [2, door % 2 === 0 ? 'cannot' : 'can'],
      ],
      1,
    );
  }
}
