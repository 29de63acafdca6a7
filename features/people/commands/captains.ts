import { sql } from 'drizzle-orm';
import { grants } from '@/db/schema/people';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { importCaptainsInput } from '../input';
import { letters } from '../letters';
import { personNamed } from '../moves';
import { captainFacts } from '../moves/captains';
import { captainNamed } from '../rules';
import { planCaptains } from '../rules/captains';

/** 楼门长: all rows of one sheet or none; what somebody holds already is left as it is. */
export const importCaptains = command({
  act: acts.importCaptains,
  input: importCaptainsInput,
  facts: async ({ db, communityId }) => {
    await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext('grants'))`);
    return {};
  },
  run: async (scope) => {
    const { db, communityId, community, now, actor, input } = scope;
    const by = personOf(actor);
    const plan = planCaptains(input.rows, await captainFacts(scope, input.rows, by));
    const [fault] = plan.faults;
    if (fault) return refuse(fault.code, fault.details);
    const [like] = by === null || input.alike ? [] : plan.alike;
    if (like) return refuse('row_name_alike', { ...like });
    let given = 0;
    for (const { row, phone, name, entrances } of plan.given) {
      const named = await personNamed(db, { phone, name });
      if (!named.ok) return refuse('row_name_other', { row, phone, name });
      const personId = named.value;
      const added = await db
        .insert(grants)
        .values(
          entrances.map(({ id }) => ({
            communityId,
            personId,
            role: 'captain' as const,
            entranceId: id,
            from: now,
            givenBy: by,
          })),
        )
        .returning({ id: grants.id, entranceId: grants.entranceId });
      given += added.length;
      await writeLetters(
        { db, communityId, now },
        letters.grant_given,
        added.map(({ id, entranceId }) => {
          const door = entrances.find((one) => one.id === entranceId);
          const at = door ? { building: door.building, entrance: door.no } : null;
          return { to: { person: personId }, no: id, detail: { role: 'captain', at } };
        }),
      );
    }
    const captains = new Set(input.rows.map(({ phone }) => phone)).size;
    const value = { rows: input.rows.length, captains, given };
    return {
      ok: true,
      value,
      leaf: { subject: 'grant/captains', content: { file: input.hash, ...value } },
      changed: [],
      jobs: given > 0 ? [captainNamed(community.slug)] : [],
    };
  },
});
