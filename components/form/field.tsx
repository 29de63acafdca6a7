import { ChoiceField, TickField, TicksField } from '@/components/form/choice';
import { GridField } from '@/components/form/grid';
import { type CommonProps, describedBy, type FieldProps, HintAndError } from '@/components/form/parts';
import { RoomLeft } from '@/components/form/room-left';
import { SelectControl } from '@/components/form/select';
import { type FieldSpec, fieldId } from '@/components/form/spec';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

/** Label, hint, error and control, tied to each other for those who listen to the page. */
export function Field(props: FieldProps) {
  const { spec, form, locale, error, values } = props;
  if (spec.kind === 'radio') return <ChoiceField {...props} spec={spec} />;
  if (spec.kind === 'checkbox') return <TickField {...props} spec={spec} />;
  if (spec.kind === 'checkboxes') return <TicksField {...props} spec={spec} />;
  if (spec.kind === 'grid') return <GridField {...props} spec={spec} />;

  const id = fieldId(form, spec);
  const common = {
    id,
    name: spec.name,
    required: spec.required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(id, spec.hint, error),
  };
  return (
    <div className="field" data-only={spec.only}>
      <label className="field-label" htmlFor={id}>
        {spec.label}
        {!spec.required && <span className="field-optional">{spec.when ?? words(locale).optional}</span>}
      </label>
      <HintAndError id={id} hint={spec.hint} error={error} locale={locale} />
      <Control spec={spec} common={common} values={values} locale={locale} />
    </div>
  );
}

type ControlSpec = Exclude<FieldSpec, { kind: 'radio' | 'checkbox' | 'checkboxes' | 'grid' }>;

function Control(props: { spec: ControlSpec; common: CommonProps; values?: Record<string, string>; locale: Locale }) {
  const { spec, common, values, locale } = props;
  const value = values?.[spec.name];
  if (spec.kind === 'file') return <input {...common} className="input" type="file" accept={spec.accept} />;
  const start = value ?? spec.defaultValue;
  if (spec.kind === 'textarea') {
    return (
      <>
        <textarea {...common} className="input" rows={spec.rows ?? 4} data-most={spec.most} defaultValue={start} />
        {spec.most !== undefined && <RoomLeft id={common.id} most={spec.most} locale={locale} />}
      </>
    );
  }
  if (spec.kind === 'select') return <SelectControl {...props} spec={spec} />;
  const short = spec.kind === 'date' || spec.kind === 'datetime' || spec.kind === 'number';
  return (
    <input
      {...common}
      className={short ? 'input input-short' : 'input'}
      type={TYPES[spec.kind]}
      inputMode={spec.inputMode ?? (spec.kind === 'number' ? 'numeric' : undefined)}
      autoComplete={spec.autoComplete}
      data-most={spec.most}
      {...((spec.kind === 'date' || spec.kind === 'datetime') && { min: spec.min, max: spec.max })}
      defaultValue={spec.kind === 'password' ? undefined : start}
    />
  );
}

/** A number is typed as text with a numeric keyboard: a spinner changes it when one scrolls over it. */
const TYPES = {
  text: 'text',
  tel: 'tel',
  email: 'email',
  search: 'search',
  password: 'password',
  date: 'date',
  datetime: 'datetime-local',
  number: 'text',
} as const;
