import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Followed } from '../rules/followed';

/** Which of the conditions households set a version follows, and why not the others. */
export function FollowedConditions({ conditions, locale }: { conditions: readonly Followed[]; locale: Locale }) {
  const t = pick(messages, locale).board;
  if (conditions.length === 0) return null;
  const kept = conditions.filter(({ followed }) => followed).length;
  return (
    <Section title={t.conditions} id="conditions" brief={t.followed(kept, conditions.length)}>
      <ul className="entries">
        {conditions.map(({ no, text, followed, reason }) => (
          <li key={no}>
            <strong>
              <Written>{text}</Written>
            </strong>{' '}
            · {followed ? t.isFollowed : t.notFollowed}
            {!followed && (
              <p>
                <Written>{reason}</Written>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
