import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as mine } from '@/features/me/messages';
import { OwnHome } from '@/features/visits/components/own-home';
import { messages } from '@/features/visits/messages';
import { myVisits } from '@/features/visits/queries/mine';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** Who came, what one's household needs, and whether anybody is to knock. */
export default mePage(async ({ locale, person }) => {
  const homes = await myVisits(person, {});
  const { me: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} lead={t.lead} />
      {homes.length === 0 && <Empty text={t.none} />}
      {homes.map((home) => (
        <Section key={home.household} title={home[locale]} id={`home-${home.household}`}>
          <OwnHome home={home} locale={locale} />
        </Section>
      ))}
    </>
  );
});
