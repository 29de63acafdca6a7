import { Pager } from '@/components/data/pager';
import { boardPage } from '@/components/page/board-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { CrackList } from '@/features/diagnosis/components/crack-list';
import { messages } from '@/features/diagnosis/messages';
import { boardOver } from '@/features/diagnosis/queries/board';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor }) => {
  const page = await boardOver(slug, { after: cursor });
  if (!page) return null;
  const t = pick(messages, locale).board;
  const { next } = page;
  return (
    <>
      <PageTitle crumb={<a href={to.diagnosis(locale, slug)}>{t.title}</a>} title={t.over} />
      <Section title={t.cracks}>
        <CrackList cracks={page.cracks} now={page.now} locale={locale} name={({ title }) => title} />
      </Section>
      <Pager
        previous={to.diagnosis(locale, slug)}
        next={next === null ? undefined : to.mattersAfter(locale, slug, next)}
        locale={locale}
      />
    </>
  );
});
