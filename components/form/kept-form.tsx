import { randomUUID } from 'node:crypto';
import { ActionForm, type ActionFormProps } from '@/components/form/action-form';
import type { FieldFor, FieldSpec } from '@/components/form/spec';
import { pathAsked } from '@/lib/done';
import type { FormAction } from '@/lib/form-state';

interface Props<Name extends string>
  extends Pick<
    ActionFormProps,
    'id' | 'submitLabel' | 'locale' | 'danger' | 'ghost' | 'children' | 'also' | 'choose' | 'cancel'
  > {
  action: FormAction<Name>;
  fields?: readonly FieldFor<NoInfer<Name>>[];
  /** Where it is done; nothing for what concerns the person alone. */
  community?: string;
  /** What it is done to: fields of the input that the page fixes. */
  about?: Partial<Record<NoInfer<Name>, string | number | undefined>>;
  /** Where it goes on, for an action that asks. The page itself, if nothing is said. */
  back?: string;
  /** Where it goes on from there. */
  next?: string;
  /** The idempotency key, where the page knows it. */
  submission?: string;
}

/** Kinds of field that post nothing when nothing is chosen. */
const SILENT = ['radio', 'checkbox', 'checkboxes', 'grid', 'file'];
/** Kinds of field into which as much can be typed as one likes. */
const TYPED = ['text', 'textarea', 'tel', 'email', 'search', 'password'];

/** What the action demands of the field, and the page besides. */
function demanded<Name extends string>({ demands }: FormAction<Name>, field: FieldFor<Name>): FieldSpec {
  const { needed = false, ...spec } = field;
  const { required = false, most } = demands?.(field.name, SILENT.includes(field.kind) ? undefined : '') ?? {};
  return {
    ...spec,
    ...(most !== undefined && TYPED.includes(spec.kind) && { most }),
    required: required || needed,
  } as FieldSpec;
}

/**
 * The form of a page, of several perhaps. It carries what every form carries, knows from its action which fields it takes
 * and what they have to be, and begins with what was typed in it when a session had run out.
 */
export function KeptForm<Name extends string>(props: Props<Name>) {
  const { id = 'form', action, fields = [], community, about = {}, back, next, submission, ...rest } = props;
  const given = { community, ...about, back: back ?? pathAsked(), next };
  const said = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return (
    <ActionForm
      {...rest}
      id={id}
      action={action}
      fields={fields.map((field) => demanded(action, field))}
      hidden={{
        ...Object.fromEntries(said),
        locale: rest.locale,
        // An act in a community is done once under its key; what concerns the person alone has none.
        ...(community !== undefined && { submission: submission ?? randomUUID() }),
      }}
    />
  );
}
