import { Pager } from '@/components/data/pager';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import type { Kind } from '@/db/words/proposals';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Listed } from '../queries/listed';
import { Kinds } from './kinds';
import { PlaybookList } from './playbook-list';

interface Props {
  playbooks: readonly Listed[];
  next: number | null;
  /** Null: of every kind. */
  of: Kind | null;
  /** Null: of the whole installation. */
  slug: string | null;
  locale: Locale;
}

/** The library of the district as it hangs on a board. */
export function Library({ playbooks, next, of, slug, locale }: Props) {
  const t = pick(messages, locale).list;
  const title = of === null ? t.title : t.kindTitle(pick(proposals, locale).kinds[of]);
  return (
    <>
      <PageTitle title={title} lead={t.lead} />
      {slug !== null && <Kinds of={of} slug={slug} locale={locale} />}
      {playbooks.length === 0 && <Empty text={t.none} />}
      <PlaybookList playbooks={playbooks} whole={slug === null} locale={locale} />
      <Pager
        next={
          next === null
            ? undefined
            : slug === null
              ? to.libraryAfter(locale, next)
              : to.playbooksAfter(locale, slug, next)
        }
        locale={locale}
      />
    </>
  );
}
