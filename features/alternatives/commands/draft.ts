import { and, eq, inArray } from 'drizzle-orm';
import {
  alternative,
  alternativeClause,
  alternativeDrawing,
  alternativeGroup,
  alternativePlace,
  comparison,
} from '@/db/schema/alternatives';
import { checkClauses, clausesOf, clausesText } from '@/features/plans/rules';
import { recordStep } from '@/features/proposals/moves';
import { entrancesIn } from '@/features/scoping/moves';
import { checkNaming, type Entrance, type NamedGroup, type Place } from '@/features/scoping/rules';
import { newestSites } from '@/features/siteplan/moves';
import { checkDrawing, keptShapes, readPlan } from '@/features/siteplan/rules';
import { shapesText } from '@/features/siteplan/rules/shapes';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { ok, refuse } from '@/lib/result';
import * as acts from '../acts';
import { draftInput } from '../input';
import { lockComparison } from '../moves';
import { letterOf, MOST_ALTERNATIVES } from '../rules';

type Here = { db: Database; communityId: number };

const placed = (place: Place, doors: readonly Entrance[]) =>
  'building' in place
    ? { buildingId: place.building, entranceId: null }
    : { buildingId: doors.find((door) => door.id === place.entrance)?.buildingId ?? 0, entranceId: place.entrance };

/** Its clauses and groups, instead of those it had. */
async function replaceParts(
  { db, communityId }: Here,
  alternativeId: number,
  clauses: readonly { no: number; text: string }[],
  groups: readonly NamedGroup[],
  doors: readonly Entrance[],
) {
  await db
    .delete(alternativeClause)
    .where(and(eq(alternativeClause.communityId, communityId), eq(alternativeClause.alternativeId, alternativeId)));
  const mine = and(eq(alternativeGroup.communityId, communityId), eq(alternativeGroup.alternativeId, alternativeId));
  const before = (await db.select({ id: alternativeGroup.id }).from(alternativeGroup).where(mine)).map(({ id }) => id);
  if (before.length > 0)
    await db
      .delete(alternativePlace)
      .where(and(eq(alternativePlace.communityId, communityId), inArray(alternativePlace.groupId, before)));
  await db.delete(alternativeGroup).where(mine);
  await db.insert(alternativeClause).values(clauses.map((one) => ({ communityId, alternativeId, ...one })));
  for (const [index, { name, effect, why, places }] of groups.entries()) {
    const [saved] = await db
      .insert(alternativeGroup)
      .values({ communityId, alternativeId, position: index + 1, name, effect, why })
      .returning({ id: alternativeGroup.id });
    const groupId = saved?.id ?? 0;
    await db
      .insert(alternativePlace)
      .values(places.map((place) => ({ communityId, groupId, ...placed(place, doors) })));
  }
}

/** What it draws over the newest site plan; null: nothing. */
async function drawnBy(here: Here, input: { site?: number | undefined; shapes: string }, clauses: readonly number[]) {
  if (input.shapes === '') return ok(null);
  const sites = await newestSites(here);
  const site = sites.find(({ compound }) => input.site === undefined || compound === input.site);
  if (!site) return refuse('no_site', undefined, { shapes: 'no_site' });
  const read = readPlan(input.shapes, keptShapes(site.shapes));
  if (!read.ok) return read;
  const said = checkDrawing(read.value, clauses, null);
  if (!said.ok) return said;
  return ok({ sitePlanId: site.id, shapes: canonical(read.value as unknown as Json) });
}

async function begin({ db, communityId }: Here, proposalId: number, draftedBy: number, now: Date): Promise<number> {
  const [made] = await db
    .insert(comparison)
    .values({ communityId, proposalId, draftedBy, draftedAt: now })
    .returning({ id: comparison.id });
  return made?.id ?? 0;
}

/** 备选: another is added, or one is changed as long as nobody is asked. */
export const draftAlternative = command({
  act: acts.draftAlternative,
  input: draftInput,
  facts: lockComparison,
  races: { comparison_one: 'comparison_open' },
  run: async ({ db, communityId, now, actor, input, facts: { row, comparison: live } }) => {
    const { title, summary, cost, costNote, groups } = input;
    const clauses = clausesOf(input.clauses);
    const may = checkClauses(clauses);
    if (!may.ok) return may;
    const drawn = await drawnBy(
      { db, communityId },
      input,
      clauses.map(({ no }) => no),
    );
    if (!drawn.ok) return drawn;
    const doors = await entrancesIn(db, communityId);
    const named = checkNaming(groups, doors);
    if (!named.ok) return named;
    const all = live?.alternatives ?? [];
    const old = all.find((one) => one.position === input.position);
    if (input.position !== undefined && !old) return refuse('no_such_alternative');
    if (!old && all.length >= MOST_ALTERNATIVES) return refuse('alternatives_full', { most: MOST_ALTERNATIVES });
    if (old && input.rowVersion !== old.rowVersion) {
      const text = [old.title, old.summary, clausesText(old.clauses), shapesText(old.drawing?.shapes ?? [])].join('\n');
      return refuse('stale_text', { text, rowVersion: old.rowVersion });
    }
    const draftedBy = personOf(actor) ?? 0;
    const here = { db, communityId };
    const comparisonId = live?.id ?? (await begin(here, row.id, draftedBy, now));
    const position = old?.position ?? all.length + 1;
    const rowVersion = (old?.rowVersion ?? 0) + 1;
    const says = { title, summary, cost, costNote, rowVersion, draftedBy };
    const [saved] = old
      ? await db
          .update(alternative)
          .set(says)
          .where(and(eq(alternative.communityId, communityId), eq(alternative.id, old.id)))
          .returning({ id: alternative.id })
      : await db
          .insert(alternative)
          .values({ communityId, comparisonId, position, ...says })
          .returning({ id: alternative.id });
    const alternativeId = saved?.id ?? 0;
    await replaceParts(here, alternativeId, clauses, groups, doors);
    await db
      .delete(alternativeDrawing)
      .where(and(eq(alternativeDrawing.communityId, communityId), eq(alternativeDrawing.alternativeId, alternativeId)));
    if (drawn.value) await db.insert(alternativeDrawing).values({ communityId, alternativeId, ...drawn.value });
    await recordStep(db, row, {
      kind: 'alternative_drafted',
      role: roleOf(actor),
      personId: draftedBy,
      detail: { alternative: letterOf(position) },
      now,
    });
    return {
      ok: true,
      value: { proposal: input.proposal, position, rowVersion },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          alternative: letterOf(position),
          draft: rowVersion,
          clauses: clauses.length,
          groups: groups.length,
          ...(drawn.value && { shapes: sha256(drawn.value.shapes).toString('hex') }),
        },
      },
      changed: ['proposals'],
    };
  },
});
