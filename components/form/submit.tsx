'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

/** Posts the form it stands in. While the form is on its way it says so and a second click does nothing. */
export function SubmitButton(props: {
  locale: Locale;
  danger?: boolean;
  ghost?: boolean;
  /** Posted when the form is sent with this button. */
  name?: string;
  value?: string;
  children: ReactNode;
}) {
  const { locale, danger, ghost, name, value, children } = props;
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={danger ? 'btn btn-danger' : ghost ? 'btn btn-ghost' : 'btn'}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? words(locale).sending : children}
    </button>
  );
}
