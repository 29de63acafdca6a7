import assert from 'node:assert/strict';
import { linkCase, unlinkCase } from '@/features/cases/commands';
import { mergeProposal, separateProposal } from '@/features/mergers/commands';
import { giveSupport, takeBackSupport } from '@/features/proposals/commands/support';
import type { Call } from '@/lib/gate';
import type { Result } from '@/lib/result';
import { sql } from './fixture';

/** The proposal of a history, and the neighbour's that says the same. */
export const [MAIN, OTHER] = [1, 2];
type No = number;

/** What one proposal has: the moment it was given, by household or by case. */
type Had = Map<number, string>;

/** Support and cases of two proposals, worked out from what was done to them and nothing else. */
export interface Joint {
  support: Record<No, Had>;
  links: Record<No, Had>;
  joined: { from: No; into: No; at: string; households: number[]; cases: number[] } | null;
}

export const nothing = (): Joint => ({
  support: { [MAIN]: new Map(), [OTHER]: new Map() },
  links: { [MAIN]: new Map(), [OTHER]: new Map() },
  joined: null,
});

interface World {
  communityId: number;
  joint: Joint;
  homes: number[];
  residents: number[];
  today: () => string;
}

const had = (of: Record<No, Had>, no: No): Had => of[no] ?? new Map();

async function noted<T>(outcome: Promise<Result<T>>, note: () => void): Promise<Result<T>> {
  const result = await outcome;
  if (result.ok) note();
  return result;
}

/** The household of whoever speaks; nobody else can give support. */
const homeOf = (w: World, { by }: Call): number =>
  ('person' in by && w.homes[w.residents.indexOf(by.person)]) || Number.NaN;

export const support = (w: World, by: Call, proposal: No) =>
  noted(giveSupport(by, { proposal }), () => {
    const all = had(w.joint.support, proposal);
    if (!all.has(homeOf(w, by))) all.set(homeOf(w, by), w.today());
  });

export const unsupport = (w: World, by: Call, proposal: No) =>
  noted(takeBackSupport(by, { proposal }), () => had(w.joint.support, proposal).delete(homeOf(w, by)));

export const link = (w: World, by: Call, proposal: No, one: number, side: string) =>
  noted(linkCase(by, { case: one, proposal, side }), () => had(w.joint.links, proposal).set(one, w.today()));

export const unlink = (w: World, by: Call, proposal: No, one: number) =>
  noted(unlinkCase(by, { case: one, proposal, reason: '归错了' }), () => had(w.joint.links, proposal).delete(one));

function carry(of: Record<No, Had>, from: No, into: No, at: string): number[] {
  const there = had(of, into);
  const brought = [...had(of, from).keys()].filter((one) => !there.has(one));
  for (const one of brought) there.set(one, at);
  return brought;
}

export const merge = (w: World, by: Call, from: No, into: No) =>
  noted(mergeProposal(by, { proposal: from, into, reason: '说的是一回事' }), () => {
    const at = w.today();
    const { support: homes, links } = w.joint;
    w.joint.joined = {
      from,
      into,
      at,
      households: carry(homes, from, into, at),
      cases: carry(links, from, into, at),
    };
  });

/** What was brought along goes back; what was given again since, at another moment, stays. */
export const separate = (w: World, by: Call, proposal: No) =>
  noted(separateProposal(by, { proposal, reason: '其实是两回事' }), () => {
    const { joined, support: homes, links } = w.joint;
    assert.equal(joined?.from, proposal, 'separated what was not joined');
    if (!joined) return;
    const days = (Date.parse(w.today()) - Date.parse(joined.at)) / 86_400_000;
    assert.ok(days < 14, `separated after ${days} days`);
    const back = (all: Had, brought: number[]) => {
      for (const one of brought) if (all.get(one) === joined.at) all.delete(one);
    };
    back(had(homes, joined.into), joined.households);
    back(had(links, joined.into), joined.cases);
    w.joint.joined = null;
  });

/** What is stored is what was done: each household and each case once, brought along and gone back exactly. */
export async function joinedExactly(w: World): Promise<void> {
  const rows = await sql<{ no: number; what: 'support' | 'links'; id: number }>(
    `select p.no, 'support' as what, s.household_id as id from support s
       join proposal p on p.community_id = s.community_id and p.id = s.proposal_id where s.community_id = $1
     union all select p.no, 'links', c.no from case_link l
       join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
       join cases c on c.community_id = l.community_id and c.id = l.case_id where l.community_id = $1`,
    [w.communityId],
  );
  for (const what of ['support', 'links'] as const)
    for (const no of [MAIN, OTHER])
      assert.deepEqual(
        rows
          .filter((row) => row.what === what && row.no === no)
          .map((row) => row.id)
          .sort((a, b) => a - b),
        [...had(w.joint[what], no).keys()].sort((a, b) => a - b),
        `${what} of proposal ${no}`,
      );
  const standing = await sql<{ from: number; into: number; state: string }>(
    `select f.no as "from", i.no as "into", f.state from merger m
       join proposal f on f.community_id = m.community_id and f.id = m.proposal_id
       join proposal i on i.community_id = m.community_id and i.id = m.into_id
      where m.community_id = $1 and m.undone_at is null`,
    [w.communityId],
  );
  const { joined } = w.joint;
  assert.deepEqual(standing, joined ? [{ from: joined.from, into: joined.into, state: 'merged' }] : []);
}
