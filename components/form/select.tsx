'use client';

import { useEffect, useState } from 'react';
import type { CommonProps } from '@/components/form/parts';
import type { FieldSpec, Option } from '@/components/form/spec';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

/** Under their wholes, where they have one. */
function Options({ of }: { of: readonly Option[] }) {
  return [...new Set(of.map(({ under }) => under))].map((whole) => {
    const parts = of
      .filter(({ under }) => under === whole)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    if (whole === undefined) return parts;
    return (
      <optgroup key={whole} label={whole}>
        {parts}
      </optgroup>
    );
  });
}

type SelectSpec = Extract<FieldSpec, { kind: 'select' }>;

/** One of several; those of what was chosen in the field it comes after stand first as one chooses. */
export function SelectControl(props: {
  spec: SelectSpec;
  common: CommonProps;
  values?: Record<string, string>;
  locale: Locale;
}) {
  const { spec, common, values, locale } = props;
  const { id } = common;
  const { after } = spec;
  const [chosen, choose] = useState(after && values?.[after]);
  useEffect(() => {
    const form = document.getElementById(id)?.closest('form');
    if (!after || !form) return undefined;
    const heard = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement && target.name === after) choose(target.value);
    };
    form.addEventListener('change', heard);
    return () => form.removeEventListener('change', heard);
  }, [id, after]);
  const start = values?.[spec.name] ?? spec.defaultValue;
  const first = chosen ? spec.options.filter(({ of }) => of === chosen) : [];
  return (
    <select {...common} key={start} className="input" defaultValue={start ?? ''}>
      <option value="">{spec.nothing ?? words(locale).choose}</option>
      <Options of={[...first, ...spec.options.filter((one) => !first.includes(one))]} />
    </select>
  );
}
