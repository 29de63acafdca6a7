import type { FieldsOf } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { publishPlan } from '../actions';
import { messages } from '../messages';
import type { Asked } from '../rules/followed';

/** Of each condition whether the version follows it, or why not. */
export function followedFields(asked: Asked | null, locale: Locale): FieldsOf<typeof publishPlan> {
  const t = pick(messages, locale).desk;
  if (!asked) return [];
  return [
    {
      kind: 'checkboxes',
      name: 'follows',
      label: t.follows,
      hint: t.followsHint,
      options: asked.conditions.map(({ no, text }) => ({ value: String(no), label: `${no}. ${text}` })),
    },
    ...asked.conditions.map(({ no, text }) => ({
      kind: 'text' as const,
      name: `unmet_${no}` as const,
      label: t.unmet(no, text),
      when: t.unmetWhen,
    })),
  ];
}
