import { Pager } from '@/components/data/pager';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { Finder } from '@/features/playbooks/components/finder';
import { DeskPlaybookList } from '@/features/playbooks/components/playbook-list';
import { messages } from '@/features/playbooks/messages';
import { askedIn, asking, deskPlaybooks } from '@/features/playbooks/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const asked = askedIn(search);
  const page = await deskPlaybooks(call, asked);
  if (!page) return null;
  const t = pick(messages, locale).list;
  const here = to.desk(locale, community, 'playbooks');
  const isAsked = asked.words !== '' || asked.place !== '' || asked.kind !== null;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Finder asked={asked} at={here} locale={locale} />
      {page.playbooks.length === 0 && <Empty text={isAsked ? t.noneFound : t.none} />}
      <DeskPlaybookList playbooks={page.playbooks} slug={community} locale={locale} />
      <Pager next={page.next === null ? undefined : `${here}${asking(asked, page.next)}`} locale={locale} />
      <p>
        <a className="tap" href={to.playbooks(locale, community)}>
          {t.toBoard}
        </a>
      </p>
    </>
  );
});
