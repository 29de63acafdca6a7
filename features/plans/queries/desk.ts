import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { picture } from '@/db/schema/pictures';
import { mayAddPicture, mayLookAtPictures } from '@/features/pictures/policy';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { knownOf } from '@/features/proposals/moves';
import { newestSites } from '@/features/siteplan/moves';
import { keptShapes } from '@/features/siteplan/rules';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { drawPlan, misdrawn } from '../acts';
import { planFacts } from '../facts';
import { mayReadDrafts } from '../policy';
import { changedClauses, versionsOf } from '../rules';
import { changesOf, clausesOf, drawnOf, plansOf } from './versions';

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

/** Pictures of plans for whoever works on them, also those nobody has looked at. */
async function sketchesOf({ db, communityId, who }: Scope, plans: number[]) {
  const found = await db
    .select({
      id: picture.id,
      caption: picture.caption,
      width: picture.smallWidth,
      height: picture.smallHeight,
      onBoard: picture.onBoard,
      refusedReason: picture.refusedReason,
      uploadedBy: picture.uploadedBy,
      planId: picture.subjectId,
    })
    .from(picture)
    .where(and(eq(picture.communityId, communityId), eq(picture.subject, 'plan'), inArray(picture.subjectId, plans)))
    .orderBy(asc(picture.position), asc(picture.id));
  const own = who.kind === 'person' ? who.personId : 0;
  return found.map(({ uploadedBy, ...row }) => ({ ...row, own: uploadedBy === own }));
}

type Judged = {
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
};

/** The groups, each with what was judged of it in this draft. */
const judgedGroups = (scope: Scope, proposalId: number, draft: number) =>
  rows<{ id: number; position: number; name: string; judged: Judged | null }>(
    scope,
    sql`select json_build_object('id', g.id, 'position', g.position, 'name', g.name, 'judged',
        case when m.group_id is not null then json_build_object('material', m.material, 'reason', m.reason,
          'judgedBy', m.judged_by, 'judge', j.name, 'judgedAt', m.judged_at,
          'judgeRole', (select o.role from grants o where o.community_id = m.community_id and o.person_id = m.judged_by
            and o.role in ('social-worker', 'governance-secretary', 'party-secretary') order by o.id desc limit 1),
          'confirmedBy', m.confirmed_by, 'confirmer', k.name, 'confirmedAt', m.confirmed_at) end) as view
      from affected_group g
      left join plan_materiality m on m.community_id = g.community_id and m.group_id = g.id and m.plan_id = ${draft}
      left join person j on j.id = m.judged_by left join person k on k.id = m.confirmed_by
      where g.community_id = ${scope.communityId} and g.proposal_id = ${proposalId} order by g.position`,
  );

const ofPlan = { subject: 'plan', persons: [], households: [], entrances: [] } as const;

/** The draft and all that has to be settled before it can be published. */
export const deskPlans = query({
  name: 'plans.desk',
  allow: (who) => mayReadDrafts(who),
  read: async (scope, { no }: { no: number }) => {
    const { who, now: moment } = scope;
    const facts = await knownOf(scope, no, planFacts);
    if (!facts) return undefined;
    const plans = await plansOf(scope, facts.id, true);
    const draft = plans.find((one) => one.state === 'draft');
    const published = plans.find((one) => one.state === 'published');
    const ids = [draft?.id ?? 0, published?.id ?? 0];
    const clauses = await clausesOf(scope, ids);
    const [now, before] = ids.map((id) =>
      clauses.filter((one) => one.planId === id).map(({ no: clauseNo, text }) => ({ no: clauseNo, text })),
    );
    const objections = await objectionsOf(scope, facts.id);
    const changes = await changesOf(scope, [draft?.id ?? 0], async () => objections);
    const sketches = await sketchesOf(scope, ids);
    const drawings = sketches.filter((one) => one.planId === draft?.id).map((one) => ({ ...one, published: false }));
    const groups = await judgedGroups(scope, facts.id, draft?.id ?? 0);
    const drawn = await drawnOf(scope, ids);
    return {
      proposal: { no, title: facts.title, state: facts.state },
      drawings,
      /** Of the version last published: nobody has looked at them yet. */
      unseen: sketches.filter((one) => one.planId === published?.id && !one.onBoard && one.refusedReason === null),
      may: {
        draw: draft !== undefined && drawings.length < MOST_PICTURES && mayAddPicture(who, ofPlan) !== null,
        look: mayLookAtPictures(who) !== null,
      },
      versions: plans.map(({ version, title, state, publishedAt }) => ({ version, title, state, publishedAt })),
      draft: draft ? { ...draft, hash: null, clauses: now ?? [] } : null,
      published: published ? { version: published.version, cost: published.cost, clauses: before ?? [] } : null,
      changed: published ? changedClauses(before ?? [], now ?? []) : [],
      drawn: drawn.find(({ planId }) => planId === draft?.id) ?? null,
      drawnBefore: drawn.find(({ planId }) => planId === published?.id) ?? null,
      changes,
      objections: objections.map(({ id: _id, ...one }) => one),
      gates: facts.gates.map(({ key }) => key),
      groups,
      asked: { facts, who, now: moment },
    };
  },
});

/** What the draft draws over the site, beside what the version before drew. */
export const deskDrawing = query({
  name: 'plans.drawing',
  allow: (who) => mayReadDrafts(who),
  read: async (scope, { no }: { no: number }) => {
    const { who, now } = scope;
    const facts = await knownOf(scope, no, planFacts);
    const plans = facts ? await plansOf(scope, facts.id, true) : [];
    const draft = plans.find((one) => one.state === 'draft');
    if (!facts || !draft) return undefined;
    const before = plans.find((one) => one.state === 'published');
    const drawn = await drawnOf(scope, [draft.id, ...(before ? [before.id] : [])]);
    const sites = await newestSites(scope);
    return {
      proposal: { no, title: facts.title },
      draft,
      clauses: versionsOf(facts.plans).draft?.clauses ?? [],
      drawn: drawn.find(({ planId }) => planId === draft.id) ?? null,
      before: drawn.find(({ planId }) => planId === before?.id) ?? null,
      sites: sites.map(({ shapes, ...site }) => ({ ...site, shapes: keptShapes(shapes) })),
      block: whyNot(drawPlan, { facts, who, now }),
      /** Why it could not be published as it is drawn. */
      misdrawn: misdrawn(facts),
    };
  },
});
