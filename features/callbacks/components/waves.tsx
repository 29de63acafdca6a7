import { Section } from '@/components/page/section';
import { messages } from '@/features/callbacks/messages';
import type { BoardCallbacks } from '@/features/callbacks/queries';
import { SAMPLE } from '@/features/callbacks/rules';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

/** Who was called by which rule and by whom, and what was said, wave by wave and group by group. */
export function Waves({ waves, locale }: { waves: BoardCallbacks; locale: Locale }) {
  if (waves.length === 0) return null;
  const t = pick(messages, locale);
  const briefly = (one: BoardCallbacks[number]) =>
    one.closedAt
      ? t.board.closed(t.waves[one.wave], formatDate(one.closedAt, locale))
      : t.board.running(t.waves[one.wave]);
  return (
    <Section title={t.board.title} id="callbacks" brief={waves.slice(-1).map(briefly).join()}>
      <p>{t.board.lead}</p>
      <p>{t.board.rule(SAMPLE.share[1], SAMPLE.least)}</p>
      {waves.map((one) =>
        one.closedAt ? (
          <div key={one.wave} className="story-part">
            <h3>{t.board.closed(t.waves[one.wave], formatDate(one.closedAt, locale))}</h3>
            <ul>
              {one.groups.map((group) => (
                <li key={group.name}>
                  {t.board.asked(placeIn(group.name, locale), group.households, group.asked)} {t.board.line(group)}
                </li>
              ))}
            </ul>
            <details>
              <summary className="tap">{t.board.seed}</summary>
              <code>{one.seed}</code>
            </details>
          </div>
        ) : (
          <p key={one.wave}>{t.board.running(t.waves[one.wave])}</p>
        ),
      )}
    </Section>
  );
}
