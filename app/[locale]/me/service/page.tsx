import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as mine } from '@/features/me/messages';
import { OwnService } from '@/features/stewards/components/own-turns';
import { messages } from '@/features/stewards/messages';
import { myService } from '@/features/stewards/queries/mine';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** What one does as a steward: entrances, turns, hours, and how one is called. */
export default mePage(async ({ locale, person }) => {
  const found = await myService(person, {});
  const { me: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} />
      {found.length === 0 && <Empty text={t.none} />}
      {found.map((one) => (
        <Section key={`${one.community}-${one.id}`} title={one[locale]} id={`${one.community}-${one.id}`}>
          <OwnService service={one} locale={locale} />
        </Section>
      ))}
    </>
  );
});
