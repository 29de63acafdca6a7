import { randomUUID } from 'node:crypto';
import { approveCohort, draftCohort, publishCohort } from '@/features/cohorts/commands/cohorts';
import { addCandidate, sendCandidate } from '@/features/cohorts/commands/terms';
import { recordFigures } from '@/features/figures/commands';
import { sayingOf } from '@/features/figures/rules';
import { createCommunity } from '@/features/people/commands/community';
import { giveGrant } from '@/features/people/commands/grant';
import type { Result } from '@/lib/result';
import { cast } from './cast';
import { cohortTotals, type Four, spread, type Totals } from './district-counts';
import { colleague, district, personOf, place } from './offices';
import { must, type Stage } from './stage';

/** Invented, like the communities. */
const streets = [
  ['云岗街道', 'Yungang'],
  ['柳泉街道', 'Liuquan'],
  ['石桥街道', 'Shiqiao'],
  ['北苑坡街道', 'Beiyuanpo'],
  ['槐树店街道', 'Huaishudian'],
] as const;
const first = [
  ['枫', 'Feng'],
  ['柳', 'Liu'],
  ['松', 'Song'],
  ['荷', 'He'],
  ['桐', 'Tong'],
  ['杏', 'Xing'],
  ['竹', 'Zhu'],
  ['梅', 'Mei'],
] as const;
const second = [
  ['林苑', 'linyuan'],
  ['影里', 'yingli'],
  ['溪园', 'xiyuan'],
  ['庭家园', 'ting'],
  ['风湾', 'fengwan'],
  ['坡西里', 'poxili'],
  ['泉小区', 'quan'],
  ['桥东里', 'qiaodong'],
  ['月花园', 'yue'],
] as const;

/** Enters what callbacks came to, wherever no work orders are kept here. */
export const centre = { name: '钱进', phone: '13900000209', role: 'hotline' };

const before = { from: '2021-11-19', to: '2021-12-18' };
const after = { from: '2022-04-01', to: '2022-06-30' };

interface Made extends Totals {
  id: number;
  slug: string;
}

async function make(n: number, counts: Totals): Promise<Made> {
  const [a, b, street] = [first[n % first.length], second[Math.floor(n / first.length)], streets[n % streets.length]];
  if (!a || !b || !street) throw new Error(`no name for community ${n}`);
  const slug = `ft-${a[1]}${b[1]}`.toLowerCase();
  const { id } = must(
    slug,
    await createCommunity(null, {
      slug,
      nameZh: `${a[0]}${b[0]}社区`,
      nameEn: `${a[1]}${b[1]}`,
      place: { ...place, streetZh: street[0], streetEn: street[1] },
      invented: true,
    }),
  );
  must(`grant ${slug}`, await giveGrant({ by: { import: true }, community: slug }, { ...centre, entrances: [] }));
  return { id, slug, ...counts };
}

async function tell(stage: Stage, person: number, { slug, ...counts }: Made): Promise<void> {
  for (const [span, [effective, resolved, satisfied, fairlySatisfied]] of [
    [before, counts.before],
    [after, counts.after],
  ] as const) {
    const period = {
      from: stage.day(span.from),
      to: stage.day(span.to),
      profile: 'beijing_district_2025' as const,
      effective,
      contacted: effective,
      resolved,
      satisfied,
      fairlySatisfied,
      derivedZh:
        '编的社区：报道写26个社区解决率提高28.76、满意率提高20.09（印的是“%”，这里当百分点），回访数按这两个数推算。',
      derivedEn:
        'Invented communities: +28.76 in resolution and +20.09 in satisfaction were reported over 26 (printed as “%”, taken as percentage points); the callbacks were derived from these.',
    };
    const call = { by: { person }, community: slug };
    must(`figures ${slug}`, await recordFigures(call, { ...period, looked: sayingOf(period) }));
  }
}

const familyNames = ['李', '王', '张', '刘', '陈', '杨', '黄', '周', '吴', '徐', '孙', '马', '朱'];
const units = ['区审计局', '区住建委', '区信访办', '区司法局', '区城管委', '区民政局', '区财政局'];
const skills = ['会算账，懂维修资金', '懂房屋修缮', '会调解', '懂物业合同', '管过市容', '做过社会组织', '干过基层'];

/**
 * The first cohort, written down when the quarter was over: 26 communities of which one has a story, and 40 of the district
 * beside them. What the story's community told by then is its own.
 */
export async function cohorts(stage: Stage, story: { id: number; slug: string }, told: Totals): Promise<void> {
  await stage.at('2022-07-19 09:00');
  const inside = spread(25, cohortTotals(told), (n) => ({
    before: 60 + ((n * 29) % 23) - 11,
    after: n === 16 ? 44 : 86 + ((n * 17) % 9) - 4,
  }));
  const beside = { before: [11_000, 8_360, 8_250, 0] as Four, after: [11_400, 8_950, 8_790, 0] as Four };
  const outside = spread(40, beside, (n) => ({
    before: 70 + ((n * 31) % 13),
    after: 71 + ((n * 31) % 13) + ((n * 5) % 7),
  }));
  const made: Made[] = [];
  for (const [n, counts] of [...inside, ...outside].entries()) made.push(await make(n, counts));
  const hotline = await personOf(stage, centre.phone);
  for (const one of made) await tell(stage, hotline, one);

  const own = cast.find(({ identity }) => identity === 'district') ?? colleague;
  const [drafter, approver] = [await personOf(stage, own.phone), await personOf(stage, colleague.phone)];
  const sent = [story, ...made.slice(0, 25)];
  const act = async <T>(what: string, done: Promise<Result<T>>): Promise<T> => must(what, await done);
  const reasons = Object.fromEntries(
    sent.map(({ id }) => [`reason_${id}`, '当时还没有选点的数，按前一年的诉求和街道的意见定的。']),
  );
  const days = { from: '2021-12-08', to: '2022-10-31' };
  await act(
    'draft',
    draftCohort(drafter, {
      district,
      name: '第一批',
      ...days,
      beforeFrom: before.from,
      beforeTo: before.to,
      afterFrom: after.from,
      afterTo: after.to,
      weights: '2,2,2,2,1,1',
      places: sent.map(({ id }) => id).join(','),
      submission: randomUUID(),
      seen: 'on',
      ...reasons,
    }),
  );
  const { rows } = await stage.owner.query<{ id: number }>(`select id from cohort where name = '第一批'`);
  const cohort = rows[0]?.id ?? 0;
  stage.later(30);
  await act('approve', approveCohort(approver, { district, cohort, seen: 'on' }));
  stage.later(10);
  await act('publish', publishCohort(approver, { district, cohort }));
  const secretary = cast.find(({ identity }) => identity === 'governance-secretary') ?? colleague;
  for (const [n, { id, slug }] of sent.entries()) {
    const { candidate } = await act(
      'candidate',
      addCandidate(drafter, {
        district,
        name:
          n === 0
            ? secretary.name
            : `${familyNames[n % familyNames.length]}${n < 13 ? '志' : '建'}${'明华平文强'[n % 5]}`,
        phone: n === 0 ? secretary.phone : `1390000${String(3000 + n)}`,
        homeUnit: units[n % units.length],
        post: '',
        skills: skills[n % skills.length],
        named: n % 3 === 2 ? 'no' : 'yes',
      }),
    );
    const where = { district, cohort, community: id, candidate, ...days, seen: 'on' };
    await act(`send to ${slug}`, sendCandidate(drafter, where));
  }
}
