import { Pager } from '@/components/data/pager';
import { KeptForm } from '@/components/form/kept-form';
import { Done, Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { readAllLetters } from '../actions';
import { messages } from '../messages';
import type { LetterView } from '../queries';
import { Letters } from './letters';

interface Props {
  page: { letters: LetterView[]; next: string | null };
  locale: Locale;
  first: boolean;
  /** All have just been read. */
  done?: boolean;
}

/** One page of letters. */
export function LetterPage({ page, locale, first, done }: Props) {
  const t = pick(messages, locale);
  const newest = first ? Math.max(0, ...page.letters.filter((one) => !one.read).map((one) => one.id)) : 0;
  const news = page.letters.filter((one) => !one.read && !one.over);
  const rest = page.letters.filter((one) => one.read || one.over);
  return (
    <>
      <PageTitle
        crumb={<a href={to.me(locale, ...(first ? [] : ['letters']))}>{first ? t.me.title : t.list.first}</a>}
        title={t.list.title}
        lead={t.list.lead}
        receipt={done && <Done title={t.list.readAllDone} />}
      />
      {newest > 0 && (
        <KeptForm
          id="read-all"
          action={readAllLetters}
          about={{ upto: newest }}
          submitLabel={t.list.readAll}
          ghost
          locale={locale}
        />
      )}
      {page.letters.length === 0 && <Empty text={t.list.none} />}
      {news.length > 0 && <Letters letters={news} locale={locale} />}
      {rest.length > 0 && (
        <details className="entry" open={news.length === 0}>
          <summary className="tap">{t.list.folded(rest.length)}</summary>
          <Letters letters={rest} locale={locale} />
        </details>
      )}
      <Pager next={page.next ? to.me(locale, 'letters', 'after', page.next) : undefined} locale={locale} />
    </>
  );
}
