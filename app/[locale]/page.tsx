import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom, type P } from '@/lib/page';
import { communities } from '@/lib/site';

export const dynamic = 'force-dynamic';

const words = {
  zh: {
    lead: '一个社区里，大家意见不一样的事，在这里一轮一轮商量到一起。',
    none: '还没有社区。请用命令行建一个。',
  },
  en: {
    lead: 'Where a community talks through what its people cannot agree on, round by round.',
    none: 'There is no community yet. Make one from the command line.',
  },
};

export default async function Home({ params }: P) {
  const edition = editionFrom((await params).locale);
  const locale = localeOf(edition);
  const all = await communities(100);
  return (
    <Frame edition={edition} nameHref={to.home(locale)} nav={[{ href: to.me(locale), label: messages[locale].me }]}>
      <PageTitle title={locale === 'zh' ? '同心议事' : 'Tongxin'} lead={words[locale].lead} />
      {all.length === 0 && <Empty text={words[locale].none} />}
      <ul className="entries">
        {all.map((one) => (
          <li key={one.slug}>
            <h2>
              <a href={to.community(locale, one.slug)}>{locale === 'zh' ? one.nameZh : one.nameEn}</a>
            </h2>
            <p>{locale === 'zh' ? one.placeZh : one.placeEn}</p>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
