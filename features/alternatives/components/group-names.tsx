import { Facts } from '@/components/data/facts';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';
import type { AlternativeGroup } from '../facts';

/** Whom an alternative concerns, and how. */
export function GroupNames({ groups, locale }: { groups: readonly AlternativeGroup[]; locale: Locale }) {
  const { effects } = pick(proposals, locale);
  return (
    <Facts
      items={groups.map(({ id, name, effect, why }) => ({
        key: String(id),
        term: placeIn(name, locale),
        value: `${effects[effect]} · ${why}`,
      }))}
    />
  );
}
