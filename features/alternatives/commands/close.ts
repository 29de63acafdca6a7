import { alternativeCell, alternativeResult, comparison } from '@/db/schema/alternatives';
import { writeLetters } from '@/features/letters/moves';
import { recordStep } from '@/features/proposals/moves';
import { isRed } from '@/features/rounds/rules';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { publishedCells } from '@/lib/telling';
import * as acts from '../acts';
import { closeInput } from '../input';
import { letters } from '../letters';
import { lockComparison, membersOf, ofComparison, visitsOf, wordsOf } from '../moves';
import { toldOf } from '../moves/told';
import { countAlternative, isHeard, letterOf, proposedOf, takesTold, weakestOf } from '../rules';

/** Locked, then counted: each group of each alternative by itself, and never all together. */
export const closeComparison = command({
  act: acts.closeComparison,
  input: closeInput,
  facts: lockComparison,
  run: async ({ db, communityId, now, actor, input, facts: { row, comparison: live, shares } }) => {
    if (!live) throw new Error('a comparison that is not there');
    const here = { communityId, id: live.id, proposalId: row.id };
    const words = await wordsOf(db, here, { before: live.closesAt });
    const members = await membersOf(db, here);
    const visits = await visitsOf(db, here);
    const told = await toldOf(db, here, live.alternatives, { members, words });
    const all = live.alternatives.map(({ id, position, groups }) => {
      const counted = countAlternative(id, members.get(id) ?? [], words, visits);
      return { id, position, groups: groups.map((group) => ({ group: group.id, ...of(counted, group.id) })) };
    });
    const proposed = proposedOf(all, shares);
    await db.update(comparison).set({ closedAt: now }).where(ofComparison(communityId, live.id));
    await db.insert(alternativeCell).values(
      all.flatMap(({ id, groups }) =>
        groups.map(({ group, cells, takes }) => {
          const how = told.get(id)?.get(group) ?? 'reached';
          const published = publishedCells(cells, how);
          const { conditional: _, ...kept } = cells;
          return {
            communityId,
            alternativeId: id,
            groupId: group,
            ...kept,
            takes,
            published,
            takesPublished: takesTold(takes, published),
            agrees: how === 'reached' ? null : !isRed(cells, shares),
          };
        }),
      ),
    );
    await db.insert(alternativeResult).values(
      all.map(({ id, groups }) => ({
        communityId,
        alternativeId: id,
        proposed: proposed.includes(id),
        heard: isHeard(groups, shares),
        // Which group is the weakest compares all of them: told where each is told at least whether it can.
        weakest: groups.every(({ group }) => (told.get(id)?.get(group) ?? 'reached') !== 'reached')
          ? weakestOf(groups).groups
          : [],
      })),
    );
    await recordStep(db, row, { kind: 'comparison_closed', role: roleOf(actor), personId: personOf(actor), now });
    const households = new Set([...members.values()].flat().map(({ household }) => household));
    await writeLetters(
      { db, communityId, now },
      letters.comparison_closed,
      [...households].map((home) => ({ to: { household: home }, no: input.proposal, detail: { title: row.title } })),
    );
    return {
      ok: true,
      value: { proposal: input.proposal, proposed: proposed.length },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          alternatives: all.map(({ id, position, groups }) => ({
            alternative: letterOf(position),
            proposed: proposed.includes(id),
            groups: groups.map(({ group, cells, takes }) => ({ group, ...cells, takes })),
          })),
        },
      },
      changed: ['proposals'],
    };
  },
});

function of(counted: ReturnType<typeof countAlternative>, group: number) {
  const found = counted.get(group);
  if (!found) throw new Error('a group without households');
  return found;
}
