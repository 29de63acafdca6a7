import type { Call } from '@/lib/gate';
import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { tellDuties } from './commands';
import type { Told } from './input';
import { deskToday, inOffice } from './queries';
import { officesAbove, waitsAbove } from './queries/above';
import { waitsAtDoor } from './queries/door';
import { newSince } from './rules';

/** When each thing that waits for somebody came: at the desk its lines, at the doors what waits there, a round once. */
async function cameTo(call: Call, desk: boolean): Promise<(Date | null)[]> {
  if (desk) return ((await deskToday(call, {}))?.lines ?? []).map(({ at }) => at);
  const { waiting = [] } = (await waitsAtDoor(call, {})) ?? {};
  return waiting.flatMap(({ kind, came }) => (kind === 'rounds' || kind === 'alternatives' ? came.slice(0, 1) : came));
}

/** What came to those whose offices above communities hang their letters here; of one district in one letter. */
async function cameAbove(call: Call, now: Date): Promise<Told[]> {
  const told = new Map<string, Told>();
  for (const { person, toldAt, ...of } of (await officesAbove(call, {})) ?? []) {
    const key = `${person} ${of.district}`;
    const count = newSince(await waitsAbove(person, of), toldAt, now) + (told.get(key)?.count ?? 0);
    if (count > 0) told.set(key, { person, count, at: 'office', district: of.district });
  }
  return [...told.values()];
}

export const handlers: Handlers = {
  /** What came to each who holds an office, told in one letter. */
  desk_tell: inEach('desk_tell', async ({ call, must }) => {
    const { people = [], now = new Date(0) } = (await inOffice(call, {})) ?? {};
    const told: Told[] = await cameAbove(call, now);
    for (const { person, desk, toldAt } of people) {
      const count = newSince(await cameTo({ ...call, by: { person } }, desk), toldAt, now);
      if (count > 0) told.push({ person, count, at: desk ? 'desk' : 'door' });
    }
    if (told.length > 0) must(await tellDuties(call, { told }));
  }),
};

/** Every day at 23:07 UTC, seven in the morning in Shanghai. */
export const crontab = '7 23 * * * desk_tell';
