import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { officeGrant } from '@/db/schema/offices';
import { district, person, street } from '@/db/schema/people';
import { personNamed } from '@/features/people/moves';
import { checkSlug } from '@/features/people/rules';
import { addDays, startOfDay } from '@/lib/calendar';
import { accountCommand } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { endOfficeInput, giveOfficeInput, openDistrictInput } from './input';

/** A district with an address of its own. Only from the command line: nobody is signed in there. */
export const openDistrict = accountCommand({
  act: 'district.open',
  input: openDistrictInput,
  allow: (personId) => personId === null,
  run: async ({ db, input: { slug, ...names } }) => {
    const checked = checkSlug(slug);
    if (!checked.ok) return checked;
    const taken = await db.select({ nameZh: district.nameZh }).from(district).where(eq(district.slug, slug));
    if (taken.some(({ nameZh }) => nameZh !== names.nameZh)) return refuse('slug_taken');
    await db
      .insert(district)
      .values({ ...names, slug })
      .onConflictDoUpdate({ target: district.nameZh, set: { slug, nameEn: names.nameEn } });
    const event = { personId: null, detail: { slug } };
    return { ok: true, value: { slug }, event, changed: [`/district/${slug}`, '/communities'] };
  },
});

/** An office above communities. Only from the command line. */
export const giveOffice = accountCommand({
  act: 'office.give',
  input: giveOfficeInput,
  allow: (personId) => personId === null,
  run: async ({ db, now, input }) => {
    const [there] = await db.select({ id: district.id }).from(district).where(eq(district.slug, input.district));
    if (!there) return refuse('no_such_district');
    const districtId = there.id;
    const ofStreet = input.office === 'street-office';
    const [found] = input.street
      ? await db
          .select({ id: street.id })
          .from(street)
          .where(and(eq(street.districtId, districtId), eq(street.nameZh, input.street)))
      : [];
    if (ofStreet !== (input.street !== '') || (ofStreet && !found)) return refuse('no_such_street');
    const to = input.until ? startOfDay(addDays(input.until, 1)) : null;
    if (to && to <= now) return refuse('until_past');
    const named = await personNamed(db, { phone: input.phone, name: input.name });
    if (!named.ok) return named;
    const personId = named.value;
    const { office } = input;
    const streetId = found?.id ?? null;
    const held = await db
      .select({ id: officeGrant.id })
      .from(officeGrant)
      .where(
        and(
          ...[
            eq(officeGrant.personId, personId),
            eq(officeGrant.office, office),
            eq(officeGrant.districtId, districtId),
          ],
          streetId === null ? isNull(officeGrant.streetId) : eq(officeGrant.streetId, streetId),
          or(isNull(officeGrant.to), gt(officeGrant.to, now)),
        ),
      );
    if (held.length > 0) return refuse('already_held');
    await db.insert(officeGrant).values({ personId, office, districtId, streetId, from: now, to });
    const event = { personId, detail: { office, district: input.district } };
    return { ok: true, value: { district: input.district, office }, event };
  },
});

/** It bites on the next click, and waits for acts under way, which hold the grant. Only from the command line. */
export const endOffice = accountCommand({
  act: 'office.end',
  input: endOfficeInput,
  allow: (personId) => personId === null,
  run: async ({ db, now, input }) => {
    const held = await db
      .select({ id: officeGrant.id, personId: officeGrant.personId })
      .from(officeGrant)
      .innerJoin(district, eq(district.id, officeGrant.districtId))
      .innerJoin(person, eq(person.id, officeGrant.personId))
      .where(
        and(
          ...[eq(district.slug, input.district), eq(officeGrant.office, input.office), eq(person.phone, input.phone)],
          or(isNull(officeGrant.to), gt(officeGrant.to, now)),
        ),
      )
      .for('update', { of: officeGrant });
    const [first] = held;
    if (!first) return refuse('not_held');
    for (const { id } of held) await db.update(officeGrant).set({ to: now }).where(eq(officeGrant.id, id));
    const { personId } = first;
    const event = { personId, detail: { office: input.office, district: input.district } };
    return { ok: true, value: { district: input.district, office: input.office }, event };
  },
});
