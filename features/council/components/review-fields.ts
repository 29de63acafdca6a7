import type { FieldsOf } from '@/components/form/spec';
import { REVIEW_VERDICTS } from '@/db/words/council';
import type { reviewProject } from '@/features/council/actions';
import { messages } from '@/features/council/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

export function reviewFields(locale: Locale): FieldsOf<typeof reviewProject> {
  const { review: t, verdicts } = pick(messages, locale);
  return [
    {
      kind: 'radio',
      name: 'verdict',
      label: t.verdict,
      options: REVIEW_VERDICTS.map((value) => ({ value, label: verdicts[value] })),
    },
    { kind: 'textarea', name: 'words', label: t.words, hint: t.wordsHint, rows: 3 },
  ];
}
