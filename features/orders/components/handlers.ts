import type { Option } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

interface Unit {
  id: number;
  name: string;
  role: string | null;
}

/** Whoever can be given something, under the unit they are of. */
export const handlersByUnit = (
  units: readonly Unit[],
  holders: readonly { id: number; name: string; role: string }[],
  locale: Locale,
): Option[] =>
  units.flatMap((unit) =>
    holders
      .filter(({ role }) => role === unit.role)
      .map(({ id, name, role }) => ({
        value: String(id),
        label: `${name} · ${pick(messages, locale).offices[role] ?? role}`,
        under: unit.name,
        of: String(unit.id),
      })),
  );
