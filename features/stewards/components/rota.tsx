import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { StateBadge } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import {
  confirmShift,
  correctHours,
  giveShift,
  keepShift,
  offerShift,
  removeShift,
  returnShift,
} from '@/features/stewards/actions';
import { messages } from '@/features/stewards/messages';
import type { DeskTurn } from '@/features/stewards/queries/desk';
import { hoursOf, USUAL_MINUTES } from '@/features/stewards/rules';
import type { Locale } from '@/lib/edition';
import { formatWeekday, pick } from '@/lib/words';

interface Props {
  turns: readonly DeskTurn[];
  form: { community: string; locale: Locale };
}

/** Turns as they stand: who comes, who stands in, where nobody does, and how long those that were lasted. */
export function Rota({ turns, form }: Props) {
  const { desk: t, parts } = pick(messages, form.locale);
  const minutes = (known: number) =>
    ({ kind: 'text', inputMode: 'numeric', name: 'minutes', label: t.minutes, defaultValue: String(known) }) as const;
  return (
    <ul className="entries">
      {turns.map((one) => (
        <li key={one.id} id={`shift-${one.id}`}>
          <h3>{`${formatWeekday(one.day, form.locale)} ${parts[one.part]}`}</h3>
          <p>
            {one.name}
            {one.standIn && ` · ${t.standIn(one.standIn)}`}
            {one.minutes !== null && ` · ${t.done(hoursOf(one.minutes))}`}
          </p>
          {one.vacant && (
            <p>
              <StateBadge tone="seal">{t.vacant}</StateBadge> {one.left && t.nobodys}{' '}
              {one.offerWords && <Written>{t.asked(one.offerWords)}</Written>}
            </p>
          )}
          {one.vacant &&
            one.minutes === null &&
            !one.over &&
            (one.free === null ? (
              <p className="tone-soft">{t.giveNone}</p>
            ) : (
              <KeptForm
                {...form}
                id={`give-${one.id}`}
                action={giveShift}
                about={{ shift: one.id }}
                fields={[
                  {
                    kind: 'select',
                    name: 'steward',
                    label: t.give,
                    options: one.free.map(({ id, name }) => ({ value: String(id), label: name })),
                  },
                ]}
                submitLabel={t.giveSubmit}
              />
            ))}
          {one.minutes === null && one.begun && !one.vacant && !one.own && (
            <KeptForm
              {...form}
              id={`confirm-${one.id}`}
              action={confirmShift}
              about={{ shift: one.id }}
              fields={[minutes(USUAL_MINUTES)]}
              submitLabel={t.confirm}
              ghost
            />
          )}
          {one.own && one.minutes === null && one.begun && <p className="tone-soft">{t.own}</p>}
          {one.minutes !== null && !one.own && (
            <details>
              <summary className="tap">{t.correct}</summary>
              <KeptForm
                {...form}
                id={`correct-${one.id}`}
                action={correctHours}
                about={{ shift: one.id }}
                fields={[minutes(one.minutes), { kind: 'text', name: 'reason', label: t.correctWhy }]}
                submitLabel={t.correct}
                ghost
              />
            </details>
          )}
          {one.offered && !one.over && one.minutes === null && (one.standIn !== null || !one.left) && (
            <KeptForm
              {...form}
              id={`back-${one.id}`}
              action={one.standIn === null ? keepShift : returnShift}
              about={{ shift: one.id }}
              submitLabel={one.standIn === null ? t.keep : t.giveBack}
              ghost
            />
          )}
          {one.minutes === null && !one.over && (
            <details>
              <summary className="tap">{t.remove}</summary>
              <Undoes losses={{ turns: 1 }} locale={form.locale} />
              <KeptForm
                {...form}
                id={`remove-${one.id}`}
                action={removeShift}
                about={{ shift: one.id }}
                fields={[{ kind: 'text', name: 'reason', label: t.removeWhy }]}
                submitLabel={t.remove}
                danger
              />
            </details>
          )}
          {!one.offered && one.minutes === null && !one.over && (
            <KeptForm
              {...form}
              id={`offer-${one.id}`}
              action={offerShift}
              about={{ shift: one.id }}
              submitLabel={t.offer}
              ghost
            />
          )}
        </li>
      ))}
    </ul>
  );
}
