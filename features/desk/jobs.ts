import { doorRounds } from '@/features/opinions/queries/door';
import { joinRequests } from '@/features/people/queries/joins';
import type { Call } from '@/lib/gate';
import type { Handlers } from '@/lib/jobs';
import { communities } from '@/lib/site';
import { tellDuties } from './commands';
import { deskToday, inOffice } from './queries';
import { newSince } from './rules';

/** When each thing that waits for somebody came: at the desk its lines, at the doors rounds with homes unheard, and people to confirm. */
async function cameTo(call: Call, desk: boolean): Promise<(Date | null)[]> {
  if (desk) return ((await deskToday(call, {}))?.lines ?? []).map(({ at }) => at);
  const rounds = ((await doorRounds(call, {})) ?? []).filter((one) => one.open && one.heard < one.households);
  const joins = ((await joinRequests(call, undefined))?.open ?? []).filter((one) => !one.mine);
  return [...new Map(rounds.map(({ round, opensAt }) => [round, opensAt])).values(), ...joins.map(({ at }) => at)];
}

/** What came to each who holds an office, told in one letter. */
async function tell(community: string): Promise<void> {
  const system = { by: { system: 'desk_tell' }, community };
  const told: { person: number; count: number; at: 'desk' | 'door' }[] = [];
  const { people = [], now = new Date(0) } = (await inOffice(system, {})) ?? {};
  for (const { person, desk, toldAt } of people) {
    const count = newSince(await cameTo({ by: { person }, community }, desk), toldAt, now);
    if (count > 0) told.push({ person, count, at: desk ? 'desk' : 'door' });
  }
  if (told.length === 0) return;
  const done = await tellDuties(system, { told });
  if (!done.ok) throw new Error(`desk_tell: ${done.refusal.code}`);
}

export const handlers: Handlers = {
  desk_tell: async () => {
    for (const { slug } of await communities(100_000)) await tell(slug);
  },
};

/** Every day at 23:07 UTC, seven in the morning in Shanghai. */
export const crontab = '7 23 * * * desk_tell';
