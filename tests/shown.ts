import { shownNow, textShown } from '@/db/seed/shown';
import * as reword from '@/features/objections/commands/reword';
import * as verdict from '@/features/objections/commands/verdict';
import * as wording from '@/features/objections/commands/wording';
import * as record from '@/features/opinions/commands/record';
import * as sign from '@/features/signoff/commands/sign';
import type { Call, Command } from '@/lib/gate';
import { sql } from './fixture';

type About = Record<string, unknown> & { proposal: number; objection: number };

/** By somebody who has just opened the page: what the form shows is what stands. */
const opened =
  <T>(command: Command<T>, which: 'wording' | 'answer') =>
  async (call: Call, about: About) => {
    const shown = await shownNow(sql, { community: call.community, ...about });
    return command(call, { shown: shown[which], ...about });
  };

export const approveWording = opened(wording.approveWording, 'wording');
export const disputeWording = opened(wording.disputeWording, 'wording');
export const rewordObjection = opened(reword.rewordObjection, 'wording');
export const giveVerdict = opened(verdict.giveVerdict, 'answer');

/** The same at a door: what counts for its household in this round has been read. */
export async function recordOpinion(call: Call, said: Record<string, unknown> & { round: number; household: number }) {
  const [held] = await sql<{ id: number }>(
    `select o.id from opinion o join round r on r.community_id = o.community_id and r.id = o.round_id
       join community c on c.id = o.community_id
     where c.slug = $1 and r.no = $2 and o.household_id = $3 order by o.own desc, o.seq desc limit 1`,
    [call.community, said.round, said.household],
  );
  return record.recordOpinion(call, { seen: held?.id ?? 0, ...said });
}

/** The same over a text to be signed. */
export async function signResolution(call: Call, { proposal }: { proposal: number }) {
  return sign.signResolution(call, { proposal, hash: await textShown(call, proposal) });
}
