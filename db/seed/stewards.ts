import { confirmShift } from '@/features/stewards/commands/hours';
import { nameSteward, showName } from '@/features/stewards/commands/team';
import { offerShift, planShifts, takeShift } from '@/features/stewards/commands/turns';
import { planVisit } from '@/features/visits/commands/visit';
import { addDays } from '@/lib/calendar';
import { cast } from './cast';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

interface Joining {
  identity: string;
  kind: 'captain' | 'volunteer' | 'property';
  /** Of a captain those of their office. */
  buildings?: readonly string[];
  /** As they want to be called; nobody is named who did not say so. */
  called?: string;
}

/** All invented. Buildings without anybody stay so: the board says where. */
const joining: readonly Joining[] = [
  { identity: 'captain-14', kind: 'captain', called: '孙师傅' },
  { identity: 'captain-15', kind: 'captain', called: '周大姐' },
  { identity: 'resident-14', kind: 'volunteer', buildings: ['12', '13'], called: '刘老师' },
  { identity: 'resident-15', kind: 'volunteer', buildings: ['16'] },
  { identity: 'property', kind: 'property', buildings: ['1', '2', '3'], called: '杨师傅' },
];

const entrancesOf = async (stage: Stage, slug: string, buildings: readonly string[]): Promise<number[]> => {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select e.id from entrance e join community c on c.id = e.community_id
       join building b on b.community_id = e.community_id and b.id = e.building_id
      where c.slug = $1 and b.name = any ($2) order by e.id`,
    [slug, buildings],
  );
  return rows.map(({ id }) => id);
};

/** Captains are in the team by their office. */
async function inTheTeam(stage: Stage, troupe: Troupe, identity: string): Promise<number> {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select s.id from steward s join community c on c.id = s.community_id
      where c.slug = $1 and s.person_id = $2 and s.to_at is null`,
    [troupe.slug, troupe.people[identity]],
  );
  return rows[0]?.id ?? 0;
}

async function askedIn(stage: Stage, troupe: Troupe, { identity, kind, buildings = [] }: Joining): Promise<number> {
  const phone = cast.find((part) => part.identity === identity)?.phone;
  const entrances = await entrancesOf(stage, troupe.slug, buildings);
  return (await troupe.act('social-worker', nameSteward, { phone, kind, entrances })).steward;
}

/** The team comes together on a day of the story, with its rota of the weeks after; their ids by identity. */
export async function gatherStewards(stage: Stage, troupe: Troupe, on: string): Promise<void> {
  await stage.at(`${on} 17:30`);
  const ids: Record<string, number> = {};
  for (const one of joining) {
    const { identity, kind, called } = one;
    const steward = kind === 'captain' ? await inTheTeam(stage, troupe, identity) : await askedIn(stage, troupe, one);
    if (called) await troupe.act(identity, showName, { steward, name: called });
    ids[identity] = steward;
  }
  const day = stage.day(on);
  const turns = [
    ['captain-14', 'morning', 1],
    ['resident-14', 'afternoon', 1],
    ['captain-15', 'morning', 2],
    ['property', 'evening', 2],
    ['resident-15', 'morning', 3],
    ['captain-14', 'morning', 5],
  ] as const;
  for (const [identity, part, after] of turns)
    await troupe.act('social-worker', planShifts, { steward: ids[identity], day: addDays(day, after), part, weeks: 3 });
}

/** In a demonstration of today: a volunteer is asked to call at a door of the building she looks after. */
export async function askVolunteer(stage: Stage, troupe: Troupe, on: string): Promise<void> {
  const [home] = (
    await stage.owner.query<{ id: number }>(
      `select h.id from household h join community c on c.id = h.community_id
         join building b on b.community_id = h.community_id and b.id = h.building_id
        where c.slug = $1 and b.name = '16' and h.ended_at is null order by h.id limit 1 offset 2`,
      [troupe.slug],
    )
  ).rows;
  await troupe.act('social-worker', planVisit, {
    household: home?.id,
    purpose: 'comfort',
    reason: 'unseen',
    day: addDays(stage.day(on), 6),
    visitor: troupe.people['resident-15'],
  });
}

/** In the story: somebody asks to be stood in for, another comes, and the office writes down how long it was. */
export async function aTurnStoodIn(stage: Stage, troupe: Troupe, at: { asked: string; served: string }): Promise<void> {
  const [turn] = (
    await stage.owner.query<{ id: number }>(
      `select d.id from duty_shift d join community c on c.id = d.community_id where c.slug = $1 order by d.day, d.id limit 1`,
      [troupe.slug],
    )
  ).rows;
  await stage.at(at.asked);
  await troupe.act('captain-14', offerShift, { shift: turn?.id, words: '上午去医院拿药' });
  await troupe.act('captain-15', takeShift, { shift: turn?.id });
  await stage.at(at.served);
  await troupe.act('social-worker', confirmShift, { shift: turn?.id, minutes: 180 });
}
