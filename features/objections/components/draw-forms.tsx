import { ActionForm } from '@/components/form/action-form';
import { drawObjection } from '@/features/objections/actions';
import { drawFields } from '@/features/objections/components/fields';
import { groundName } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import type { DeskObjections } from '@/features/objections/queries';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface DrawProps {
  said: DeskObjections['undrawn'];
  groups: DeskObjections['groups'];
  locale: Locale;
  hidden: (more: Record<string, string>) => Record<string, string>;
}

/** What was said and not drawn yet, one form for each group and reason; conditions have none yet and come by themselves. */
export function DrawForms({ said, groups, locale, hidden }: DrawProps) {
  const t = pick(messages, locale).desk;
  if (said.length === 0) return <p>{t.drawNone}</p>;
  const clusters = new Map<string, DeskObjections['undrawn']>();
  for (const one of said) {
    const key = `${one.group}-${one.ground ?? 'condition'}`;
    clusters.set(key, [...(clusters.get(key) ?? []), one]);
  }
  return (
    <>
      <p>{t.drawLead}</p>
      {[...clusters].map(([key, held]) => {
        const [first] = held;
        const group = groups.find((one) => one.position === first?.group)?.name ?? '';
        const ground = first?.ground ? groundName(first.ground, locale) : t.condition;
        return (
          <details key={key}>
            <summary className="tap">
              {t.cluster(group, ground)} ({held.length})
            </summary>
            <ActionForm
              id={`draw-${key}`}
              action={drawObjection}
              fields={drawFields(held, locale)}
              submitLabel={t.draw}
              hidden={hidden({})}
              locale={locale}
            />
          </details>
        );
      })}
    </>
  );
}
