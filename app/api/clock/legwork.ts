import { noteCallback } from '@/features/callbacks/commands';
import { deskCallbacks, deskCallbacksOf } from '@/features/callbacks/queries';
import { cast } from '@/features/clock/queries';
import { heardAt, type Legwork } from '@/features/clock/rules';
import { giveVerdict } from '@/features/objections/commands/verdict';
import { doorObjections } from '@/features/objections/queries/raised';
import { waitsForWord } from '@/features/objections/rules';
import { recordOpinion } from '@/features/opinions/commands/record';
import { noteVisit } from '@/features/opinions/commands/visit';
import { doorRound, doorRounds } from '@/features/opinions/queries/door';

type DoorRound = NonNullable<Awaited<ReturnType<typeof doorRound>>>;
const as = (person: number, community: string) => ({ by: { person }, community });

/** What one door says, as its captain writes it down; false where it stays as it was. */
async function ask(call: ReturnType<typeof as>, round: DoorRound, place: number, which: 'doors' | 'doors_agree') {
  const door = round.doors[place];
  const heard = door && heardAt(door.state, place, which);
  if (!heard) return false;
  const about = { round: round.no, household: door.household };
  if (heard === 'not_home') return (await noteVisit(call, { ...about, outcome: heard })).ok;
  const channel = door.quiet ? 'phone' : 'door';
  const said = { stance: heard, channel, proof: 'read_back', witnessName: '同楼邻居' };
  return (await recordOpinion(call, { ...about, ...said, version: round.version, seen: door.current?.id ?? 0 })).ok;
}

async function doors(captain: number, community: string, which: 'doors' | 'doors_agree'): Promise<number> {
  const call = as(captain, community);
  const open = (await doorRounds(call, {}))?.filter((one) => one.open) ?? [];
  let done = 0;
  for (const no of new Set(open.map((one) => one.round))) {
    const round = await doorRound(call, { no, entrance: null });
    for (const place of round?.doors.keys() ?? []) if (round && (await ask(call, round, place, which))) done += 1;
  }
  return done;
}

async function answers(captain: number, community: string): Promise<number> {
  const call = as(captain, community);
  let done = 0;
  for (const one of (await doorObjections(call, {}))?.filter(waitsForWord) ?? []) {
    if (one.answerKind === null) continue;
    const { household, objection, proposal } = one;
    const said = { verdict: 'settled', provenance: '在门口念了一遍，说行', channel: one.quiet ? 'phone' : 'door' };
    const given = await giveVerdict(call, { proposal, objection, household, ...said, shown: one.shown.answer });
    if (given.ok) done += 1;
  }
  return done;
}

async function calls(caller: number, community: string): Promise<number> {
  const call = as(caller, community);
  let done = 0;
  for (const { no } of (await deskCallbacks(call, {})) ?? []) {
    const open = (await deskCallbacksOf(call, { no }))?.calls.filter((one) => !one.reached) ?? [];
    for (const [place, { id }] of open.entries()) {
      const satisfaction = place % 2 === 0 ? 'satisfied' : 'fairly_satisfied';
      if ((await noteCallback(call, { callback: id, reached: 'yes', resolved: 'yes', satisfaction })).ok) done += 1;
    }
  }
  return done;
}

/** Lets those whose work it is do it, by the commands they always use. Returns how many households that concerned. */
export async function run(which: Legwork, community: string): Promise<number> {
  const people = await cast(undefined);
  const of = (office: string) => people.filter(({ plays }) => plays === office || plays?.startsWith(`${office}-`));
  let done = 0;
  for (const { id } of of(which === 'calls' ? 'hotline' : 'captain')) {
    if (which === 'calls') done += await calls(id, community);
    else if (which === 'answers') done += await answers(id, community);
    else done += await doors(id, community, which);
  }
  return done;
}
