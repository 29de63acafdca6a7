import { Group } from '@/components/form/choice';
import { describedBy, type FieldProps } from '@/components/form/parts';
import type { FieldSpec, Option } from '@/components/form/spec';

type Spec = Extract<FieldSpec, { kind: 'grid' }>;

/** A row for each whole, its parts beside it: of dozens of boxes only the rows that say something stand open. */
export function GridField({ form, spec, locale, error, values }: FieldProps & { spec: Spec }) {
  const isTicked = ({ value }: Option) =>
    values ? `${spec.name}.${value}` in values : (spec.defaultValues?.includes(value) ?? false);
  const box = (option: Option, about?: string) => {
    const name = `${spec.name}.${option.value}`;
    return (
      <label key={option.value} className="grid-box">
        <input
          type="checkbox"
          id={`${form}-${name}`}
          name={name}
          aria-label={about && `${about} ${option.label}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(`${form}-${spec.name}`, undefined, error)}
          defaultChecked={isTicked(option)}
        />
        <span>{option.label}</span>
      </label>
    );
  };
  const row = ({ whole, parts }: Spec['rows'][number]) => (
    <div key={whole.value} className="grid-row">
      {box(whole)}
      <div>{parts.map((part) => box(part, whole.label))}</div>
    </div>
  );
  const said = spec.rows.filter(({ whole, parts }) => [whole, ...parts].some(isTicked));
  const rest = spec.rows.filter((one) => !said.includes(one));
  return (
    <Group {...spec} id={`${form}-${spec.name}`} error={error} locale={locale}>
      {said.map(row)}
      {rest.length > 0 && (
        <details open={spec.open || error !== undefined}>
          <summary>{spec.more}</summary>
          {rest.map(row)}
        </details>
      )}
    </Group>
  );
}
