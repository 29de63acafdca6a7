import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { StateBadge, type Tone } from '@/components/page/title';
import { messages } from '@/features/meetings/messages';
import { type Listed, stateOf } from '@/features/meetings/queries/board';
import type { MeetingState } from '@/features/meetings/rules';
import { DateLine } from '@/features/programmes/components/dates';
import { clockOf } from '@/features/programmes/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

const TONES: Record<MeetingState, Tone> = {
  cancelled: 'seal',
  called: 'soft',
  under_way: 'ochre',
  over: 'ochre',
  open: 'ochre',
  late: 'seal',
  fixed: 'jade',
};

/** How it stands, as a title says it. */
export const standing = (state: MeetingState, locale: Locale) => ({
  tone: TONES[state],
  text: pick(messages, locale).states[state],
});

interface Props<M extends Listed> {
  meetings: readonly M[];
  now: Date;
  locale: Locale;
  href: (one: M) => string;
  more?: (one: M) => ReactNode;
}

/** Meetings, one below the other: the day, what about, and how each stands. */
export function MeetingList<M extends Listed>({ meetings, now, locale, href, more }: Props<M>) {
  return (
    <ul className="dates">
      {meetings.map((one) => {
        const { tone, text } = standing(stateOf(one, now), locale);
        return (
          <DateLine key={one.no} startsAt={one.startsAt} locale={locale}>
            <a className="tap" href={href(one)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {`${clockOf(one.startsAt)}–${clockOf(one.endsAt)} · `}
              <Written>{one.place}</Written>
            </p>
            <p className="tone-soft">
              <Written>{one.agenda.map(({ title }) => title).join('；')}</Written>
            </p>
            <p>
              <StateBadge tone={tone}>{text}</StateBadge>
            </p>
            {more?.(one)}
          </DateLine>
        );
      })}
    </ul>
  );
}
