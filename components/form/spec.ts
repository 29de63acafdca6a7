import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/form-state';

export type Option = {
  value: string;
  label: string;
  hint?: string;
  /** Of many: the whole it belongs to. Ticks fold away under it. */
  under?: string;
  /** The value of another field it goes with. */
  of?: string;
};

type Common = {
  /** The name posted; also the key of its error and its value. */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** When it has to be filled in although it is not always; stands in the place of "optional". */
  when?: string;
  /** The value of another field of the form without which nobody is asked for it. */
  only?: 'support_if' | 'oppose' | 'signature_photo' | 'sms_reply' | 'read_back' | 'met';
  /** What the field is about, above it. */
  above?: ReactNode;
  /** The name of another field whose error is told here, where the form has no such field. */
  tells?: string;
};

type Text = Common & {
  kind: 'text' | 'tel' | 'email' | 'search' | 'password' | 'date' | 'datetime' | 'number';
  defaultValue?: string;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  /** So many characters are taken. Nothing stops whoever types or pastes more: a browser would cut it without a word. */
  most?: number;
  min?: string;
  max?: string;
};

type Area = Common & { kind: 'textarea'; defaultValue?: string; rows?: number; most?: number };
type Select = Common & {
  kind: 'select';
  options: readonly Option[];
  defaultValue?: string;
  /** What it says where nothing is chosen, if that says something. */
  nothing?: string;
  /** The name of another field: what goes with what is chosen there comes first. */
  after?: string;
};
type Radio = Common & {
  kind: 'radio';
  options: readonly Option[];
  defaultValue?: string;
  /** Beside each other as large buttons. */
  tiles?: boolean;
};
/** Several of them: each ticked one is posted under `${name}.${value}` as "on", so a refusal can give each back. */
type Choices = Common & { kind: 'checkboxes'; options: readonly Option[]; defaultValues?: readonly string[] };
/** Many ticks, posted like `checkboxes`: one row for each whole with its parts; rows without a tick fold away under `more`. */
type Grid = Common & {
  kind: 'grid';
  rows: readonly { whole: Option; parts: readonly Option[] }[];
  defaultValues?: readonly string[];
  more: string;
  /** Show all rows from the start. */
  open?: boolean;
};
type Tick = Common & { kind: 'checkbox'; defaultChecked?: boolean };
type File = Common & { kind: 'file'; accept?: string };

/** One field of a form; a server component can hand it to a client component. */
export type FieldSpec = Text | Area | Select | Radio | Choices | Grid | Tick | File;

type For<Field, Name> = Field extends FieldSpec
  ? Omit<Field, 'name' | 'required' | 'most'> & {
      name: Name;
      /** It has to be filled in here, although not by everybody and not always. */
      needed?: boolean;
    }
  : never;

/** A field for a form that takes fields of these names; whether it is required and how long, its command says. */
export type FieldFor<Name extends string> = For<FieldSpec, Name>;

/** The fields that an action takes, for what makes them. */
export type FieldsOf<Action> = Action extends FormAction<infer Name> ? FieldFor<Name>[] : never;

/** Errors by the fields of a form: those of a field it has not stand at the one that tells them. */
export function errorsAt(fields: readonly FieldSpec[], errors: Record<string, string> = {}): Record<string, string> {
  const at = (name: string) =>
    fields.some((field) => field.name === name) ? name : (fields.find(({ tells }) => tells === name)?.name ?? name);
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [at(name), error]));
}

/** The id of the element an error of this field links to. */
export function fieldId(form: string, spec: FieldSpec): string {
  if (spec.kind === 'radio') return `${form}-${spec.name}-${spec.options[0]?.value ?? ''}`;
  if (spec.kind === 'checkboxes') return `${form}-${spec.name}.${spec.options[0]?.value ?? ''}`;
  if (spec.kind === 'grid') return `${form}-${spec.name}.${spec.rows[0]?.whole.value ?? ''}`;
  return `${form}-${spec.name}`;
}
