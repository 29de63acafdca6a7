import { Notice } from '@/components/page/notice';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Compared } from '../moves';

/** Where numbers come from that nobody reported, in the words that stand beside them; and that communities were made up. */
export function Origins({ cohort: { invented, derived }, locale }: { cohort: Compared; locale: Locale }) {
  const t = pick(messages, locale).compare;
  if (!invented && derived.length === 0) return null;
  return (
    <Notice>
      {invented && <p>{t.invented}</p>}
      {derived.length > 0 && (
        <>
          <p>{t.derived}</p>
          <ul>
            {derived.map((said) => (
              <li key={said.zh}>{said[locale]}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
