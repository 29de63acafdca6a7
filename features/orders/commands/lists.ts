import { and, eq } from 'drizzle-orm';
import { agency, caseCategory, caseTier, handingGround, namedPlace, replyTemplate } from '@/db/schema/handling';
import { command, type Scope } from '@/lib/gate';
import { type Result, refuse } from '@/lib/result';
import * as acts from '../acts';
import { addEntryInput, renameEntryInput, retireEntryInput } from '../input';
import type { ListName } from '../rules';

const tables = {
  place: namedPlace,
  category: caseCategory,
  tier: caseTier,
  agency,
  ground: handingGround,
  template: replyTemplate,
} as const satisfies Record<ListName, unknown>;

type Here = Pick<Scope, 'db' | 'communityId'>;
type Input = ReturnType<typeof addEntryInput.parse>;

const missing = (field: string) => refuse('invalid', undefined, { [field]: 'required' });

/** A category that is still on the list, and on which level it stands. */
async function levelOf(here: Here, id: number): Promise<number> {
  let level = 0;
  for (let at: number | null = id; at !== null && level < 4; level += 1) {
    const [row]: { parentId: number | null; retiredAt: Date | null }[] = await here.db
      .select({ parentId: caseCategory.parentId, retiredAt: caseCategory.retiredAt })
      .from(caseCategory)
      .where(and(eq(caseCategory.communityId, here.communityId), eq(caseCategory.id, at)));
    if (!row || row.retiredAt !== null) return 0;
    at = row.parentId;
  }
  return level;
}

type AddCode = 'invalid' | 'no_such_entry' | 'too_deep';

async function addCategory(here: Here, input: Input): Promise<Result<number, AddCode>> {
  if (!input.name) return missing('name');
  const level = input.parent === undefined ? 0 : await levelOf(here, input.parent);
  if (input.parent !== undefined && level === 0) return refuse('no_such_entry', undefined, { parent: 'choose_one' });
  if (level >= 3) return refuse('too_deep', undefined, { parent: 'too_deep' });
  const [row] = await here.db
    .insert(caseCategory)
    .values({
      communityId: here.communityId,
      name: input.name,
      parentId: input.parent ?? null,
      tierId: input.tier ?? null,
    })
    .returning({ id: caseCategory.id });
  return { ok: true, value: row?.id ?? 0 };
}

async function addOther(here: Here, input: Input): Promise<Result<number, AddCode>> {
  const { db, communityId } = here;
  if (input.list === 'tier') {
    if (input.amount === undefined) return missing('amount');
    if (input.measure === undefined) return missing('measure');
    const [row] = await db
      .insert(caseTier)
      .values({ communityId, amount: input.amount, measure: input.measure })
      .returning({ id: caseTier.id });
    return { ok: true, value: row?.id ?? 0 };
  }
  const { name } = input;
  if (!name) return missing('name');
  if (input.list === 'place') {
    const [row] = await db.insert(namedPlace).values({ communityId, name }).returning({ id: namedPlace.id });
    return { ok: true, value: row?.id ?? 0 };
  }
  if (input.list === 'template') {
    if (!input.body) return missing('body');
    const [row] = await db
      .insert(replyTemplate)
      .values({ communityId, name, body: input.body, categoryId: input.category ?? null })
      .returning({ id: replyTemplate.id });
    return { ok: true, value: row?.id ?? 0 };
  }
  if (input.list === 'ground') {
    if (!input.beyond) return missing('beyond');
    const [row] = await db
      .insert(handingGround)
      .values({ communityId, name, beyond: input.beyond === 'yes' })
      .returning({ id: handingGround.id });
    return { ok: true, value: row?.id ?? 0 };
  }
  const [row] = await db
    .insert(agency)
    .values({ communityId, name, role: input.office ?? null })
    .returning({ id: agency.id });
  return { ok: true, value: row?.id ?? 0 };
}

const once = {
  named_place_community_id_name_unique: 'entry_known',
  case_category_community_id_parent_id_name_unique: 'entry_known',
  case_tier_community_id_amount_measure_unique: 'entry_known',
  agency_community_id_name_unique: 'entry_known',
  handing_ground_community_id_name_unique: 'entry_known',
  reply_template_community_id_name_unique: 'entry_known',
  case_category_community_id_tier_id_case_tier_community_id_id_fk: 'no_such_entry',
  reply_template_community_id_category_id_case_category_community_: 'no_such_entry',
} as const;

/** One more on a list. */
export const addEntry = command({
  act: acts.addEntry,
  input: addEntryInput,
  facts: async () => ({}),
  races: once,
  run: async (scope) => {
    const { input } = scope;
    const done = await (input.list === 'category' ? addCategory : addOther)(scope, input);
    if (!done.ok) return done;
    const content = { list: input.list, name: input.name ?? `${input.amount} ${input.measure}` };
    return { ok: true, value: { list: input.list }, leaf: { subject: `handling/${done.value}`, content }, changed: [] };
  },
});

async function entryOf({ db, communityId }: Here, input: { list: ListName; entry: number }) {
  const table = tables[input.list];
  const [row] = await db
    .select({ retiredAt: table.retiredAt })
    .from(table)
    .where(and(eq(table.communityId, communityId), eq(table.id, input.entry)))
    .for('update');
  return row && { retired: row.retiredAt !== null };
}

/** What it is called; what was said of it before goes by the new name, too. */
export const renameEntry = command({
  act: acts.renameEntry,
  input: renameEntryInput,
  facts: entryOf,
  races: once,
  run: async ({ db, communityId, input }) => {
    if (input.list === 'tier') return refuse('tier_stays');
    const table = tables[input.list];
    await db
      .update(table)
      .set({ name: input.name })
      .where(and(eq(table.communityId, communityId), eq(table.id, input.entry)));
    const content = { list: input.list, name: input.name };
    return {
      ok: true,
      value: { list: input.list },
      leaf: { subject: `handling/${input.entry}`, content },
      changed: [],
    };
  },
});

/** It is offered no more; what was said of it before stays. */
export const retireEntry = command({
  act: acts.retireEntry,
  input: retireEntryInput,
  facts: entryOf,
  run: async ({ db, communityId, now, input }) => {
    const table = tables[input.list];
    await db
      .update(table)
      .set({ retiredAt: now })
      .where(and(eq(table.communityId, communityId), eq(table.id, input.entry)));
    const content = { list: input.list, retired: true };
    return {
      ok: true,
      value: { list: input.list },
      leaf: { subject: `handling/${input.entry}`, content },
      changed: [],
    };
  },
});
