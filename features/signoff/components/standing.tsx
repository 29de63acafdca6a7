import { messages } from '@/features/signoff/messages';
import type { GroupStanding, Standing } from '@/features/signoff/moves';
import type { BoardNumbers } from '@/features/signoff/rules';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick, roundMark } from '@/lib/words';

/** "84户里听到81户，这一方同意". */
export const numbersSentence = ({ households, reached }: BoardNumbers, locale: Locale): string =>
  pick(messages, locale).standing.agreed(households, reached);

type Missing = GroupStanding['missing'][number];

function missingSentence(one: Missing, locale: Locale): string {
  const t = pick(messages, locale).standing.missing;
  if (one.code === 'reach' || one.code === 'agree') return t[one.code](one.have, one.need, one.of);
  return t[one.code](one.count);
}

/** For the desk: every group with its exact numbers, a sentence, and what it still lacks; `drawing`: where words are drawn. */
export function StandingList({ standing, drawing, locale }: { standing: Standing; drawing: string; locale: Locale }) {
  const w = pick(messages, locale);
  const t = w.standing;
  const { reach, agree } = standing.thresholds;
  return (
    <>
      <p>{t.lead(...reach, ...agree)}</p>
      {standing.round && (
        <p className="crumb">{t.round(roundMark(standing.round.k, locale), standing.round.version)}</p>
      )}
      <ul className="entries">
        {standing.groups.map((group) => (
          <li key={group.position}>
            <h3>
              {placeIn(group.name, locale)} · {w.effects[group.effect]}
            </h3>
            <p>
              {t.sentence(group.households, group.reached, group.tookSide, group.agreeing)}
              {group.conditionsMet > 0 && ` · ${t.conditions(group.conditionsMet)}`}
              {group.conditionsUnmet > 0 && ` · ${t.unmet(group.conditionsUnmet)}`} · {t.silent(group.silent.length)}
            </p>
            {group.undrawn > 0 && (
              <p className="tone-seal">
                <a href={drawing}>{t.undrawn(group.undrawn)}</a>
              </p>
            )}
            {group.missing.length === 0 ? (
              <p className="tone-jade">{t.passes} ✓</p>
            ) : (
              group.missing.map((one) => (
                <p key={one.code} className="tone-seal">
                  {missingSentence(one, locale)}
                </p>
              ))
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
