'use client';

import { Fragment, type ReactNode, useActionState, useEffect, useRef } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { Hidden } from '@/components/form/hidden';
import type { FieldSpec } from '@/components/form/spec';
import { SubmitButton } from '@/components/form/submit';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

export type ActionFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  fields: readonly FieldSpec[];
  submitLabel: string;
  locale: Locale;
  /** Ids of its fields begin with it; needed when a page has two forms. */
  id?: string;
  hidden?: Record<string, string>;
  /** What it does cannot be undone. */
  danger?: boolean;
  /** Beside a form that matters more. */
  ghost?: boolean;
  /** What to start from, such as text kept from an expired session. */
  initial?: FormState;
  /** Stands above the fields. */
  children?: ReactNode;
  /** A second button that sends the same form, and what it adds to it. */
  also?: { name: string; value: string; label: string };
  /** A way out beside the button. */
  cancel?: { href: string; label: string };
};

/** The names of the fields that hold a person's own words, for a page that has to give them back without the form. */
const wordsIn = (fields: readonly FieldSpec[]): string =>
  fields
    .filter(({ kind }) => kind === 'textarea' || kind === 'text')
    .map(({ name }) => name)
    .join();

/**
 * A form whose action refuses or redirects. Works without scripts: a refusal then comes back as a whole page, with the
 * same summary and the same text. React empties a form after its action, so what was posted is every field's default.
 */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    fields,
    submitLabel,
    locale,
    id = 'form',
    hidden = {},
    danger,
    ghost,
    initial = {},
    children,
    also,
    cancel,
  } = props;
  const [state, post] = useActionState(action, initial);
  const heading = useRef<HTMLHeadingElement>(null);
  const { refusal, values } = state;

  useEffect(() => {
    if (refusal) heading.current?.focus();
  }, [refusal]);

  return (
    <form id={id} className="form" action={post} noValidate>
      {refusal && (
        <ErrorSummary
          form={id}
          refusal={refusal}
          fields={fields}
          locale={locale}
          headingRef={heading}
          here={hidden.back}
        />
      )}
      {children}
      <Hidden fields={{ ...hidden, ...state.hidden, $words: wordsIn(fields) }} />
      {fields.map((spec) => (
        <Fragment key={spec.name}>
          {spec.above}
          <Field form={id} spec={spec} locale={locale} error={refusal?.fieldErrors?.[spec.name]} values={values} />
        </Fragment>
      ))}
      <div className="actions">
        <SubmitButton locale={locale} danger={danger} ghost={ghost}>
          {submitLabel}
        </SubmitButton>
        {also && (
          <SubmitButton locale={locale} name={also.name} value={also.value} ghost>
            {also.label}
          </SubmitButton>
        )}
        {cancel && (
          <a className="tap" href={cancel.href}>
            {cancel.label}
          </a>
        )}
      </div>
    </form>
  );
}
