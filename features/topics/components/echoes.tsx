import { Written } from '@/components/data/written';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatList, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Complaint } from '../moves';
import type { Echoes as Found } from '../queries/pairs';
import { CaseLine } from './case-line';

interface Props {
  echoes: Found;
  no: number;
  slug: string;
  locale: Locale;
}

/** On the page of a case: how often the matter was said, who stands on its other side, or whom to ask first. */
export function Echoes({ echoes, no, slug, locale }: Props) {
  const { repeats, opposites: t, matters } = pick(messages, locale);
  const { earlier, later, also, opposite, open, alone } = echoes;
  const said = repeats.also(also);
  const list = (title: string, of: readonly Complaint[]) =>
    of.length > 0 && (
      <>
        <p>{title}</p>
        <ul>
          {of.map((one) => (
            <CaseLine key={one.no} one={one} slug={slug} locale={locale} />
          ))}
        </ul>
      </>
    );
  return (
    <>
      {alone.map(({ matter, side, words, beside }) => (
        <Notice key={matter} title={t.visit}>
          <p>{t.first[side](matters[matter] ?? matter, words, formatList(beside.map(t.building), locale))}</p>
        </Notice>
      ))}
      {(earlier.length > 0 || later.length > 0 || said !== '') && (
        <Section title={repeats.heading} id="again">
          {list(repeats.after, later)}
          {list(repeats.before, earlier)}
          {said !== '' && <p>{said}</p>}
        </Section>
      )}
      {(opposite.length > 0 || open) && (
        <Section title={t.heading} id="opposite">
          {opposite.map((one) => (
            <div key={one.id}>
              <p>{t.other[one.side]}</p>
              <ul>
                {one.others.map((other) => (
                  <CaseLine key={other.no} one={other} slug={slug} locale={locale} />
                ))}
              </ul>
              <p className="tone-soft">
                {t.because} <Written>{one.reason}</Written>
              </p>
            </div>
          ))}
          {open && <p>{t.waits}</p>}
          <p className="crumb">{t.secret}</p>
          <Actions>
            <ActionLink href={to.desk(locale, slug, 'topics', 'opposites', no)} ghost>
              {open ? t.decide : t.title}
            </ActionLink>
          </Actions>
        </Section>
      )}
    </>
  );
}
