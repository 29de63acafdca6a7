import { randomUUID } from 'node:crypto';
import type { FieldSpec } from '@/components/form/spec';
import { messages } from '@/features/proposals/messages';
import { ownDraft, type writableHouseholds } from '@/features/proposals/queries';
import { KINDS } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import type { Locale } from '@/lib/edition';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

/** What every address of a draft begins with; `draft` is undefined when it is not this person's. */
export async function begin(params: P<{ community: string; draft: string }>['params'], ...act: string[]) {
  const { locale: segment, community, draft: given } = await params;
  const locale = localeFrom(segment);
  const id = numberFrom(given) ?? 0;
  const path = to.act(locale, community, 'drafts', id, ...act);
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  return {
    ...{ locale, community, id, path, person, call },
    draft: await ownDraft(call, { id }),
    t: pick(messages, locale),
    at: (...rest: string[]) => to.act(locale, community, 'drafts', id, ...rest),
    hidden: { community, locale, submission: randomUUID(), draft: String(id), back: path },
  };
}

type Writable = NonNullable<Awaited<ReturnType<typeof writableHouseholds>>>;
type Draft = NonNullable<Awaited<ReturnType<typeof ownDraft>>>;

/** The fields of a draft; for whom it is written is asked only of those who may write for others. */
export function draftFields(locale: Locale, writable: Writable, draft?: Draft): FieldSpec[] {
  const t = pick(messages, locale);
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value] }));
  const homes = writable.households.map(({ id, building, entrance, door }) => ({
    value: String(id),
    label: `${building}-${entrance}-${door}`,
  }));
  const behalf: FieldSpec[] =
    homes.length === 0
      ? []
      : [
          {
            kind: 'select',
            name: 'household',
            label: t.draft.onBehalf,
            options: homes,
            ...(writable.lives ? { hint: t.draft.own } : { required: true }),
            defaultValue: draft?.onBehalf ? String(draft.household ?? '') : '',
          },
          {
            kind: 'textarea',
            name: 'provenance',
            label: t.draft.provenance,
            when: t.draft.provenanceWhen,
            hint: t.draft.provenanceHint,
            rows: 2,
            maxLength: 400,
            defaultValue: draft?.provenance ?? '',
          },
        ];
  return [
    ...behalf,
    { kind: 'radio', name: 'kind', label: t.draft.kind, required: true, options: kinds, defaultValue: draft?.kind },
    { kind: 'text', name: 'title', label: t.draft.name, required: true, maxLength: 60, defaultValue: draft?.title },
    {
      kind: 'text',
      name: 'place',
      label: t.draft.place,
      when: t.draft.laterWhen,
      hint: t.draft.placeHint,
      maxLength: 80,
      defaultValue: draft?.place,
    },
    {
      kind: 'textarea',
      name: 'problem',
      label: t.draft.problem,
      when: t.draft.laterWhen,
      hint: t.draft.problemHint,
      rows: 5,
      maxLength: 2000,
      defaultValue: draft?.problem,
    },
    {
      ...{ kind: 'textarea', name: 'ask', label: t.draft.ask, when: t.draft.laterWhen },
      ...{ rows: 3, maxLength: 400, defaultValue: draft?.ask },
    },
  ];
}
