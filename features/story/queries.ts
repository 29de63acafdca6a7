import { turnOf } from '@/features/alternatives/queries/board';
import { wavesShown } from '@/features/callbacks/queries';
import { meetingsTurn } from '@/features/meetings/queries/board';
import {
  appealIn,
  appealUntil,
  isOverdue,
  isStalled,
  mayAppeal,
  mayReopen,
  ownerOf,
  reopenUntil,
} from '@/features/proposals/rules';
import { GATES_OF } from '@/features/proposals/rules/gates';
import { addDays, startOfDay } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import {
  COMMENTS,
  commentsOf,
  decisionsOf,
  headOf,
  type ObjectionRow,
  objectionsOf,
  type PlanRow,
  plansOf,
  type RoundRow,
  roundsOf,
  worksOf,
} from './queries/rows';
import { arcsOf, dueOf, openActOf, phaseOf, standingOf, turnsAt } from './rules';

/** The rounds with what may be shown of each group, and what the version they were held on changed. */
function roundsView(scope: Scope, found: RoundRow[], plans: PlanRow[], objections: ObjectionRow[]) {
  return found.map((row) => {
    const plan = plans.find((one) => one.version === row.version);
    return {
      no: row.no,
      k: row.k,
      version: row.version,
      opensAt: row.opensAt,
      closesAt: row.closesAt,
      phase: phaseOf(row, scope.now),
      title: plan?.title ?? '',
      summary: row.summary,
      changes: (plan?.changes ?? []).map(({ objections: ids, ...change }) => ({
        ...change,
        objections: objections.filter((one) => ids.includes(one.id)),
      })),
      groups: row.groups.map((group) => ({
        id: group.group,
        households: group.households,
        asked: group.asked,
        arcs: arcsOf(group.published, group.households, group.reached ?? 0),
        agrees: group.agrees,
      })),
    };
  });
}

/** Everything of a proposal that hangs on the board, in nine statements at most; undefined when there is none. */
export const boardStory = boardQuery({
  name: 'story.board',
  read: async (scope, { no }: { no: number }) => {
    const row = await headOf(scope, no);
    if (!row) return undefined;
    const { rule: frozen, gates: decided, short, ...head } = row;
    const hangs = short !== null && row.state === 'short' && scope.now < new Date(short.until);
    const rule = frozen ?? scope.community.settings;
    const consulted = frozen !== null;
    const objections = consulted ? await objectionsOf(scope, row.id) : [];
    const plans = await plansOf(scope, row.id);
    const rounds = consulted ? roundsView(scope, await roundsOf(scope, row.id), plans, objections) : [];
    const [decision] = consulted ? await decisionsOf(scope, row.id) : [];
    const [works] = decision?.resolution ? await worksOf(scope, row.id) : [];
    const said = await commentsOf(scope, row.id);
    const closed = rounds.filter((round) => round.phase === 'closed').at(-1);
    const round = rounds.at(-1) ?? null;
    const laws = GATES_OF[row.kind] ?? [];
    const appeal = appealIn(row.events, new Date(row.stateAt));
    const completed = row.events.filter((event) => event.to === 'completed').at(-1);
    const completedAt = completed ? new Date(completed.at) : null;
    return {
      ...head,
      now: scope.now,
      short: short && { ...short, hangs },
      rule,
      consulted,
      appeal,
      owner: ownerOf(row.state, row.termActive, appeal),
      stalled: isStalled(row.state, new Date(row.lastEventAt), scope.now),
      overdue: isOverdue(row.state, new Date(row.submittedAt ?? row.stateAt), scope.now),
      gates: decided.map((gate) => ({ ...gate, law: laws.find((law) => law.key === gate.key) ?? null })),
      plans: plans.map(({ version, title, summary, cost, costNote, publishedAt, id }) => ({
        id,
        version,
        title,
        summary,
        cost,
        costNote,
        publishedAt,
      })),
      rounds,
      objections,
      /** Per group, from the last count; never one number for all. */
      standings: closed
        ? closed.groups.map((group) => ({
            group: group.id,
            k: closed.k,
            ...standingOf(group.arcs, rule.reach, group.agrees),
          }))
        : [],
      decision: decision ? { ...decision, over: scope.now >= new Date(decision.to) } : null,
      works: works ?? null,
      waves: works ? await wavesShown(scope, no) : [],
      comments: said.slice(0, COMMENTS).map((one) => ({ ...one, at: new Date(one.at) })),
      olderComments: said.length > COMMENTS ? (said[COMMENTS - 1]?.id ?? null) : null,
      due: dueOf(
        {
          ...{
            state: row.state,
            submittedAt: row.submittedAt,
            stateAt: row.stateAt,
            lookAgainOn: row.lookAgainOn,
            round,
          },
          noticeTo: decision?.to ?? null,
          nextMilestone: works?.milestones.find((one) => one.actualOn === null)?.plannedOn ?? null,
          completedAt: completedAt?.toISOString() ?? null,
          short: short && { until: short.until, doneAt: short.doneAt },
          comparison: head.comparison,
          appealed: appeal !== null,
          byHome: row.repair !== null,
        },
        scope.now,
      ),
      open: openActOf({
        state: row.state,
        round: rounds.find((one) => one.phase === 'open') ?? null,
        notice: decision ? { over: scope.now >= new Date(decision.to) } : null,
        short: hangs,
        comparison: turnOf(head.comparison, scope.now) !== null,
      }),
      /** Whether a resident may still have it reopened, or the author ask the district. */
      reopenable: mayReopen(row.state, completedAt, scope.now),
      appealable:
        row.state === 'declined' &&
        mayAppeal(new Date(row.stateAt), scope.now) &&
        !row.events.some((event) => event.kind === 'appealed' && new Date(event.at) >= new Date(row.stateAt)),
      turnsAt: turnsAt(
        [
          ...[round?.opensAt ?? null, round?.closesAt ?? null, decision?.to ?? null],
          completedAt && startOfDay(addDays(reopenUntil(completedAt), 1)).toISOString(),
          hangs ? short.until : null,
          ...head.outside.map((one) =>
            one.state === 'waiting' ? startOfDay(addDays(one.due, 1)).toISOString() : null,
          ),
          turnOf(head.comparison, scope.now)?.toISOString() ?? null,
          meetingsTurn(head.meetings, scope.now)?.toISOString() ?? null,
          row.state === 'declined' ? appealUntil(new Date(row.stateAt)).toISOString() : null,
        ],
        scope.now,
      ),
    };
  },
  shows: ({ no }, found) => [
    'term',
    `proposal/${no}`,
    ...(found?.rounds ?? []).map((one) => `round/${one.no}`),
    ...(found?.works ? [`works/${found.works.no}`] : []),
  ],
});
export type Story = NonNullable<Awaited<ReturnType<typeof boardStory>>>;
