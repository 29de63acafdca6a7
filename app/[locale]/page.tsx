import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import { type Locale, localeOf } from '@/lib/edition';
import { editionFrom, type P } from '@/lib/page';
import { communities, districts } from '@/lib/site';

export const dynamic = 'force-dynamic';

const words = {
  zh: {
    lead: '一个社区里，大家意见不一样的事，在这里一轮一轮商量到一起。',
    mine: '等着我家的事',
    mineLead: '哪件事正问您家、说到哪天为止，您家报的办到哪一步，都在“我的”里。',
    none: '还没有社区。请用命令行建一个。',
    how: '怎么议',
    steps: [
      '谁家有难处就提：哪儿、什么难处、盼着怎么办。手机不会用，楼门长上门记。',
      '受影响的每一方各算各的，一家一家问；没问到的，一直写着没问到。',
      '不同意的写成一条条，改方案来答复，提的人说行才算行，一轮一轮改。',
      '每一方都谈拢了，公示，书记签字，施工，验收，再回来问问好不好用。',
    ],
    communities: '去哪个社区的公示栏',
    others: (n: number) => `别的社区 · ${n}个`,
    district: (name: string) => `${name}：派了谁、前后差多少`,
    library: '长效药方：办成了的事是怎么办的',
  },
  en: {
    lead: 'Where a community talks through what its people cannot agree on, round by round.',
    mine: 'What waits for my household',
    mineLead: 'What your household is asked and until when, and how far what you reported has come.',
    none: 'There is no community yet. Make one from the command line.',
    how: 'How it goes',
    steps: [
      'Any household brings a matter: where, what is hard, what is hoped for. Without a phone, the building captain writes it down at the door.',
      'Every group it touches is counted by itself, household by household; who was not asked is always shown as not asked.',
      'Each objection is answered by changing the plan, and is settled when those who raised it say so. Round by round.',
      'When every group agrees: public notice, signatures, works, acceptance, and later the question whether it works.',
    ],
    communities: 'Notice boards',
    others: (n: number) => `Other communities · ${n}`,
    district: (name: string) => `${name}: who was sent, before and after`,
    library: 'Playbooks: how things were settled',
  },
};

interface Listed {
  all: Awaited<ReturnType<typeof communities>>;
  locale: Locale;
}

function List({ all, locale }: Listed) {
  return (
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
  );
}

export default async function Home({ params }: P) {
  const edition = editionFrom((await params).locale);
  const locale = localeOf(edition);
  const t = words[locale];
  const all = await communities(1000);
  const inDistricts = await districts(100);
  // Where nobody answers the telephone nobody works with it yet.
  const some = all.some(({ telephone }) => telephone !== '');
  const answered = all.filter(({ telephone }) => !some || telephone !== '');
  const others = all.filter((one) => !answered.includes(one));
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={[{ href: to.me(locale), label: messages[locale].me }]}
      call={{ telephones: answered.length === 1 ? [{ telephone: answered[0]?.telephone ?? '' }] : [] }}
    >
      <PageTitle title={locale === 'zh' ? '同心议事' : 'Tongxin'} lead={t.lead} />
      <Actions>
        <ActionLink href={to.me(locale)}>{t.mine}</ActionLink>
      </Actions>
      <p>{t.mineLead}</p>
      <Section title={t.communities}>
        {all.length === 0 && <Empty text={t.none} />}
        <List all={answered} locale={locale} />
        {others.length > 0 && (
          <details>
            <summary>{t.others(others.length)}</summary>
            <List all={others} locale={locale} />
          </details>
        )}
        {inDistricts.map((one) => (
          <p key={one.slug}>
            <a className="tap" href={to.district(locale, one.slug)}>
              {t.district(locale === 'zh' ? one.nameZh : one.nameEn)}
            </a>
          </p>
        ))}
        {inDistricts.length > 0 && (
          <p>
            <a className="tap" href={to.library(locale)}>
              {t.library}
            </a>
          </p>
        )}
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
