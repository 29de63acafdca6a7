import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { objectionShown } from '@/db/schema/objections';
import { picture } from '@/db/schema/pictures';
import type { Scope } from '@/lib/gate';
import { boardQuery } from '@/lib/query';
import { rows } from '@/lib/rows';
import { changesOf, clausesOf, drawnOf, plansOf, proposalOf } from './versions';

/** In the words their owners approved, for the board. */
const objectionsShown = ({ db, communityId }: Scope, proposalId: number) =>
  db
    .select({
      id: objectionShown.id,
      no: objectionShown.no,
      ground: objectionShown.ground,
      wording: objectionShown.wording,
      state: objectionShown.state,
    })
    .from(objectionShown)
    .where(and(eq(objectionShown.communityId, communityId), eq(objectionShown.proposalId, proposalId)))
    .orderBy(asc(objectionShown.no));

async function drawingsOf({ db, communityId }: Scope, plans: number[]) {
  return db
    .select({
      id: picture.id,
      planId: picture.subjectId,
      caption: picture.caption,
      width: picture.width,
      height: picture.height,
    })
    .from(picture)
    .where(
      and(
        eq(picture.communityId, communityId),
        eq(picture.subject, 'plan'),
        inArray(picture.subjectId, plans),
        eq(picture.onBoard, true),
      ),
    )
    .orderBy(asc(picture.position), asc(picture.id));
}

/** For which groups it is material, in their order; and which of the conditions households set it follows, and why not the others. */
async function judgedOf(scope: Scope, planId: number) {
  const of = sql`x.community_id = ${scope.communityId} and x.plan_id = ${planId}`;
  const [found] = await rows<{
    materiality: { group: string; material: boolean; reason: string }[];
    conditions: { no: number; text: string; followed: boolean; reason: string }[];
  }>(
    scope,
    sql`select json_build_object(
      'materiality', (select coalesce(json_agg(json_build_object('group', g.name, 'material', x.material, 'reason', x.reason)
        order by g.position), '[]') from plan_materiality x join affected_group g on g.community_id = x.community_id
        and g.id = x.group_id where ${of}),
      'conditions', (select coalesce(json_agg(json_build_object('no', x.no, 'text', x.text, 'followed', x.followed,
        'reason', x.reason) order by x.no), '[]') from plan_condition x where ${of})) as view`,
  );
  return found ?? { materiality: [], conditions: [] };
}

/** One published version as anybody may read it, with the changes it makes and its drawings. */
export const boardPlan = boardQuery({
  name: 'plan.board',
  read: async (scope, { no, version }: { no: number; version: number }) => {
    const about = await proposalOf(scope, no);
    const plans = about ? await plansOf(scope, about.id, false) : [];
    const shown = plans.find((one) => one.version === version);
    if (!about || !shown) return undefined;
    const before = plans.find((one) => one.version === version - 1);
    const drawn = await drawnOf(scope, [shown.id, ...(before ? [before.id] : [])]);
    return {
      proposal: { no, title: about.title },
      plan: { ...shown, hash: shown.hash?.toString('hex') ?? '' },
      clauses: await clausesOf(scope, [shown.id]),
      changes: await changesOf(scope, [shown.id], () => objectionsShown(scope, about.id)),
      drawings: await drawingsOf(scope, [shown.id]),
      /** Of the version before; null: this is the first. */
      costBefore: before?.cost ?? null,
      drawn: drawn.find(({ planId }) => planId === shown.id) ?? null,
      drawnBefore: drawn.find(({ planId }) => planId === before?.id) ?? null,
      versions: plans.map((one) => one.version),
      ...(await judgedOf(scope, shown.id)),
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

/** Two published versions beside each other: each clause before and after, and what the changes between them answer. */
export const boardComparison = boardQuery({
  name: 'plan.comparison',
  read: async (scope, { no, from, to }: { no: number; from: number; to: number }) => {
    const about = await proposalOf(scope, no);
    const plans = about ? await plansOf(scope, about.id, false) : [];
    const [before, after] = [plans.find((one) => one.version === from), plans.find((one) => one.version === to)];
    if (!about || !before || !after || from >= to) return undefined;
    const clauses = await clausesOf(scope, [before.id, after.id]);
    const textIn = (planId: number, clauseNo: number) =>
      clauses.find((one) => one.planId === planId && one.no === clauseNo)?.text ?? '';
    const between = plans.filter((one) => one.version > from && one.version <= to).map((one) => one.id);
    const changes = await changesOf(scope, between, () => objectionsShown(scope, about.id));
    const drawn = await drawnOf(scope, [before.id, after.id]);
    const numbers = [...new Set(clauses.map((one) => one.no))].sort((a, b) => a - b);
    return {
      proposal: { no, title: about.title },
      before,
      after,
      clauses: numbers.map((clauseNo) => ({
        no: clauseNo,
        before: textIn(before.id, clauseNo),
        after: textIn(after.id, clauseNo),
        changes: changes.filter((change) => change.clause === clauseNo),
      })),
      drawings: await drawingsOf(scope, [before.id, after.id]),
      drawn: drawn.find(({ planId }) => planId === after.id) ?? null,
      drawnBefore: drawn.find(({ planId }) => planId === before.id) ?? null,
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});
