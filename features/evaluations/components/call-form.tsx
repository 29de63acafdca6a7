import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { SATISFACTIONS } from '@/db/words/callbacks';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { callCase } from '../actions';
import { messages } from '../messages';
import { CALL_OUTCOMES, RESOLUTIONS, type Scope } from '../rules';

interface Props {
  no: number;
  scope: Scope;
  form: { community: string; locale: Locale };
}

/** One call; where only the response is asked about, nothing else is. */
export function CallForm({ no, scope, form }: Props) {
  const t = pick(messages, form.locale);
  const { call } = t;
  // A choice can be taken back: nobody reached has said nothing.
  const unsaid = { value: '', label: call.unsaid };
  const rest: FieldsOf<typeof callCase> =
    scope === 'response_only'
      ? []
      : [
          {
            kind: 'radio',
            name: 'resolved',
            label: call.resolved,
            when: call.when,
            tiles: true,
            options: [...RESOLUTIONS.map((value) => ({ value, label: t.resolved[value] })), unsaid],
          },
          {
            kind: 'radio',
            name: 'satisfaction',
            label: call.satisfaction,
            tiles: true,
            options: [...SATISFACTIONS.map((value) => ({ value, label: t.satisfaction[value] })), unsaid],
          },
        ];
  return (
    <KeptForm
      {...form}
      id="call"
      action={callCase}
      about={{ case: no }}
      submitLabel={call.submit}
      fields={[
        {
          kind: 'radio',
          name: 'outcome',
          label: call.outcome,
          tiles: true,
          options: CALL_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] })),
        },
        {
          kind: 'radio',
          name: 'contacted',
          label: call.contacted,
          when: call.when,
          tiles: true,
          options: [{ value: 'yes', label: call.yes }, { value: 'no', label: call.no }, unsaid],
        },
        ...rest,
        { kind: 'textarea', name: 'words', label: call.words, rows: 4 },
      ]}
    />
  );
}
