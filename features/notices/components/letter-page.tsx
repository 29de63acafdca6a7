import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { LetterView } from '../queries';
import { Letters } from './letters';

interface Props {
  page: { letters: LetterView[]; next: string | null };
  locale: Locale;
  back: string;
  first: boolean;
}

/** One page of letters. */
export function LetterPage({ page, locale, back, first }: Props) {
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.me(locale, ...(first ? [] : ['letters']))}>{first ? t.me.title : t.list.first}</a>}
        title={t.list.title}
        lead={t.list.lead}
      />
      {page.letters.length === 0 && <Empty text={t.list.none} />}
      <Letters letters={page.letters} locale={locale} back={back} />
      <Pager next={page.next ? to.me(locale, 'letters', 'after', page.next) : undefined} locale={locale} />
    </>
  );
}
