import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { objection } from '@/db/schema/objections';
import { picture } from '@/db/schema/pictures';
import { mayAddPicture, mayLookAtPictures } from '@/features/pictures/policy';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { knownOf } from '@/features/proposals/moves';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { planFacts } from '../facts';
import { mayReadDrafts } from '../policy';
import { changedClauses } from '../rules';
import { changesOf, clausesOf, groupsOf, plansOf } from './versions';

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
  const rows = await db
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
  return rows.map(({ uploadedBy, ...row }) => ({ ...row, own: uploadedBy === own }));
}

type Judged = {
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
};

const ofPlan = { subject: 'plan', persons: [], households: [], entrances: [] } as const;

/** The draft and all that has to be settled before it can be published. */
export const deskPlans = query({
  name: 'plans.desk',
  allow: (who) => mayReadDrafts(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now: moment } = scope;
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
    const groups = await groupsOf(scope, facts.id);
    const { rows: judgements } = await db.execute<Judged>(sql`select m.group_id as "group", m.material, m.reason,
        m.judged_by as "judgedBy", j.name as judge, to_json(m.judged_at)#>>'{}' as "judgedAt",
        (select g.role from grants g where g.community_id = m.community_id and g.person_id = m.judged_by
          and g.role in ('social-worker', 'governance-secretary', 'party-secretary') order by g.id desc limit 1) as "judgeRole",
        m.confirmed_by as "confirmedBy", k.name as confirmer, to_json(m.confirmed_at)#>>'{}' as "confirmedAt"
      from plan_materiality m join person j on j.id = m.judged_by left join person k on k.id = m.confirmed_by
      where m.community_id = ${communityId} and m.plan_id = ${draft?.id ?? 0}`);
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
      changes,
      objections: objections.map(({ id: _id, ...one }) => one),
      gates: facts.gates.map(({ key }) => key),
      groups: groups.map((group) => ({ ...group, judged: judgements.find((one) => one.group === group.id) ?? null })),
      asked: { facts, who, now: moment },
    };
  },
});
