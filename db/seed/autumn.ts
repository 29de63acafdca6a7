import { answerOutside, askOutside } from '@/features/beyond/commands';
import { closeWave, drawWave, noteCallback } from '@/features/callbacks/commands';
import { noteRecheck } from '@/features/opinions/commands/recheck';
import { addPicture } from '@/features/pictures/commands';
import { buildPlace, checkPlace, missPlace, namePlace } from '@/features/places/commands/build';
import { recordPlace, settlePlace } from '@/features/places/commands/judge';
import { nameDelegate } from '@/features/works/commands/accept';
import { completeWorks } from '@/features/works/commands/complete';
import { recordAcceptance } from '@/features/works/commands/door';
import { checkMilestone, planMilestone, reportMilestone } from '@/features/works/commands/report';
import { startWorks } from '@/features/works/commands/start';
import { agree, ask, lookAtAll, type Matter, sideOf, signBoth } from './built';
import { tellNoneLeaks } from './diagnosis';
import { pictured } from './drawing';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

const road: Matter = {
  title: '西边的断头路打通，接到外面的街上',
  words: {
    kind: 'path_green',
    place: '西侧绿地',
    problem: '路修到西侧绿地就断了，送孩子、看病都要绕到南门，下雨走草地一脚泥。',
    ask: '从西侧绿地里修一条路，接到墙外的街上。',
  },
  groups: ['出西门少绕一大圈。', '路从西边过，来往的人多了。'],
  plan: {
    title: '西侧绿地里一条三米宽的路',
    summary: '从断头的地方往西接四十米，绕开三棵树，墙上开一个能锁的门，夜里十一点关。（文章没有写的，都是编的）',
    drawn: '路 西边的路 宽3 第1条: 57 -75, 17 -78',
    cost: '156000',
    costNote: '街道为民办实事的钱（编的）',
    clauses: '路宽三米，不进汽车\n绕开三棵树\n墙上的门夜里十一点关、早上五点开',
  },
  summary: '两个单元都听过了，没有人反对；都问门夜里关不关，方案里写了。',
  evidence: {
    common_green: '占用的绿地属于全体业主共有，书面征求过意见。（编的）',
    owners_vote_use: '2022年8月书面表决，面积和人数都过了法定的数。（编的）',
    greening_permit: '园林绿化部门的许可附在墙外的同意里。（编的）',
  },
};

const sheds: Matter = {
  title: '建十处能充电的车棚',
  words: {
    kind: 'lighting_charging',
    place: '14号楼、15号楼周围',
    problem: '电动车没有地方充电，从窗户往下拉线，两年里烧过两回插座。',
    ask: '在楼边上建十处能充电的车棚。',
  },
  groups: ['下楼就能充电。', '有的棚挨着窗，夜里有人存车。'],
  plan: {
    title: '十处小棚，分在两栋楼周围',
    summary: '不集中建一大片：十处小棚，每处停六辆，都离窗六米以上，装烟感和断电开关。（文章没有写的，都是编的）',
    cost: '42000',
    costNote: '街道补一半，其余从公共收益里出（编的）',
    clauses: '每处离最近的窗六米以上\n夜里十点以后不开大灯\n每处装烟感和断电开关',
  },
  summary: '两个单元都听过了，没有人反对；15号楼的人要离窗远些，方案里写了六米。',
  evidence: {
    owners_vote_use: '2022年8月书面表决，面积和人数都过了法定的数。（编的）',
    charging_fire_safety: '消防救援站看过每一处，记录存档。（编的）',
  },
};

interface Asked {
  road: { proposal: number; round: number };
  sheds: { proposal: number; round: number };
}

const parks = { organisation: '区园林绿化局', asked: '西侧绿地里开一条三米宽的路，绕开三棵树，离树根一米。' };

/** 2022 as far as the article tells of it besides the path: a road opened, ten sheds. Everything else of them is invented. */
export async function askInSummer(stage: Stage, troupe: Troupe): Promise<Asked> {
  await stage.at('2022-07-19 11:00');
  const sides = [await sideOf(stage, troupe, '14', 1), await sideOf(stage, troupe, '15', 1)] as const;
  const asked: Asked = {
    road: await ask(stage, troupe, road, [...sides], '2022-07-29'),
    sheds: await ask(stage, troupe, sheds, [...sides], '2022-07-29'),
  };
  const { proposal } = asked.road;
  const askedOn = stage.day('2022-07-19');
  await troupe.act('social-worker', askOutside, { proposal, ...parks, askedOn, due: stage.day('2022-08-10') });
  await troupe.act('social-worker', askOutside, {
    proposal,
    organisation: '西边隔壁小区的业委会',
    askedOn,
    due: stage.day('2022-08-10'),
    asked: '在两个小区之间的墙上开一个门，夜里关。',
  });
  return asked;
}

/** What was recorded at doors is asked again; one organisation outside says no and is asked otherwise, the other consents. */
export async function hearOutside(stage: Stage, troupe: Troupe, asked: Asked): Promise<void> {
  await stage.at('2022-08-10 10:00');
  const { proposal } = asked.road;
  for (const { round } of [asked.road, asked.sheds]) {
    const { rows } = await stage.owner.query<{ id: number }>(
      `select x.id from recheck x join opinion o on o.community_id = x.community_id and o.id = x.opinion_id
       join round r on r.community_id = o.community_id and r.id = o.round_id
       join community c on c.id = x.community_id where c.slug = $1 and r.no = $2 order by x.id`,
      [troupe.slug, round],
    );
    for (const { id } of rows) {
      stage.later(2);
      await troupe.act('social-worker', noteRecheck, { recheck: id, outcome: 'same', note: '' });
    }
  }
  await troupe.act('social-worker', answerOutside, {
    proposal,
    consent: 1,
    outcome: 'refused',
    answeredOn: stage.day('2022-08-02'),
    answer: '三棵树是在册的，离树根一米要伤根。离三米以上、施工时围起来，可以再报。（编的）',
  });
  await troupe.act('social-worker', answerOutside, {
    proposal,
    consent: 2,
    outcome: 'given',
    answeredOn: stage.day('2022-08-09'),
    answer: '业主大会书面表决同意开门，夜里十一点到早上五点关。（编的）',
  });
  await troupe.act('social-worker', askOutside, {
    proposal,
    instead: 1,
    organisation: parks.organisation,
    asked: '同一条路，离三棵树三米以上，施工时围起来。',
    askedOn: stage.day('2022-08-03'),
    due: stage.day('2022-08-17'),
  });
}

/** The parks consent at last; what all agree on hangs its days, is signed by two and built. */
export async function buildInAutumn(stage: Stage, troupe: Troupe, asked: Asked): Promise<void> {
  const { proposal } = asked.road;
  await troupe.act('social-worker', answerOutside, {
    proposal,
    consent: 3,
    outcome: 'given',
    answeredOn: stage.day('2022-08-16'),
    answer: '同意，三棵树原地保留，施工时围起来。（编的）',
  });
  await agree(stage, troupe, road, asked.road);
  await agree(stage, troupe, sheds, asked.sheds);
  await stage.at('2022-08-29 10:00');
  await signBoth(stage, troupe, proposal);
  await signBoth(stage, troupe, asked.sheds.proposal);
  const begun = async (of: { proposal: number }, budget: string, milestone: Record<string, string>) => {
    const { works } = await troupe.act('governance-secretary', startWorks, {
      proposal: of.proposal,
      budget,
      contractor: '小区物业委托的施工队（编的）',
      permits: '决议里写的手续都办了。（编的）',
    });
    return troupe.act('property', planMilestone, { works, ...milestone });
  };
  const way = await begun(asked.road, '156000', {
    name: '铺路、开门',
    plannedOn: stage.day('2022-10-12'),
    unit: '米',
    target: '40',
  });
  const ten = await begun(asked.sheds, '42000', {
    name: '十处车棚',
    plannedOn: stage.day('2022-10-12'),
    unit: '处',
    target: '10',
    places: 'yes',
  });
  const placed = await nameTen(stage, troupe, ten);
  await stage.at('2022-09-20 16:00');
  for (const one of placed.slice(0, 8)) await raise(stage, troupe, ten, one, '2022-09-18');
  for (const { place } of placed.slice(8))
    await troupe.act('property', missPlace, {
      works: ten.works,
      milestone: ten.milestone,
      place,
      why: '地下有一段燃气管，等燃气公司迁走才能挖。（编的）',
      until: stage.day('2022-10-10'),
    });
  await hear(stage, troupe, ten, placed.slice(0, 8));
  await tellNoneLeaks(troupe);
  await stage.at('2022-10-10 10:00');
  for (const one of placed.slice(8)) await raise(stage, troupe, ten, one, '2022-10-09');
  await hear(stage, troupe, ten, placed.slice(8));
  await report(troupe, ten, {
    actualOn: stage.day('2022-10-09'),
    note: '先建好八处，两处等迁燃气管，十月九日都建好了。',
  });
  const photo = await pictured(shed);
  const caption = '铺好的路和门（示意图，编的）';
  await troupe.act('property', addPicture, { subject: 'milestone', subjectId: way.id, caption, ...photo });
  await report(troupe, way, { actualOn: stage.day('2022-10-09'), actual: '40', note: '三棵树围着，没有动。' });
  await lookAtAll(stage, troupe, 'place');
  await lookAtAll(stage, troupe, 'milestone');
  for (const { works } of [way, ten]) await accepted(stage, troupe, works);
}

type Ten = { works: number; milestone: number };
type Placed = { place: number; id: number; beside: { building: Building; household: number }[] };

/** A shed for six, drawn with shapes only. */
const shed = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
  <rect width="800" height="600" fill="#FBF8F1"/><rect y="420" width="800" height="180" fill="#E7ECDD"/>
  <path d="M120 200L680 160V190L120 230Z" fill="#D8CDB8" stroke="#4F4838" stroke-width="3"/>
  <path d="M150 228V440M650 192V440" stroke="#1E1B16" stroke-width="8"/>
  <g fill="none" stroke="#1E1B16" stroke-width="5">${Array.from({ length: 6 }, (_, n) => `<circle cx="${200 + n * 80}" cy="400" r="26"/>`).join('')}</g></svg>`;

/** Behind each entrance, on the side without windows, and before the walls at either end: in metres, and which entrance is beside it. */
const spots: readonly { building: Building; entrance: number; spot: string; where: string }[] = [
  { building: '14', entrance: 1, spot: '33 24', where: '1单元楼后' },
  { building: '14', entrance: 2, spot: '33 -2', where: '2单元楼后' },
  { building: '14', entrance: 3, spot: '33 -28', where: '3单元楼后' },
  { building: '14', entrance: 1, spot: '46 43', where: '北山墙外' },
  { building: '14', entrance: 4, spot: '33 -54', where: '4单元楼后' },
  { building: '15', entrance: 1, spot: '124 -21', where: '1单元门前路东' },
  { building: '15', entrance: 2, spot: '124 -47', where: '2单元门前路东' },
  { building: '15', entrance: 3, spot: '124 -73', where: '3单元门前路东' },
  { building: '15', entrance: 1, spot: '106 -2', where: '北山墙外' },
  { building: '15', entrance: 3, spot: '106 -93', where: '南山墙外' },
];

/** Five around either house, each with the entrance beside it. */
async function nameTen(stage: Stage, troupe: Troupe, { works, milestone }: Ten): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const [at, { building, entrance: nth, spot, where }] of spots.entries()) {
    const { entrance, homes } = await sideOf(stage, troupe, building, nth);
    const name = `${at + 1}号棚，${building}号楼${where}`;
    const { place, id } = await troupe.act('property', namePlace, {
      works,
      milestone,
      spot,
      name,
      beside: [String(entrance)],
    });
    placed.push({ place, id, beside: [{ building, household: homes[2 + Math.floor(at / 3)] ?? 0 }] });
  }
  return placed;
}

/** Built, with a picture of it, and looked at by somebody else. */
async function raise(stage: Stage, troupe: Troupe, of: Ten, { place, id }: Placed, on: string): Promise<void> {
  const at = { works: of.works, milestone: of.milestone, place };
  const caption = `${place}号棚（示意图，编的）`;
  await troupe.act('property', addPicture, { subject: 'place', subjectId: id, caption, ...(await pictured(shed)) });
  await troupe.act('property', buildPlace, { ...at, builtOn: stage.day(on) });
  stage.later(10);
  await troupe.act('social-worker', checkPlace, at);
}

/** At a door of each entrance beside it; one says no, and is answered. */
async function hear(stage: Stage, troupe: Troupe, of: Ten, placed: readonly Placed[]): Promise<void> {
  for (const { place, beside } of placed)
    for (const { building, household } of beside) {
      stage.later(5);
      const at = { works: of.works, milestone: of.milestone, place };
      const no = place === 6;
      await troupe.act(`captain-${building}`, recordPlace, {
        ...at,
        household,
        outcome: no ? 'refused' : 'accepted',
        reason: no ? '夜里灯照进屋里。' : '',
        proof: 'read_back',
        witnessName: '同楼邻居',
      });
      if (!no) continue;
      const { rows } = await stage.owner.query<{ id: number }>(
        'select max(id) as id from works_place_word where household_id = $1',
        [household],
      );
      await troupe.act('property', settlePlace, {
        ...at,
        word: rows[0]?.id,
        answer: '灯加个罩，朝地上照。',
        mendOn: stage.day('2022-09-30'),
      });
    }
}

async function report(troupe: Troupe, { works, milestone }: Ten, said: Record<string, string>): Promise<void> {
  await troupe.act('property', reportMilestone, { works, milestone, ...said });
  await troupe.act('social-worker', checkMilestone, { works, milestone });
}

/** By a household of each side, at its door. */
async function accepted(stage: Stage, troupe: Troupe, works: number): Promise<void> {
  for (const [index, building] of (['14', '15'] as const).entries()) {
    const household = troupe.homes[building][3];
    await troupe.act('social-worker', nameDelegate, { works, group: index + 1, household });
    stage.later(20);
    await troupe.act(`captain-${building}`, recordAcceptance, {
      works,
      household,
      outcome: 'accepted',
      note: '去看过，行。',
      proof: 'read_back',
      witnessName: '同楼邻居',
    });
  }
  await troupe.act('social-worker', completeWorks, { works });
}

type After = 'four_weeks' | 'ninety_days' | 'first_snow';
type Heard = (at: number) => 'not_reached' | 'fairly_satisfied' | 'satisfied';

/** What was heard of each, invented: by the place of a household in the list of its wave. */
const heardAfter: Record<After, { on: string; road: Heard; sheds: Heard }> = {
  four_weeks: {
    on: '2022-11-16 10:00',
    road: (at) => (at % 9 === 4 ? 'not_reached' : at % 4 === 1 ? 'fairly_satisfied' : 'satisfied'),
    sheds: (at) => (at % 5 === 3 ? 'not_reached' : at % 6 === 2 ? 'fairly_satisfied' : 'satisfied'),
  },
  ninety_days: {
    on: '2023-01-11 10:00',
    road: (at) => (at % 4 === 2 ? 'fairly_satisfied' : 'satisfied'),
    sheds: (at) => (at === 1 ? 'not_reached' : at % 3 === 2 ? 'fairly_satisfied' : 'satisfied'),
  },
  first_snow: {
    on: '2023-02-13 15:00',
    road: (at) => (at === 7 ? 'not_reached' : at % 2 === 0 ? 'fairly_satisfied' : 'satisfied'),
    sheds: (at) => (at % 5 === 0 ? 'fairly_satisfied' : 'satisfied'),
  },
};

/** Whoever was drawn is asked in the weeks after each wave falls due; with the last one closed both are done. */
export async function askedAfterwards(stage: Stage, troupe: Troupe, asked: Asked, wave: After): Promise<void> {
  const { on, ...heard } = heardAfter[wave];
  await stage.at(on);
  const snowOn = stage.day('2023-02-12');
  for (const which of ['road', 'sheds'] as const) {
    const { proposal } = asked[which];
    if (wave === 'first_snow') await troupe.act('hotline', drawWave, { proposal, wave, snowOn });
    const { rows } = await stage.owner.query<{ id: number }>(
      `select b.id from callback b join callback_wave w on w.community_id = b.community_id and w.id = b.wave_id
       join community c on c.id = b.community_id join proposal p on p.community_id = w.community_id and p.id = w.proposal_id
       where c.slug = $1 and p.no = $2 and w.wave = $3 order by b.id`,
      [troupe.slug, proposal, wave],
    );
    for (const [at, { id }] of rows.entries()) {
      stage.later(2);
      const satisfaction = heard[which](at);
      const reached =
        satisfaction === 'not_reached' ? { reached: 'no' } : { reached: 'yes', resolved: 'yes', satisfaction };
      await troupe.act('hotline', noteCallback, { callback: id, ...reached });
    }
    await troupe.act('hotline', closeWave, { proposal, wave });
  }
}
