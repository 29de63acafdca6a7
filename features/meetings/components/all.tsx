import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/meetings/messages';
import type { boardMeetings } from '@/features/meetings/queries/board';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { MeetingList } from './lists';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardMeetings>>>;
  /** It is the first page: those to come stand on it. */
  first: boolean;
  slug: string;
  locale: Locale;
}

/** Meetings to come, and those that were. */
export function AllMeetings({ page, first, slug, locale }: Props) {
  const { board: t } = pick(messages, locale);
  const list = (meetings: typeof page.held) => (
    <MeetingList meetings={meetings} now={page.now} locale={locale} href={({ no }) => to.meetings(locale, slug, no)} />
  );
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {first && (
        <Section title={t.coming} id="coming">
          {page.coming.length === 0 ? <Empty text={t.none} /> : list(page.coming)}
        </Section>
      )}
      <Section title={t.held} id="held">
        {page.held.length === 0 ? <Empty text={t.noneHeld} /> : list(page.held)}
        <Pager locale={locale} {...(page.next !== null && { next: to.meetings(locale, slug, 'after', page.next) })} />
      </Section>
    </>
  );
}
