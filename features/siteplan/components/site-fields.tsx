import type { FieldsOf } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { drawSite } from '../actions';
import { MOST_DRAWN } from '../input';
import { messages } from '../messages';
import type { deskSites } from '../queries/desk';
import { shapesText } from '../rules/shapes';
import { HowToDraw, HowToWrite } from './site-lines';

type Site = NonNullable<Awaited<ReturnType<typeof deskSites>>>[number];

/** The table of coordinates: what stands there, one to a line. */
export function siteFields(site: Site, locale: Locale): FieldsOf<typeof drawSite> {
  const t = pick(messages, locale).desk;
  const shown = site.draft ?? site.published;
  const stands = shown ? shapesText(shown.shapes) : '';
  const fits = stands.length <= MOST_DRAWN;
  return [
    {
      kind: 'textarea',
      name: 'shapes',
      label: t.shapes,
      hint: fits ? t.shapesHint : t.tooLong,
      when: t.shapesWhen,
      rows: 16,
      defaultValue: fits ? stands : '',
      above: <HowToWrite words={t.words} example={t.example} title={t.exampleTitle} />,
    },
    {
      kind: 'file',
      name: 'file',
      label: t.file,
      hint: t.fileHint,
      accept: '.geojson,.json,.svg,.txt,application/geo+json,image/svg+xml',
      above: <HowToDraw title={t.svgTitle} words={t.svg} />,
    },
    {
      kind: 'text',
      name: 'source',
      label: t.source,
      hint: t.sourceHint,
      defaultValue: site.draft?.source ?? '',
    },
  ];
}
