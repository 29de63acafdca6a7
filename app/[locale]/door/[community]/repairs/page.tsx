import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { QuietMark } from '@/features/opinions/components/quiet';
import { messages as opinions } from '@/features/opinions/messages';
import { homeOf } from '@/features/repairs/components/units';
import { messages } from '@/features/repairs/messages';
import { doorRepairs } from '@/features/repairs/queries/own';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search, path }) => {
  const page = await doorRepairs(call, { after: numberFrom(search.after ?? '') ?? null });
  if (!page) return null;
  const { homes: found, next } = page;
  const t = pick(messages, locale).door;
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community)}>{pick(opinions, locale).door.title}</a>}
        title={t.title}
        lead={t.lead}
      />
      {found.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {found.map((one) => (
          <li key={one.id}>
            <a className="tap" href={to.door(locale, community, 'repairs', one.id)}>
              {homeOf(one)}
            </a>
            {one.quiet && <QuietMark locale={locale} />}
            <p>
              <Written>{one.title}</Written>
            </p>
          </li>
        ))}
      </ul>
      <Pager locale={locale} {...(next !== null && { next: `${path}?after=${next}` })} />
    </>
  );
});
