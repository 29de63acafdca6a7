import { Written } from '@/components/data/written';
import type { Channel, ProofKind } from '@/db/words/opinions';
import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import { letterOf, type Said } from '../rules';

interface Word {
  id: number;
  own: boolean;
  disowned: boolean;
  receivedAt: Date;
  channel: Channel;
  proof: ProofKind | null;
  /** The picture of the signature, by id. */
  photo: number | null;
  takes: number | null;
  answers: readonly (Said & { position: number })[];
  counts: boolean;
}

interface Props {
  said: readonly Word[];
  concerned: readonly { position: number; title: string }[];
  locale: Locale;
}

/** Everything a household has said of the alternatives, and which of it counts. */
export function WordsSoFar({ said, concerned, locale }: Props) {
  const t = pick(messages, locale);
  const { grounds, act, channels, proofs, door } = pick(opinions, locale);
  if (said.length === 0) return null;
  const named = (position: number) =>
    t.named(letterOf(position), concerned.find((one) => one.position === position)?.title ?? '');
  return (
    <>
      <h3>{t.say.said}</h3>
      <ol className="entries">
        {said.map((word) => (
          <li key={word.id}>
            <p className="crumb">
              {formatMoment(word.receivedAt, locale)}
              {!word.own &&
                [t.say.recorded, channels[word.channel], word.proof && proofs[word.proof]].filter(Boolean).join(' · ')}
              {' · '}
              {word.disowned ? act.disowned : word.counts ? t.say.counts : act.not}
            </p>
            {word.answers.map(({ position, answer, ground, words }) => (
              <p key={position}>
                <b>{t.letter(letterOf(position))}</b> {t.answers[answer]}
                {ground && ` · ${grounds[ground]}`} {words && <Written>{words}</Written>}
              </p>
            ))}
            {word.photo !== null && (
              <a className="tap" href={to.picture(word.photo, 'large')}>
                {door.seePhoto}
              </a>
            )}
            {word.takes !== null && <p>{t.say.takesSaid(named(word.takes))}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
