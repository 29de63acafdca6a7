import { havingSeen } from '@/db/seed/shown';
import { myLetters } from '@/features/me/queries';
import { planProgramme } from '@/features/programmes/commands/plan';
import { makeSignUp } from '@/features/programmes/commands/sign-up';
import { makeCommunity } from './fixture';
import { value } from './office';

/** What is on, where it does not matter what. */
export const haircut = {
  kind: 'service',
  title: '理发',
  place: '社区二层',
  words: '谁都能来',
  startsAt: '2022-03-05T09:00',
  minutes: '60',
  recurrence: 'once',
  places: '2',
};

/** A date with two places, and four homes that may want one. */
export async function fair(more: Record<string, string> = {}) {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const worker = await here.staff('social-worker');
  const captain = await here.captain(here.entrance('14', 1));
  const planned = value(await planProgramme(here.by(worker), { ...haircut, ...more }));
  const [occasion = 0] = planned.occasions;
  const homes = [0, 1, 2, 3].map((n) => here.household('14', n));
  const people = await Promise.all(homes.map((home) => here.resident(home)));
  const sign = (n: number, heads = '1', more: Record<string, string> = {}) =>
    havingSeen(makeSignUp)(here.by(people[n] ?? 0), { occasion, household: homes[n], heads, ...more });
  const letters = async (n: number) =>
    (await myLetters(people[n] ?? 0, { after: null })).letters.map(({ kind }) => kind);
  return { here, worker, captain, planned, occasion, homes, people, sign, letters };
}
