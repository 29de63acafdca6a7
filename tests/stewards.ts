import { nameSteward } from '@/features/stewards/commands/team';
import { planShifts } from '@/features/stewards/commands/turns';
import { deskStewards } from '@/features/stewards/queries/desk';
import { makeCommunity, sql } from './fixture';
import { value } from './office';

/** A team of two who live there, one of them with an entrance, and the office. */
export async function team() {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const worker = await here.staff('social-worker');
  const secretary = await here.staff('party-secretary');
  const [one, two] = [await here.resident(here.household('14', 0)), await here.resident(here.household('15', 0))];
  const phone = async (person: number) =>
    (await sql<{ phone: string }>('select phone from person where id = $1', [person]))[0]?.phone ?? '';
  const name = async (person: number, entrances: number[] = []) =>
    nameSteward(here.by(worker), { phone: await phone(person), kind: 'volunteer', entrances: entrances.map(String) });
  const stewards = await Promise.all([name(one, [here.entrance('14', 1)]), name(two)]);
  const [first = 0, second = 0] = stewards.map((done) => value(done).steward);
  const turns = async () => (await deskStewards(here.by(worker), {}))?.turns ?? [];
  const plan = (steward: number, more: Record<string, string> = {}) =>
    planShifts(here.by(worker), { steward, day: '2022-03-02', part: 'morning', ...more });
  return { here, worker, secretary, one, two, first, second, name, phone, turns, plan };
}
