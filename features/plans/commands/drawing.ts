import { and, eq } from 'drizzle-orm';
import { planDrawing, planMateriality } from '@/db/schema/plans';
import { newestSites } from '@/features/siteplan/moves';
import { keptShapes, readPlan } from '@/features/siteplan/rules';
import { shapesText } from '@/features/siteplan/rules/shapes';
import { command } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { drawingInput } from '../input';
import { lockPlans, touch } from '../moves';
import { versionsOf } from '../rules';

/** What the draft draws over the newest site plan, instead of what it drew; what was judged of the old one is lost. */
export const drawPlan = command({
  act: acts.drawPlan,
  input: drawingInput,
  facts: lockPlans,
  run: async ({ db, communityId, input, facts: { plans, draft } }) => {
    if (!draft) return refuse('no_draft');
    const sites = await newestSites({ db, communityId });
    const site = sites.find(({ compound }) => input.site === undefined || compound === input.site);
    if (!site) return refuse('no_site');
    const read = readPlan(input.shapes, keptShapes(site.shapes));
    if (!read.ok) return read;
    if (draft.rowVersion !== input.rowVersion) {
      const text = shapesText(versionsOf(plans).draft?.drawing?.shapes ?? []);
      return refuse('stale_text', { text, rowVersion: draft.rowVersion });
    }
    const shapes = canonical(read.value as unknown as Json);
    const ofDraft = and(eq(planDrawing.communityId, communityId), eq(planDrawing.planId, draft.id));
    await db.delete(planDrawing).where(ofDraft);
    if (read.value.length > 0)
      await db.insert(planDrawing).values({ communityId, planId: draft.id, sitePlanId: site.id, shapes });
    await db
      .delete(planMateriality)
      .where(and(eq(planMateriality.communityId, communityId), eq(planMateriality.planId, draft.id)));
    await touch(db, draft);
    return {
      ok: true,
      value: { proposal: input.proposal, version: draft.version, rowVersion: draft.rowVersion + 1 },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          version: draft.version,
          site: { compound: site.compound, version: site.version, hash: site.hash },
          shapes: sha256(shapes).toString('hex'),
        },
      },
      changed: [],
    };
  },
});
