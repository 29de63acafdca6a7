import type { FieldFor } from '@/components/form/spec';
import { HowToWrite } from '@/features/siteplan/components/site-lines';
import { messages as site } from '@/features/siteplan/messages';
import { type Shape, shapesText } from '@/features/siteplan/rules/shapes';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

interface Drawable {
  drawn: { shapes: readonly Shape[] } | null;
  sites: readonly { compound: number; version: number }[];
  /** Of what is not a version of a plan. */
  says?: { label: string; hint: string };
}

/** What the draft draws, one to a line; on which site, where there are several. */
export function siteShapeFields({ drawn, sites, says }: Drawable, locale: Locale): FieldFor<'site' | 'shapes'>[] {
  const t = pick(messages, locale).desk;
  const { desk, drawing } = pick(site, locale);
  return [
    ...(sites.length > 1
      ? [
          {
            kind: 'select' as const,
            name: 'site' as const,
            label: t.siteWhich,
            needed: true,
            options: sites.map(({ compound, version }) => ({
              value: String(compound),
              label: `${compound} · ${drawing.title(version)}`,
            })),
          },
        ]
      : []),
    {
      kind: 'textarea',
      name: 'shapes',
      label: says?.label ?? t.siteShapes,
      hint: says?.hint ?? t.siteHint,
      rows: 10,
      defaultValue: drawn ? shapesText(drawn.shapes) : '',
      above: <HowToWrite title={desk.exampleTitle} words={t.siteWords} example={t.siteExample} />,
    },
  ];
}
