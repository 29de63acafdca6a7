import type { FieldsOf } from '@/components/form/spec';
import type { saveDraft } from '@/features/proposals/actions';
import { messages } from '@/features/proposals/messages';
import type { ownDraft, writableHouseholds } from '@/features/proposals/queries/drafts';
import { KINDS } from '@/features/proposals/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

type Writable = NonNullable<Awaited<ReturnType<typeof writableHouseholds>>>;
type Draft = NonNullable<Awaited<ReturnType<typeof ownDraft>>>;

/** The fields of a draft; for whom it is written is asked only of those who may write for others. */
export function draftFields(locale: Locale, writable: Writable, draft?: Draft): FieldsOf<typeof saveDraft> {
  const t = pick(messages, locale);
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value] }));
  const homes = writable.households.map(({ id, building, entrance, door }) => ({
    value: String(id),
    label: `${building}-${entrance}-${door}`,
  }));
  const behalf: FieldsOf<typeof saveDraft> =
    homes.length === 0
      ? []
      : [
          {
            kind: 'select',
            name: 'household',
            label: t.draft.onBehalf,
            options: homes,
            ...(writable.lives ? { hint: t.draft.own } : { needed: true }),
            defaultValue: draft?.onBehalf ? String(draft.household ?? '') : '',
          },
          {
            kind: 'textarea',
            name: 'provenance',
            label: t.draft.provenance,
            when: t.draft.provenanceWhen,
            hint: t.draft.provenanceHint,
            rows: 2,
            defaultValue: draft?.provenance ?? '',
          },
        ];
  return [
    ...behalf,
    { kind: 'radio', name: 'kind', label: t.draft.kind, options: kinds, defaultValue: draft?.kind },
    { kind: 'text', name: 'title', label: t.draft.name, defaultValue: draft?.title },
    {
      kind: 'text',
      name: 'place',
      label: t.draft.place,
      when: t.draft.laterWhen,
      hint: t.draft.placeHint,
      defaultValue: draft?.place,
    },
    {
      kind: 'textarea',
      name: 'problem',
      label: t.draft.problem,
      when: t.draft.laterWhen,
      hint: t.draft.problemHint,
      rows: 5,
      defaultValue: draft?.problem,
    },
    {
      kind: 'textarea',
      name: 'ask',
      label: t.draft.ask,
      when: t.draft.laterWhen,
      rows: 3,
      defaultValue: draft?.ask,
    },
  ];
}
