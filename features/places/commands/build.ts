import { and, desc, eq, inArray } from 'drizzle-orm';
import { building, entrance, household } from '@/db/schema/people';
import { worksPlace, worksPlaceEntrance } from '@/db/schema/places';
import { plan, planDrawing } from '@/db/schema/plans';
import { works } from '@/db/schema/works';
import { writeLetters } from '@/features/letters/moves';
import { newestSites } from '@/features/siteplan/moves';
import { keptShapes } from '@/features/siteplan/rules';
import type { Shape } from '@/features/siteplan/rules/shapes';
import { step } from '@/features/works/moves';
import { checkReport } from '@/features/works/rules';
import { checkUntil } from '@/features/works/rules/places';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { buildInput, checkInput, missInput, nameInput, placeShown } from '../input';
import { letters } from '../letters';
import { lockMilestone, lockPlace, ofPlace } from '../moves';
import { spotOf } from '../rules';

/** What the plans of the proposal draw, the newest first, and what stands on the site. */
async function drawnFor(scope: Scope, proposalId: number): Promise<Shape[]> {
  const plans = await scope.db
    .select({ shapes: planDrawing.shapes })
    .from(planDrawing)
    .innerJoin(plan, and(eq(plan.communityId, planDrawing.communityId), eq(plan.id, planDrawing.planId)))
    .where(and(eq(plan.communityId, scope.communityId), eq(plan.proposalId, proposalId), eq(plan.state, 'published')))
    .orderBy(desc(plan.version));
  const sites = await newestSites(scope);
  return [...plans, ...sites].flatMap(({ shapes }) => keptShapes(shapes));
}

/** 一处: its name, its spot, and the entrances beside it. */
export const namePlace = command({
  act: acts.namePlace,
  input: nameInput,
  facts: lockMilestone,
  run: async (scope) => {
    const { db, communityId, input } = scope;
    const { row, works: site, milestone } = scope.facts;
    const spot = spotOf(input.spot, await drawnFor(scope, row.id));
    if (!spot.ok) return spot;
    const beside = [...new Set(input.beside)];
    const doors = await db
      .select({ entranceId: entrance.id, no: entrance.no, building: building.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(and(eq(entrance.communityId, communityId), inArray(entrance.id, [0, ...beside])));
    if (doors.length !== beside.length) return refuse('invalid', undefined, { beside: 'choose_one' });
    const position = (milestone.places.at(-1)?.position ?? 0) + 1;
    const [x, y] = spot.value;
    const [saved] = await db
      .insert(worksPlace)
      .values({ communityId, milestoneId: milestone.id, position, name: input.name, x, y })
      .returning({ id: worksPlace.id });
    const placeId = saved?.id ?? 0;
    if (doors.length > 0)
      await db.insert(worksPlaceEntrance).values(doors.map((door) => ({ communityId, placeId, ...door })));
    const done = await step(scope, row, site.no, {
      kind: 'place_named',
      detail: { place: position, name: input.name },
      leaf: { milestone: milestone.position, at: [x, y], beside },
    });
    return { ...done, value: { works: site.no, milestone: milestone.position, place: position, id: placeId } };
  },
});

/** Built, on that day; the site has been heard of. */
export const buildPlace = command({
  act: acts.buildPlace,
  input: buildInput,
  facts: lockPlace,
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, milestone, place } = scope.facts;
    const { builtOn, note } = input;
    const may = checkReport(builtOn, shanghaiDate(now));
    if (!may.ok) return may;
    await db
      .update(worksPlace)
      .set({ builtOn, note, builtBy: personOf(actor), missingWhy: '', missingUntil: null, missingBy: null })
      .where(ofPlace(communityId, place.id));
    await db
      .update(works)
      .set({ lastReportAt: now })
      .where(and(eq(works.communityId, communityId), eq(works.id, site.id)));
    const done = await step(scope, row, site.no, {
      kind: 'place_built',
      detail: { place: place.position, name: place.name },
      leaf: { milestone: milestone.position, builtOn, note },
    });
    return { ...done, value: { works: site.no, milestone: milestone.position, place: place.position } };
  },
});

/** A second person has been there; those beside it have a letter, and are asked. */
export const checkPlace = command({
  act: acts.checkPlace,
  input: checkInput,
  facts: lockPlace,
  shown: ({ facts }) => placeShown(facts.place),
  run: async (scope) => {
    const { db, communityId, now, actor } = scope;
    const { row, works: site, milestone, place } = scope.facts;
    await db
      .update(worksPlace)
      .set({ checkedBy: personOf(actor), checkedAt: now })
      .where(ofPlace(communityId, place.id));
    const homes = await db
      .select({ household: household.id })
      .from(household)
      .where(and(eq(household.communityId, communityId), inArray(household.entranceId, [0, ...place.beside])));
    const detail = { title: row.title, place: place.name };
    await writeLetters(
      scope,
      letters.place_built,
      homes.map((to) => ({ to, no: site.no, detail })),
    );
    const done = await step(scope, row, site.no, {
      kind: 'place_checked',
      detail: { place: place.position, name: place.name, households: homes.length },
      leaf: { milestone: milestone.position },
    });
    return { ...done, value: { works: site.no, milestone: milestone.position, place: place.position } };
  },
});

/** It is not built: why, and by when. */
export const missPlace = command({
  act: acts.missPlace,
  input: missInput,
  facts: lockPlace,
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const { row, works: site, milestone, place } = scope.facts;
    const may = checkUntil(input.until, shanghaiDate(now), 'until');
    if (!may.ok) return may;
    await db
      .update(worksPlace)
      .set({ missingWhy: input.why, missingUntil: input.until, missingBy: personOf(actor) })
      .where(ofPlace(communityId, place.id));
    const done = await step(scope, row, site.no, {
      kind: 'place_missing',
      detail: { place: place.position, name: place.name },
      leaf: { milestone: milestone.position, why: input.why, until: input.until },
    });
    return { ...done, value: { works: site.no, milestone: milestone.position, place: place.position } };
  },
});
