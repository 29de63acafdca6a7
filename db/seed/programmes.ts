import { addDates, planProgramme } from '@/features/programmes/commands/plan';
import {
  attend,
  makeSignUp,
  recordSignUp,
  takeBackPlace,
  tellHow,
  walkIn,
} from '@/features/programmes/commands/sign-up';
import { addDays } from '@/lib/calendar';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** All invented. `first`: days from the day they are put up. */
const things = [
  {
    first: 2,
    at: '09:00',
    minutes: 120,
    recurrence: 'weekly',
    times: 4,
    places: 2,
    slotMinutes: 20,
    kind: 'service',
    title: '理发，不要钱',
    place: '社区服务站一层',
    words: '两位师傅，六十岁以上和腿脚不便的先来。走不动的，跟楼门长说，可以上门。',
    bring: '',
  },
  {
    first: 4,
    at: '09:30',
    minutes: 90,
    recurrence: 'fortnightly',
    times: 2,
    places: 30,
    kind: 'service',
    title: '磨剪子戗菜刀、修伞配钥匙',
    place: '中心花园亭子',
    words: '拿来就磨，一家不超过三把。',
    bring: '刀用报纸包好',
  },
  {
    first: 5,
    at: '14:00',
    minutes: 120,
    recurrence: 'fortnightly',
    times: 2,
    places: 12,
    kind: 'workshop',
    title: '改裤脚、换拉链',
    place: '社区活动室二层',
    words: '邻居教，缝纫机四台，手上没活儿也能来看。',
    bring: '要改的衣服',
  },
  {
    first: 9,
    at: '09:00',
    minutes: 150,
    recurrence: 'monthly',
    times: 2,
    places: 40,
    kind: 'heritage',
    title: '老手艺：剪纸和面塑',
    place: '社区活动室一层',
    words: '孩子和老人一块儿来，剪好的贴楼道里。',
    bring: '一把小剪刀',
  },
  {
    first: 12,
    at: '14:30',
    minutes: 60,
    recurrence: 'once',
    times: 1,
    places: 3,
    slotMinutes: 20,
    kind: 'service',
    title: '律师答疑：物业费、漏水谁修',
    place: '社区服务站一层',
    words: '一家二十分钟，先问先答。',
    bring: '有材料的带上',
  },
] as const;

/** A month of things to come to, put up on a day of the story; each with the number of its first date. */
async function putUp(stage: Stage, troupe: Troupe, on: string) {
  const put: { programme: number; first: number }[] = [];
  for (const { first, at, ...thing } of things) {
    const startsAt = `${addDays(stage.day(on), first)}T${at}`;
    const made = await troupe.act('social-worker', planProgramme, { ...thing, startsAt });
    put.push({ programme: made.programme, first: made.occasions[0] ?? 0 });
  }
  return put;
}

/** The door of a home of entrance 1, counted from 0. */
export const doorOf = (building: string, at: number) => ({
  building,
  entrance: 1,
  door: `${Math.floor(at / 2) + 1}0${(at % 2) + 1}`,
});

const byDoor = (troupe: Troupe, occasion: number, building: '14' | '15', at: number, heads = 1) =>
  troupe.act(`captain-${building}`, recordSignUp, { occasion, ...doorOf(building, at), heads, channel: 'door' });

/** In a demonstration of today: a month to sign up for, with a few neighbours who have. */
export async function comingMonth(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-04-04 17:00');
  const [haircut = 0, , sewing = 0] = (await putUp(stage, troupe, '2022-04-04')).map(({ first }) => first);
  for (const at of [1, 2, 3]) await byDoor(troupe, haircut, '14', at);
  for (const at of [4, 5]) await byDoor(troupe, sewing, '15', at, 2);
}

/** In the story: a haircut of July as it was held, and more dates of it. */
export async function heldInJuly(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-07-16 10:00');
  const [{ programme, first: haircut } = { programme: 0, first: 0 }] = await putUp(stage, troupe, '2022-07-16');
  const home = troupe.homes['14'][6];
  const own = await troupe.act('resident-14', makeSignUp, { occasion: haircut, household: home, heads: 1, slot: 1 });
  const others = [];
  for (const at of [1, 2, 3]) others.push(await byDoor(troupe, haircut, '14', at));
  const [gone] = others;
  if (gone) await troupe.act('captain-14', takeBackPlace, { signUp: gone.signUp });
  await stage.at('2022-07-18 09:10');
  await troupe.act('social-worker', walkIn, { occasion: haircut, heads: 1, slot: 2 });
  await troupe.act('social-worker', attend, { signUp: own.signUp, came: 'yes' });
  for (const [at, { signUp }] of others.slice(1).entries())
    await troupe.act('social-worker', attend, { signUp, came: at === 0 ? 'yes' : 'no' });
  await stage.at('2022-07-18 19:00');
  await troupe.act('resident-14', tellHow, { signUp: own.signUp, words: '利索 和气' });
  const again = {
    programme,
    startsAt: `${stage.day('2022-09-07')}T09:00`,
    minutes: 120,
    places: 2,
    slotMinutes: 20,
  };
  await troupe.act('social-worker', addDates, { ...again, recurrence: 'fortnightly', times: 3 });
}
