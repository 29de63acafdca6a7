import type { ReactNode } from 'react';
import { describedBy, type FieldProps, HintAndError } from '@/components/form/parts';
import type { FieldSpec, Option } from '@/components/form/spec';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

type Of<Kind extends FieldSpec['kind']> = FieldProps & { spec: Extract<FieldSpec, { kind: Kind }> };

/** A question over several boxes. */
export function Group(props: {
  id: string;
  label: string;
  hint?: string;
  required?: boolean;
  when?: string;
  only?: string;
  tiles?: boolean;
  error?: string;
  /** What is wrong is that nothing was chosen: once something is, it is not said any more. */
  unchosen?: boolean;
  locale: Locale;
  children: ReactNode;
}) {
  const { id, label, hint, required, when, only, tiles, error, unchosen, locale, children } = props;
  return (
    <fieldset
      className="field"
      data-only={only}
      data-unchosen={unchosen || undefined}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend className="field-label">
        {label}
        {!required && <span className="field-optional">{when ?? words(locale).optional}</span>}
      </legend>
      <HintAndError id={id} hint={hint} error={error} locale={locale} />
      <div className={tiles ? 'choices choices-tiles' : 'choices'}>{children}</div>
    </fieldset>
  );
}

function OptionText({ option }: { option: Option }) {
  return (
    <span>
      {option.label}
      {option.hint && <small>{option.hint}</small>}
    </span>
  );
}

export function ChoiceField({ form, spec, locale, error, values }: Of<'radio'>) {
  const chosen = values ? values[spec.name] : spec.defaultValue;
  return (
    <Group
      {...spec}
      id={`${form}-${spec.name}`}
      error={error}
      unchosen={error !== undefined && !chosen}
      locale={locale}
    >
      {spec.options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            id={`${form}-${spec.name}-${option.value}`}
            name={spec.name}
            value={option.value}
            required={spec.required}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(`${form}-${spec.name}`, undefined, error)}
            defaultChecked={chosen === option.value}
          />
          <OptionText option={option} />
        </label>
      ))}
    </Group>
  );
}

export function TicksField({ form, spec, locale, error, values }: Of<'checkboxes'>) {
  const isTicked = ({ value }: Option) =>
    values ? `${spec.name}.${value}` in values : (spec.defaultValues?.includes(value) ?? false);
  const tick = (option: Option) => {
    const name = `${spec.name}.${option.value}`;
    return (
      <label className="choice" key={option.value}>
        <input
          type="checkbox"
          id={`${form}-${name}`}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(`${form}-${spec.name}`, undefined, error)}
          defaultChecked={isTicked(option)}
        />
        <OptionText option={option} />
      </label>
    );
  };
  const wholes = [...new Set(spec.options.map(({ under }) => under))];
  return (
    <Group {...spec} id={`${form}-${spec.name}`} error={error} locale={locale}>
      {wholes.map((whole, at) => {
        const parts = spec.options.filter(({ under }) => under === whole);
        if (whole === undefined) return parts.map(tick);
        return (
          <details
            key={whole}
            className="choices-fold"
            open={parts.some(isTicked) || (at === 0 && error !== undefined)}
          >
            <summary className="tap">{whole}</summary>
            {parts.map(tick)}
          </details>
        );
      })}
    </Group>
  );
}

export function TickField({ form, spec, locale, error, values }: Of<'checkbox'>) {
  const id = `${form}-${spec.name}`;
  return (
    <div className="field">
      <HintAndError id={id} hint={spec.hint} error={error} locale={locale} />
      <label className="choice choice-alone">
        <input
          type="checkbox"
          id={id}
          name={spec.name}
          required={spec.required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, spec.hint, error)}
          defaultChecked={values ? spec.name in values : spec.defaultChecked}
        />
        <span>{spec.label}</span>
      </label>
    </div>
  );
}
