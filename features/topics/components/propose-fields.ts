import type { FieldsOf } from '@/components/form/spec';
import { messages as proposals } from '@/features/proposals/messages';
import { KINDS } from '@/features/proposals/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { proposeTopic } from '../actions';
import { messages } from '../messages';
import type { Complaint } from '../moves';

interface Begun {
  wanting: readonly Complaint[];
  fearing: readonly Complaint[];
  begun: { title: string; place: string; titles: readonly string[] };
}

/** The fields of a proposal that gathers cases, begun with what of them hangs on the board. */
export function proposeFields(locale: Locale, { wanting, fearing, begun }: Begun): FieldsOf<typeof proposeTopic> {
  const t = pick(messages, locale).propose;
  const { kinds } = pick(proposals, locale);
  const options = (of: readonly Complaint[]) =>
    of.map(({ no, title, place }) => ({ value: String(no), label: t.case(no, title, place) }));
  const sides = [
    { name: 'cases', label: t.cases, hint: t.casesHint, of: wanting },
    { name: 'against', label: t.against, hint: t.againstHint, of: fearing },
  ] as const;
  const stop = locale === 'zh' ? '；' : '; ';
  return [
    ...sides
      .filter(({ of }) => of.length > 0)
      .map(({ name, label, hint, of }) => ({
        kind: 'checkboxes' as const,
        name,
        label,
        hint,
        options: options(of),
        needed: wanting.length === 0 || fearing.length === 0,
        defaultValues: of.filter(({ proposals: put }) => put.length === 0).map(({ no }) => String(no)),
      })),
    { kind: 'radio', name: 'kind', label: t.kind, options: KINDS.map((value) => ({ value, label: kinds[value] })) },
    { kind: 'text', name: 'title', label: t.name, defaultValue: begun.title },
    { kind: 'text', name: 'place', label: t.place, defaultValue: begun.place },
    {
      kind: 'textarea',
      name: 'problem',
      label: t.problem,
      hint: t.problemHint,
      rows: 6,
      defaultValue: t.problemBegun(wanting.length + fearing.length, begun.titles.join(stop)),
    },
    { kind: 'textarea', name: 'ask', label: t.ask, rows: 3 },
  ];
}
