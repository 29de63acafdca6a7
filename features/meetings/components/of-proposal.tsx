import { Section } from '@/components/page/section';
import { messages } from '@/features/meetings/messages';
import type { Listed } from '@/features/meetings/queries/board';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { MeetingList } from './lists';

interface Props {
  meetings: readonly Listed[];
  now: Date;
  slug: string;
  locale: Locale;
}

/** At which meetings a proposal was talked over, or will be. */
export function ProposalMeetings({ meetings, now, slug, locale }: Props) {
  if (meetings.length === 0) return null;
  return (
    <Section title={pick(messages, locale).board.ofProposal} id="meetings">
      <MeetingList meetings={meetings} now={now} locale={locale} href={({ no }) => to.meetings(locale, slug, no)} />
    </Section>
  );
}
