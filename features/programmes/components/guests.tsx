import { DataTable } from '@/components/data/table';
import { KeptForm } from '@/components/form/kept-form';
import { attend } from '@/features/programmes/actions';
import { clockOf, messages } from '@/features/programmes/messages';
import type { Guest } from '@/features/programmes/queries/desk';
import { slotAt } from '@/features/programmes/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  guests: readonly Guest[];
  occasion: { startsAt: string; slotMinutes: number | null };
  /** It has begun: who came is ticked. */
  begun: boolean;
  form: { community: string; locale: Locale };
}

/** Whose door it is; somebody who walked in has none. */
export const doorOf = (guest: Guest, locale: Locale): string => {
  const t = pick(messages, locale);
  const { building, entrance, door } = guest;
  return building && entrance && door ? t.act.home(building, entrance, door) : t.desk.stranger;
};

/** When a place is, where people come one after another. */
export const timeOf = (guest: Pick<Guest, 'slot'>, { startsAt, slotMinutes }: Props['occasion']): string =>
  slotMinutes === null ? '' : clockOf(slotAt({ startsAt: new Date(startsAt), slotMinutes }, guest.slot));

/** Who comes, with a box to tick on paper and two buttons at the desk. */
export function Guests({ guests, occasion, begun, form }: Props) {
  const t = pick(messages, form.locale);
  const how = (one: Guest) => (one.came === null ? t.desk.notSaid : one.came ? t.desk.came : t.desk.missed);
  const tick = (one: Guest, came: 'yes' | 'no') => (
    <KeptForm
      {...form}
      id={`${came}-${one.signUp}`}
      action={attend}
      about={{ signUp: one.signUp, came }}
      submitLabel={came === 'yes' ? t.desk.came : t.desk.missed}
      ghost
    />
  );
  return (
    <DataTable
      caption={t.desk.guests}
      headed
      columns={[
        { key: 'no', label: '№' },
        { key: 'door', label: t.desk.guests },
        ...(occasion.slotMinutes === null ? [] : [{ key: 'at', label: t.act.slot }]),
        { key: 'heads', label: t.act.heads, numeric: true },
        { key: 'how', label: begun ? t.desk.came : t.me.taken },
      ]}
      rows={guests.map((one) => ({
        key: String(one.signUp),
        cells: {
          no: one.ticket,
          door: one.door ? `${doorOf(one, form.locale)} · ${t.channels[one.channel]}` : t.channels[one.channel],
          at: timeOf(one, occasion),
          heads: one.heads,
          how:
            one.state === 'waiting' ? (
              t.me.waiting
            ) : begun ? (
              <>
                {how(one)}
                <span className="ticks">
                  {one.came !== true && tick(one, 'yes')}
                  {one.came !== false && tick(one, 'no')}
                </span>
              </>
            ) : (
              t.me.taken
            ),
        },
      }))}
      empty={t.desk.nobody}
    />
  );
}
