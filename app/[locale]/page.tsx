import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
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
    how: '怎么议',
    steps: [
      '谁家有难处就提：哪儿、什么难处、盼着怎么办。手机不会用，楼门长上门记。',
      '受影响的每一方各算各的，一家一家问；没问到的，一直写着没问到。',
      '不同意的写成一条条，改方案来答复，提的人说行才算行，一轮一轮改。',
      '每一方都谈拢了，公示，书记签字，施工，验收，再回来问问好不好用。',
    ],
    communities: '去哪个社区的公示栏',
  },
  en: {
    lead: 'Where a community talks through what its people cannot agree on, round by round.',
    none: 'There is no community yet. Make one from the command line.',
    how: 'How it goes',
    steps: [
      'Any household brings a matter: where, what is hard, what is hoped for. Without a phone, the building captain writes it down at the door.',
      'Every group it touches is counted by itself, household by household; who was not asked is always shown as not asked.',
      'Each objection is answered by changing the plan, and is settled when those who raised it say so. Round by round.',
      'When every group agrees: public notice, signatures, works, acceptance, and later the question whether it works.',
    ],
    communities: 'Notice boards',
  },
};

export default async function Home({ params }: P) {
  const edition = editionFrom((await params).locale);
  const locale = localeOf(edition);
  const t = words[locale];
  const all = await communities(100);
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={[{ href: to.me(locale), label: messages[locale].me }]}
      call={{ telephone: all.length === 1 ? all[0]?.telephone : undefined }}
    >
      <PageTitle title={locale === 'zh' ? '同心议事' : 'Tongxin'} lead={t.lead} />
      <Section title={t.communities}>
        {all.length === 0 && <Empty text={t.none} />}
        <ul className="entries">
          {all.map((one) => (
            <li key={one.slug}>
              <a className="tap" href={to.community(locale, one.slug)}>
                {locale === 'zh' ? one.nameZh : one.nameEn}
              </a>
              <p className="tone-soft">{locale === 'zh' ? one.placeZh : one.placeEn}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.how}>
        <ol className="steps">
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </Frame>
  );
}
