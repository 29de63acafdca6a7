import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { steward, stewardArea } from '@/db/schema/stewards';
import { writeLetters } from '@/features/letters/moves';
import { personOfPhone } from '@/features/people/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { areasShown, assignInput, captainInput, goneInput, leaveInput, nameInput, showInput } from '../input';
import { letters } from '../letters';
import {
  areasOf,
  belongsHere,
  captaincies,
  leaveTeam,
  lockSteward,
  officeOver,
  setAreas,
  setCaptaincies,
} from '../moves';

const lock = (scope: Scope, input: { steward: number }) => lockSteward(scope, input.steward);

/** 请进小管家: somebody who lives here or holds an office here, by their telephone. */
export const nameSteward = command({
  act: acts.nameSteward,
  input: nameInput,
  facts: async () => ({}),
  races: { steward_once: 'in_the_team' },
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const personId = await personOfPhone(db, input.phone);
    const { rows } = await db.execute<{ here: boolean }>(
      sql`select ${belongsHere(communityId, sql`${personId ?? 0}`, now)} as here`,
    );
    if (personId === null || !rows[0]?.here) return refuse('not_of_here', undefined, { phone: 'not_of_here' });
    const own = and(eq(steward.communityId, communityId), eq(steward.personId, personId), isNull(steward.to));
    if ((await db.$count(steward, own)) > 0) return refuse('in_the_team');
    const [row] = await db
      .insert(steward)
      .values({ communityId, personId, kind: input.kind, addedBy: personOf(actor) ?? 0, from: now })
      .returning({ id: steward.id });
    const entrances = row && (await setAreas(scope, row.id, input.entrances));
    if (!row || entrances === undefined) return refuse('no_such_entrance');
    await writeLetters(scope, letters.steward_named, [{ to: { person: personId }, no: row.id, detail: { entrances } }]);
    return {
      ok: true,
      value: { steward: row.id },
      leaf: { subject: `steward/${row.id}`, content: { kind: input.kind, entrances: input.entrances } },
      changed: ['stewards'],
    };
  },
});

export const assignAreas = command({
  act: acts.assignAreas,
  input: assignInput,
  facts: async (scope, input: { steward: number }) => {
    const found = await lock(scope, input);
    return found && { ...found, areas: await areasOf(scope, found.id) };
  },
  shown: ({ facts }) => areasShown(facts.areas),
  run: async ({ input, facts, ...scope }) => {
    if ((await setAreas(scope, facts.id, input.entrances)) === undefined) return refuse('no_such_entrance');
    return {
      ok: true,
      value: { steward: facts.id },
      leaf: { subject: `steward/${facts.id}`, content: { entrances: input.entrances } },
      changed: ['stewards'],
    };
  },
});

/** 离开小管家: entrances and turns to come are free again. */
export const endSteward = command({
  act: acts.endSteward,
  input: leaveInput,
  facts: lock,
  run: async ({ input, facts, ...scope }) => {
    await leaveTeam(scope, facts, input.reason);
    await writeLetters(scope, letters.steward_left, [
      { to: { person: facts.personId }, no: facts.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { steward: facts.id },
      leaf: { subject: `steward/${facts.id}`, content: { state: 'left', reason: input.reason } },
      changed: ['stewards'],
    };
  },
});

/** 搬走了、不任职了: whoever belongs to the community no more is in its team no more either. */
export const partSteward = command({
  act: acts.partSteward,
  input: goneInput,
  facts: async (scope, input: { steward: number }) => {
    const found = await lock(scope, input);
    if (!found) return undefined;
    const { rows } = await scope.db.execute<{ here: boolean }>(
      sql`select ${belongsHere(scope.communityId, sql`${found.personId}`, scope.now)} as here`,
    );
    return { ...found, here: rows[0]?.here ?? false };
  },
  run: async ({ facts, ...scope }) => {
    await leaveTeam(scope, facts, '');
    await writeLetters(scope, letters.steward_parted, [{ to: { person: facts.personId }, no: facts.id, detail: {} }]);
    return {
      ok: true,
      value: { steward: facts.id },
      leaf: { subject: `steward/${facts.id}`, content: { state: 'left' } },
      changed: ['stewards'],
    };
  },
});

/** 楼门长进队: once somebody is captain of an entrance, the board says so; what they are called there is theirs to say. */
export const joinCaptain = command({
  act: acts.joinCaptain,
  input: captainInput,
  facts: async (scope, input: { person: number }) => {
    await scope.db.execute(sql`select pg_advisory_xact_lock(${scope.communityId}, hashtext('grants'))`);
    return { captaincies: await captaincies(scope, sql`g.person_id = ${input.person}`) };
  },
  races: { steward_once: 'in_the_team' },
  run: async ({ input, facts, ...scope }) => {
    const { db, communityId, now } = scope;
    const held = facts.captaincies;
    const [already] = await db
      .select({ id: steward.id })
      .from(steward)
      .where(and(eq(steward.communityId, communityId), eq(steward.personId, input.person), isNull(steward.to)))
      .for('update');
    const addedBy = held.find(({ givenBy }) => givenBy !== null)?.givenBy ?? input.person;
    const [row] = already
      ? [already]
      : await db
          .insert(steward)
          .values({ communityId, personId: input.person, kind: 'captain', addedBy, from: now })
          .returning({ id: steward.id });
    const id = row?.id ?? 0;
    await setCaptaincies(scope, id, held);
    if (!already)
      await writeLetters(scope, letters.steward_named, [
        { to: { person: input.person }, no: id, detail: { entrances: held.length } },
      ]);
    return {
      ok: true,
      value: { steward: id },
      leaf: {
        subject: `steward/${id}`,
        content: { kind: 'captain', entrances: held.map(({ entranceId }) => entranceId) },
      },
      changed: ['stewards'],
    };
  },
});

/** 不当楼门长了: what they looked after as captain has nobody then. */
export const freeAreas = command({
  act: acts.freeAreas,
  input: goneInput,
  facts: async (scope, input: { steward: number }) => {
    const found = await lock(scope, input);
    if (!found) return undefined;
    const { rows } = await scope.db.execute<{ id: number }>(
      sql`select a.id from steward_area a where a.community_id = ${scope.communityId} and a.steward_id = ${found.id}
        and ${officeOver(scope.now)} order by a.id`,
    );
    return { ...found, ended: rows.map(({ id }) => id) };
  },
  run: async ({ db, communityId, now, facts }) => {
    await db
      .update(stewardArea)
      .set({ to: now })
      .where(and(eq(stewardArea.communityId, communityId), inArray(stewardArea.id, facts.ended)));
    return {
      ok: true,
      value: { steward: facts.id },
      leaf: { subject: `steward/${facts.id}`, content: { freed: facts.ended.length } },
      changed: ['stewards'],
    };
  },
});

/** 名字上不上公示栏: by whoever's it is; nothing typed takes it down. */
export const showName = command({
  act: acts.showName,
  input: showInput,
  facts: lock,
  run: async ({ db, communityId, input, facts }) => {
    await db
      .update(steward)
      .set({ shownName: input.name })
      .where(and(eq(steward.communityId, communityId), eq(steward.id, facts.id)));
    return {
      ok: true,
      value: { steward: facts.id },
      leaf: { subject: `steward/${facts.id}`, content: { shown: input.name !== '' } },
      changed: ['stewards'],
    };
  },
});
