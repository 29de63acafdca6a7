import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatUntil, pick } from '@/lib/words';
import { messages } from '../messages';
import type { MyWords } from '../queries/mine';
import { letterOf } from '../rules';
import { WordsSoFar } from './words-so-far';

/** What a household said of alternatives, with the way to correct what others recorded, and what came of it. */
export function OwnWords({ all, slug, locale }: { all: readonly MyWords[]; slug: string; locale: Locale }) {
  const t = pick(messages, locale);
  return all.map((one) => {
    const until = one.said.find(({ correctUntil }) => correctUntil)?.correctUntil;
    const chosen = one.alternatives.find(({ position }) => position === one.chosen);
    return (
      <Section key={one.said[0]?.id} id={`${slug}-alternatives-${one.said[0]?.id}`} title={t.mine.title(one.title)}>
        <p>
          <a className="tap" href={to.alternatives(locale, slug, one.no)}>
            {t.say.read}
          </a>
        </p>
        {one.ended && <p>{t.mine.ended}</p>}
        {chosen && <p>{t.mine.chosen(t.named(letterOf(chosen.position), chosen.title))}</p>}
        <WordsSoFar said={one.said} concerned={one.alternatives} locale={locale} />
        {until && (
          <a className="tap" href={to.act(locale, slug, 'proposals', one.no, 'alternatives')}>
            {t.mine.correct(formatUntil(until, locale))}
          </a>
        )}
      </Section>
    );
  });
}
