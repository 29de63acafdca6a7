import { Field } from '@/components/form/field';
import { wordsField } from '@/features/objections/components/fields';
import { groundName } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import type { DeskObjections } from '@/features/objections/queries/desk';
import { suggestions } from '@/features/objections/rules/draw';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

interface DrawProps {
  said: DeskObjections['undrawn'];
  groups: DeskObjections['groups'];
  locale: Locale;
  /** The address of the preview. */
  preview: string;
}

/**
 * What was said and not drawn yet, a form for each group and reason; conditions have none yet and come by themselves.
 * A form only leads to the preview, which says how many are put together.
 */
export function DrawForms({ said, groups, locale, preview }: DrawProps) {
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
        const group = placeIn(groups.find((one) => one.position === first?.group)?.name ?? '', locale);
        const ground = first?.ground ? groundName(first.ground, locale) : t.condition;
        return (
          <form key={key} id={`draw-${key}`} className="form story-part" method="get" action={preview}>
            <h3>{t.clusterOf(t.cluster(group, ground), held.length)}</h3>
            <Field
              form={`draw-${key}`}
              spec={wordsField('opinions', t.opinions, suggestions(held), locale)}
              locale={locale}
            />
            <div className="actions">
              <button type="submit" className="btn">
                {t.preview}
              </button>
            </div>
          </form>
        );
      })}
    </>
  );
}
