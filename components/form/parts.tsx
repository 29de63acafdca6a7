import type { FieldSpec } from '@/components/form/spec';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

export type FieldProps = {
  /** The form's id: ids of fields begin with it. */
  form: string;
  spec: FieldSpec;
  locale: Locale;
  error?: string;
  /** What was posted, when the form was refused; it goes before every default value. */
  values?: Record<string, string>;
};

/** What every control bears. */
export type CommonProps = {
  id: string;
  name: string;
  required?: boolean;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
};

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

export function HintAndError(props: { id: string; hint?: string; error?: string; locale: Locale }) {
  const { id, hint, error, locale } = props;
  return (
    <>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {words(locale).errorPrefix}
          {error}
        </span>
      )}
    </>
  );
}
