import { grants } from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import { writeLetters } from '@/features/letters/moves';
import { personOf } from '@/lib/actor';
import { addDays, monthsAfter, startOfDay } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { openTermInput } from '../input';
import { letters } from '../letters';
import { personNamed, personOfPhone } from '../moves';

/** As long as a cohort of a district at most. */
const LONGEST_MONTHS = 36;

/** 任期: the governance secretary's months here, and the grant that ends with them. */
export const openTerm = command({
  act: acts.openTerm,
  input: openTermInput,
  facts: async ({ db }, input) => ({ personId: await personOfPhone(db, input.phone) }),
  races: { term_no_overlap: 'term_overlaps', term_elsewhere: 'serves_elsewhere' },
  run: async ({ db, communityId, now, actor, input }) => {
    if (input.to < input.from) return refuse('term_backwards', undefined, { to: 'term_backwards' });
    if (input.to >= monthsAfter(input.from, LONGEST_MONTHS))
      return refuse('term_too_long', undefined, { to: 'term_too_long' });
    const named = await personNamed(db, { phone: input.phone, name: input.name });
    if (!named.ok) return named;
    const personId = named.value;
    const { cohort, post, from, to } = input;
    const [row] = await db
      .insert(term)
      .values({ communityId, personId, cohort, post, from, to })
      .returning({ id: term.id });
    const role = 'governance-secretary';
    const givenBy = personOf(actor);
    const until = startOfDay(addDays(to, 1));
    const [given] = await db
      .insert(grants)
      .values({ communityId, personId, role, from: startOfDay(from), to: until, givenBy })
      .returning({ id: grants.id });
    await writeLetters({ db, communityId, now }, letters.grant_given, [
      { to: { person: personId }, no: given?.id ?? 0, detail: { role, at: null } },
    ]);
    const id = row?.id ?? 0;
    return {
      ok: true,
      value: { term: id },
      leaf: { subject: `term/${id}`, content: { cohort, from, to } },
      changed: [],
    };
  },
});
