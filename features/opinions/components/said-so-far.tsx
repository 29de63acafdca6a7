import { Explained } from '@/components/data/explained';
import { Written } from '@/components/data/written';
import type { Channel, ProofKind, Stance } from '@/db/words/opinions';
import { picture } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Ground } from '../rules';

interface Said {
  seq: number;
  own: boolean;
  disowned: boolean;
  stance: Stance;
  channel: Channel;
  ground: Ground | null;
  condition: string | null;
  words: string | null;
  receivedAt: Date;
  proof: ProofKind | null;
  message: string | null;
  photo: number | null;
  /** Who wrote it down, when somebody did. */
  by: string | null;
}

/** Everything a household said in a round: what counts first, what it replaced beneath it, newest first; `door`: to whoever knocks. */
export function SaidSoFar({
  said,
  current,
  locale,
  door = false,
}: {
  said: readonly Said[];
  current: number | null;
  locale: Locale;
  door?: boolean;
}) {
  const t = pick(messages, locale);
  const counts = (one: Said) => Number(one.seq === current);
  const ordered = [...said].sort((a, b) => counts(b) - counts(a) || b.seq - a.seq);
  return (
    <ul className="entries">
      {ordered.map((one) => (
        <li key={one.seq}>
          <p>
            {t.stances[one.stance]}
            {one.condition && ` · ${one.condition}`}
            {one.ground && ` · ${t.act.why(t.grounds[one.ground])}`}
          </p>
          {one.words && (
            <p>
              <Written>{one.words}</Written>
            </p>
          )}
          <p className="crumb">
            {formatMoment(one.receivedAt, locale)} ·{' '}
            {one.own ? (
              t.act[door ? 'theirs' : 'own']
            ) : (
              <Explained locale={locale}>{t.act.recorded(t.channels[one.channel], one.by)}</Explained>
            )}
            {one.proof && ` · ${t.proofs[one.proof]}`}
            {` · ${one.seq === current ? t.act.counts : one.disowned ? t.act.disowned : t.act.not}`}
          </p>
          {one.message && <p>{t.door.sms(one.message)}</p>}
          {one.photo !== null && (
            <a className="tap" href={picture(one.photo, 'large')}>
              {t.door.seePhoto}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
