import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { objection, objectionShown } from '@/db/schema/objections';
import { picture } from '@/db/schema/pictures';
import { clause, plan, planChange, planMateriality } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { affectedGroup, legalGate } from '@/db/schema/scoping';
import { mayAddPicture, mayLookAtPictures } from '@/features/pictures/policy';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { shanghaiDate } from '@/lib/calendar';
import { boardQuery, query, type Scope } from '@/lib/gate';
import { mayDraftPlan, mayJudgeMateriality, mayPublishPlan, mayReadDrafts } from './policy';
import { changedClauses, checkPublication, checkRevision, DRAFTED_IN, type Reason } from './rules';

async function proposalOf({ db, communityId }: Scope, no: number) {
  const [row] = await db
    .select({ id: proposal.id, no: proposal.no, title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)));
  return row && row.state !== 'draft' ? row : undefined;
}

async function plansOf({ db, communityId }: Scope, proposalId: number, drafts: boolean) {
  return db
    .select({
      id: plan.id,
      version: plan.version,
      title: plan.title,
      summary: plan.summary,
      cost: plan.cost,
      costNote: plan.costNote,
      state: plan.state,
      rowVersion: plan.rowVersion,
      publishedAt: plan.publishedAt,
      hash: plan.hash,
    })
    .from(plan)
    .where(
      and(
        eq(plan.communityId, communityId),
        eq(plan.proposalId, proposalId),
        drafts ? undefined : eq(plan.state, 'published'),
      ),
    )
    .orderBy(desc(plan.version));
}

async function clausesOf({ db, communityId }: Scope, plans: number[]) {
  return db
    .select({ planId: clause.planId, no: clause.no, text: clause.text })
    .from(clause)
    .where(and(eq(clause.communityId, communityId), inArray(clause.planId, plans)))
    .orderBy(asc(clause.no));
}

/** An objection as a change names it; `wording` is null on the board until one who raised it has approved the words. */
interface Named {
  no: number;
  ground: string;
  wording: string | null;
  state: string;
}

export interface ChangeView {
  version: number;
  clause: number;
  note: string;
  objections: Named[];
  gate: string | null;
  technical: string;
}

/** What the changes of these plans answer. */
async function changesOf(
  { db, communityId }: Scope,
  plans: number[],
  objections: () => Promise<(Named & { id: number })[]>,
): Promise<ChangeView[]> {
  const rows = await db
    .select({
      version: plan.version,
      clause: planChange.clauseNo,
      note: planChange.note,
      objectionIds: planChange.objectionIds,
      gate: legalGate.key,
      technical: planChange.technicalReason,
    })
    .from(planChange)
    .innerJoin(plan, and(eq(plan.communityId, planChange.communityId), eq(plan.id, planChange.planId)))
    .leftJoin(
      legalGate,
      and(eq(legalGate.communityId, planChange.communityId), eq(legalGate.id, planChange.legalGateId)),
    )
    .where(and(eq(planChange.communityId, communityId), inArray(planChange.planId, plans)))
    .orderBy(asc(plan.version), asc(planChange.clauseNo), asc(planChange.id));
  if (rows.length === 0) return [];
  const named = await objections();
  return rows.map(({ objectionIds, ...row }) => ({
    ...row,
    objections: objectionIds.flatMap((id) => {
      const found = named.find((one) => one.id === id);
      return found ? [{ no: found.no, ground: found.ground, wording: found.wording, state: found.state }] : [];
    }),
  }));
}

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

const objectionsOf = ({ db, communityId }: Scope, proposalId: number) =>
  db
    .select({
      id: objection.id,
      no: objection.no,
      ground: objection.ground,
      wording: objection.wording,
      state: objection.state,
    })
    .from(objection)
    .where(
      and(eq(objection.communityId, communityId), eq(objection.proposalId, proposalId), isNull(objection.mergedInto)),
    )
    .orderBy(asc(objection.no));

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

/** Pictures of plans for whoever works on them, also those nobody has looked at. */
async function sketchesOf({ db, communityId, who }: Scope, plans: number[]) {
  const rows = await db
    .select({
      ...{ id: picture.id, caption: picture.caption, width: picture.smallWidth, height: picture.smallHeight },
      ...{ onBoard: picture.onBoard, refusedReason: picture.refusedReason, uploadedBy: picture.uploadedBy },
      planId: picture.subjectId,
    })
    .from(picture)
    .where(and(eq(picture.communityId, communityId), eq(picture.subject, 'plan'), inArray(picture.subjectId, plans)))
    .orderBy(asc(picture.position), asc(picture.id));
  const own = who.kind === 'person' ? who.personId : 0;
  return rows.map(({ uploadedBy, ...row }) => ({ ...row, own: uploadedBy === own }));
}

async function groupsOf({ db, communityId }: Scope, proposalId: number) {
  return db
    .select({ id: affectedGroup.id, position: affectedGroup.position, name: affectedGroup.name })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, proposalId)))
    .orderBy(asc(affectedGroup.position));
}

interface Judged {
  group: number;
  material: boolean;
  reason: string;
  judgedBy: number;
  judge: string | null;
  /** In which of the offices that judge. */
  judgeRole: string | null;
  judgedAt: string | null;
  confirmedBy: number | null;
  confirmer: string | null;
  confirmedAt: string | null;
}

const judgedOf = ({ db, communityId }: Scope, planId: number) =>
  db
    .select({
      group: planMateriality.groupId,
      material: planMateriality.material,
      reason: planMateriality.reason,
    })
    .from(planMateriality)
    .where(and(eq(planMateriality.communityId, communityId), eq(planMateriality.planId, planId)));

/** One published version as anybody may read it, with the changes it makes and its drawings. */
export const boardPlan = boardQuery({
  name: 'plan.board',
  read: async (scope, { no, version }: { no: number; version: number }) => {
    const about = await proposalOf(scope, no);
    const plans = about ? await plansOf(scope, about.id, false) : [];
    const shown = plans.find((one) => one.version === version);
    if (!about || !shown) return undefined;
    const groups = await groupsOf(scope, about.id);
    const judged = await judgedOf(scope, shown.id);
    return {
      proposal: { no, title: about.title },
      plan: { ...shown, hash: shown.hash?.toString('hex') ?? '' },
      clauses: await clausesOf(scope, [shown.id]),
      changes: await changesOf(scope, [shown.id], () => objectionsShown(scope, about.id)),
      drawings: await drawingsOf(scope, [shown.id]),
      versions: plans.map((one) => one.version),
      materiality: groups.flatMap((group) => {
        const said = judged.find((one) => one.group === group.id);
        return said ? [{ group: group.name, material: said.material, reason: said.reason }] : [];
      }),
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
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

const ofPlan = { subject: 'plan', persons: [], households: [], entrances: [] } as const;

/** The draft and all that has to be settled before it can be published. */
export const deskPlans = query({
  name: 'plans.desk',
  allow: (who) => mayReadDrafts(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who } = scope;
    const today = shanghaiDate(scope.now);
    const about = await proposalOf(scope, no);
    if (!about) return undefined;
    const plans = await plansOf(scope, about.id, true);
    const draft = plans.find((one) => one.state === 'draft');
    const published = plans.find((one) => one.state === 'published');
    const ids = [draft?.id ?? 0, published?.id ?? 0];
    const clauses = await clausesOf(scope, ids);
    const [now, before] = ids.map((id) =>
      clauses.filter((one) => one.planId === id).map(({ no: clauseNo, text }) => ({ no: clauseNo, text })),
    );
    const objections = await objectionsOf(scope, about.id);
    const changes = await changesOf(scope, [draft?.id ?? 0], async () => objections);
    const sketches = await sketchesOf(scope, ids);
    const drawings = sketches.filter((one) => one.planId === draft?.id).map((one) => ({ ...one, published: false }));
    const groups = await groupsOf(scope, about.id);
    const [more] = await db
      .select({
        gates: sql<string[]>`coalesce((select json_agg(g.key order by g.id) from legal_gate g
          where g.community_id = ${communityId} and g.proposal_id = ${about.id}), '[]'::json)`,
        running: sql<boolean>`exists (select 1 from round r
          where r.community_id = ${communityId} and r.proposal_id = ${about.id} and r.state = 'open')`,
        judged: sql<Judged[]>`coalesce((select json_agg(json_build_object('group', m.group_id,
            'material', m.material, 'reason', m.reason, 'judgedBy', m.judged_by,
            'judge', j.name, 'judgedAt', m.judged_at,
            'judgeRole', (select g.role from grants g where g.community_id = m.community_id and g.person_id = m.judged_by
              and g.role in ('social-worker', 'governance-secretary', 'party-secretary') order by g.id desc limit 1),
            'confirmedBy', m.confirmed_by, 'confirmer', k.name, 'confirmedAt', m.confirmed_at))
          from plan_materiality m join person j on j.id = m.judged_by left join person k on k.id = m.confirmed_by
          where m.community_id = ${communityId} and m.plan_id = ${draft?.id ?? 0}), '[]'::json)`,
        termActive: sql<boolean>`exists (select 1 from term t where t.community_id = ${communityId}
          and t.from_day <= ${today} and t.to_day >= ${today} and t.closed_at is null)`,
      })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.id, about.id)));
    const { gates, running, judged, termActive } = more ?? { gates: [], running: false, judged: [], termActive: true };
    const reasonsOf = (change: ChangeView): Reason[] => [
      ...change.objections.map((one) => ({ kind: 'objection' as const, objection: one.no })),
      ...(change.gate ? [{ kind: 'gate' as const, gate: change.gate }] : []),
      ...(change.technical ? [{ kind: 'technical' as const, text: change.technical }] : []),
    ];
    const publication = draft && checkPublication(about.state, draft.version, running, now ?? []);
    const revision =
      draft && published && publication?.ok
        ? checkRevision(
            { version: published.version, clauses: before ?? [], changes: [], materiality: [] },
            {
              version: draft.version,
              clauses: now ?? [],
              changes: changes.map((change) => ({ clause: change.clause, reasons: reasonsOf(change) })),
              materiality: judged,
            },
            {
              groups: groups.map((group) => group.id),
              objections: objections.map((one) => ({
                id: one.no,
                answered: one.state !== 'raised' && one.state !== 'acknowledged',
              })),
              gates,
            },
          )
        : publication;
    return {
      proposal: { no, title: about.title, state: about.state },
      drawings,
      /** Of the version last published: nobody has looked at them yet. */
      unseen: sketches.filter((one) => one.planId === published?.id && !one.onBoard && one.refusedReason === null),
      may: {
        draw: draft !== undefined && drawings.length < MOST_PICTURES && mayAddPicture(who, ofPlan) !== null,
        look: mayLookAtPictures(who) !== null,
        write: mayDraftPlan(who) !== null,
        judge: mayJudgeMateriality(who) !== null,
        publish: mayPublishPlan(who, { termActive }) !== null,
      },
      draftable: DRAFTED_IN.includes(about.state),
      versions: plans.map(({ version, title, state, publishedAt }) => ({ version, title, state, publishedAt })),
      draft: draft ? { ...draft, hash: null, clauses: now ?? [] } : null,
      published: published ? { version: published.version, clauses: before ?? [] } : null,
      changed: published ? changedClauses(before ?? [], now ?? []) : [],
      changes,
      objections: objections.map(({ id: _id, ...one }) => one),
      gates,
      groups: groups.map((group) => ({ ...group, judged: judged.find((one) => one.group === group.id) ?? null })),
      /** Why the draft cannot be published yet; null when it can. */
      blocked: revision && !revision.ok ? revision.refusal : null,
    };
  },
});
