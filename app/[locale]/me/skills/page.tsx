import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as mine } from '@/features/me/messages';
import { OwnSkills } from '@/features/skills/components/own-skills';
import { messages } from '@/features/skills/messages';
import { mySkills } from '@/features/skills/queries/mine';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** What one can do for neighbours, and where one helps. */
export default mePage(async ({ locale, person }) => {
  const homes = await mySkills(person, {});
  const { me: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} lead={t.lead} />
      {homes.length === 0 && <Empty text={t.none} />}
      {homes.map((home, at) => (
        <Section
          key={home.household}
          title={home.lives ? home[locale] : `${home[locale]} · ${t.moved}`}
          id={`home-${home.household}`}
        >
          <OwnSkills home={home} folded={at > 0} locale={locale} />
        </Section>
      ))}
    </>
  );
});
