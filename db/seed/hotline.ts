import { postCase, recordCase } from '@/features/cases/commands';
import { callCase } from '@/features/evaluations/commands';
import { archiveCase, closeCase, mergeCase } from '@/features/orders/commands/end';
import { dispatchCase, handOnCase } from '@/features/orders/commands/give';
import {
  contactCase,
  escalateCase,
  extendCase,
  handleCase,
  objectCase,
  replyCase,
  signCase,
  whistleCase,
} from '@/features/orders/commands/work';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

type List = 'agency' | 'tier' | 'ground' | 'category';

/** What stands on the lists of this community, by its name. */
async function listsOf(stage: Stage, slug: string) {
  const { rows } = await stage.owner.query<{ list: List; name: string; id: number }>(
    `select x.list, x.name, x.id from community c join (
       select 'agency' as list, community_id, name, id from agency
       union all select 'tier', community_id, amount || ' ' || measure, id from case_tier
       union all select 'ground', community_id, name, id from handing_ground
       union all select 'category', k.community_id, k.name, k.id from case_category k where not exists (select from case_category b
         where b.community_id = k.community_id and b.parent_id = k.id)) x on x.community_id = c.id where c.slug = $1`,
    [slug],
  );
  return (list: List, name: string) => rows.find((one) => one.list === list && one.name === name)?.id;
}

/** 派单 to the neighbourhood committee, signed, rung, begun, on the day the complaint came. */
export async function takeInHand(stage: Stage, troupe: Troupe, no: number): Promise<void> {
  const of = await listsOf(stage, troupe.slug);
  stage.later(20);
  await troupe.act('hotline', dispatchCase, {
    ...{
      case: no,
      agency: of('agency', '居委会'),
      tier: of('tier', '15 days'),
      category: of('category', '路面和台阶'),
    },
    words: '登记清楚，看看是不是同一处坡。',
  });
  stage.later(40);
  await troupe.act('social-worker', signCase, { case: no });
  stage.later(15);
  await troupe.act('social-worker', contactCase, { case: no, reached: 'yes', words: '问清了在哪一段。' });
  await troupe.act('social-worker', handleCase, { case: no, words: '和别家说的放在一起，两栋楼一起商量。' });
}

/** Answered honestly: what is settled, and what has to be agreed first. */
export async function answer(troupe: Troupe, no: number): Promise<void> {
  await troupe.act('social-worker', replyCase, {
    case: no,
    words: '您说的坡，上下两栋楼想的不一样，要先商量。已经和别家说的放在一起，商量到哪一步都会告诉您。',
  });
  await troupe.act('social-worker', closeCase, { case: no });
}

/** 回访, by somebody who had no part: whether it is solved, and whether they are content, asked apart. */
export async function callBack(stage: Stage, troupe: Troupe): Promise<void> {
  const { rows } = await stage.owner.query<{ no: number }>(
    `select k.no from cases k join community c on c.id = k.community_id where c.slug = $1 and k.state = 'awaiting_callback'
      order by k.no`,
    [troupe.slug],
  );
  for (const [at, { no }] of rows.entries()) {
    stage.later(6);
    await troupe.act('hotline', callCase, {
      case: no,
      outcome: 'answered',
      contacted: 'yes',
      resolved: 'yes',
      satisfaction: at % 4 === 3 ? 'fairly_satisfied' : 'satisfied',
      words: at % 4 === 3 ? '路是修好了，等得久了些。' : '走了，不滑了。',
    });
    await troupe.act('hotline', archiveCase, { case: no });
  }
}

interface Work {
  on: string;
  title: string;
  words: string;
  place: string;
  building: Building;
  door: number;
  complainant: string;
  phone: string;
  kind?: string;
  category: string;
  tier: string;
  /** Why it gets more time than its category has. */
  longer?: string;
  agency?: string;
}

/** The hotline's work orders of the days around the visitor's own. Invented. */
const orders = {
  smell: {
    on: '2022-04-03 08:40',
    title: '地下室返臭水，三天没人来',
    words: '一股臭味，孩子直恶心。',
    place: '地下室',
    building: '14',
    door: 3,
    complainant: '刘女士',
    phone: '13800002207',
    category: '下水返味',
    tier: '24 hours',
    agency: '物业',
  },
  dance: {
    on: '2022-04-03 09:10',
    title: '晚上跳舞的音响太大',
    words: '孩子睡不好。',
    place: '中心花园',
    ...{
      building: '15',
      door: 9,
      complainant: '马先生',
      phone: '13900005510',
      category: '广场舞和音响',
      tier: '24 hours',
    },
  },
  lamp: {
    on: '2022-04-03 14:20',
    title: '南边三盏路灯不亮',
    words: '黑得看不见台阶。',
    place: '南路',
    ...{
      building: '15',
      door: 16,
      complainant: '田女士',
      phone: '13800006653',
      category: '路灯和楼道灯',
      tier: '7 days',
      longer: '灯头要配货，周内换上。',
    },
    agency: '物业',
    kind: 'help',
  },
  roof: {
    on: '2022-04-03 15:00',
    title: '顶层漏水，天花板又泡了',
    words: '报了两回，补了还漏。',
    place: '2单元顶层',
    building: '14',
    door: 93,
    complainant: '何女士',
    phone: '13500004402',
    category: '屋面漏水',
    tier: '7 days',
  },
  again: {
    on: '2022-04-03 15:30',
    title: '顶楼漏水没修好',
    words: '墙皮都掉了。',
    place: '2单元顶层',
    building: '14',
    door: 90,
    complainant: '郭先生',
    phone: '13700008126',
    category: '屋面漏水',
    tier: '7 days',
  },
  gas: {
    on: '2022-04-03 16:00',
    title: '人行道下沉，露出燃气管',
    words: '看着吓人。',
    place: '西路',
    ...{
      building: '14',
      door: 50,
      complainant: '高女士',
      phone: '13900004420',
      category: '路面和台阶',
      tier: '7 days',
    },
  },
  deed: {
    on: '2022-04-03 16:20',
    title: '房本一直没发下来',
    words: '买了八年了。',
    place: '小区',
    ...{
      building: '15',
      door: 60,
      complainant: '严先生',
      phone: '13100006608',
      category: '办事和证明',
      tier: '15 days',
      longer: '要到区档案馆查底册。',
    },
  },
  bench: {
    on: '2022-04-03 16:40',
    title: '想在花园加两把长椅',
    words: '走累了没处坐。',
    place: '中心花园',
    ...{
      building: '15',
      door: 70,
      complainant: '罗先生',
      phone: '13500007719',
      category: '健身和休息',
      tier: '15 days',
    },
    kind: 'suggestion',
  },
  law: {
    on: '2022-04-04 08:30',
    title: '对门半夜装修',
    words: '电钻响到十二点。',
    place: '2单元',
    ...{
      building: '15',
      door: 44,
      complainant: '沈先生',
      phone: '13200000846',
      category: '施工噪声',
      tier: '24 hours',
    },
    kind: 'report',
  },
  stairs: {
    on: '2022-04-04 09:00',
    title: '楼道堆旧家具，担架过不去',
    words: '万一有事怎么办。',
    place: '3层楼道',
    building: '15',
    door: 30,
    complainant: '来电人保密',
    phone: '',
    category: '楼道堆物',
    tier: '7 days',
  },
} as const satisfies Record<string, Work>;
type Name = keyof typeof orders;

const lift = { title: '电梯停在6层，老人下不来', words: '老人坐轮椅，下不来。', place: '1单元', phone: '13600000917' };

/** So that a visitor's desk has its day: some late, some due, some with others, one nobody has taken. */
export async function hotlineDays(stage: Stage, troupe: Troupe): Promise<void> {
  const of = await listsOf(stage, troupe.slug);
  const numbers = {} as Record<Name, number>;
  const record = (one: Pick<Work, 'title' | 'words' | 'place'> & Partial<Work>, at: number) =>
    troupe.act('hotline', recordCase, {
      kind: one.kind ?? 'complaint',
      source: '12345',
      externalNo: `热线-220404-${String(at).padStart(6, '0')}`,
      title: one.title,
      words: one.words,
      place: one.place,
      phone: one.phone,
      complainant: one.complainant ?? '',
      ...(one.building && { building: troupe.buildingIds[one.building] }),
      ...(one.building && one.door !== undefined && { household: troupe.homes[one.building][one.door] }),
    });
  for (const [index, name] of (Object.keys(orders) as Name[]).entries()) {
    const one: Work = orders[name];
    await stage.at(one.on);
    const { no } = await record(one, index + 17);
    numbers[name] = no;
    await troupe.act('social-worker', postCase, { case: no, title: one.title, place: one.place });
    stage.later(5);
    const given = { case: no, tier: of('tier', one.tier) };
    if (name === 'law')
      await troupe.act('hotline', handOnCase, {
        ...given,
        agency: of('agency', '综合执法队'),
        ground: of('ground', '该由行政执法部门查处'),
        reason: '夜间施工要执法队到场查。',
      });
    else
      await troupe.act('hotline', dispatchCase, {
        ...given,
        agency: of('agency', one.agency ?? '居委会'),
        category: of('category', one.category),
        longer: one.longer,
      });
    if (name === 'deed') continue;
    stage.later(5);
    await troupe.act(one.agency === '物业' ? 'property' : 'social-worker', name === 'bench' ? objectCase : signCase, {
      case: no,
      reason: '花园是物业管的，该派物业。',
    });
    if (name === 'stairs' || name === 'bench' || name === 'law') continue;
    if (one.agency !== '物业') await troupe.act('social-worker', contactCase, { case: no, reached: 'yes' });
    await troupe.act(one.agency === '物业' ? 'property' : 'social-worker', handleCase, { case: no });
  }
  const worker = <T>(command: Parameters<typeof troupe.act<T>>[1], more: object) =>
    troupe.act('social-worker', command, { ...more });
  await stage.at('2022-04-04 10:00');
  await worker(mergeCase, { case: numbers.again, into: numbers.roof, reason: '同一片屋面' });
  await worker(extendCase, {
    case: numbers.roof,
    until: `${stage.day('2022-04-14')}T17:00`,
    reason: '要等雨停了干透才能补',
  });
  await worker(whistleCase, {
    case: numbers.gas,
    agency: of('agency', '燃气公司'),
    reason: '管子露出来了，请到现场看',
  });
  await troupe.act('property', escalateCase, { case: numbers.lamp, reason: '灯杆归市政，请街道定谁修' });
  await stage.at('2022-04-04 15:30');
  const { no: untaken } = await record({ ...lift, kind: 'help', building: '15', door: 80 }, 8);
  await troupe.act('social-worker', postCase, { case: untaken, title: lift.title, place: '电梯' });
}
