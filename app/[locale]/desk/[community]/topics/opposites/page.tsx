import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Pair } from '@/features/topics/components/pair';
import { messages } from '@/features/topics/messages';
import { deskPairs } from '@/features/topics/queries/pairs';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

export default actPage([], async ({ locale, community: slug, call }) => {
  const page = await deskPairs(call, {});
  if (!page) return null;
  const { list, opposites: t, matters } = pick(messages, locale);
  const { at, counted, open, mayDecide } = page;
  const here = (no: number) => to.desk(locale, slug, 'topics', 'opposites', no);
  const spoken = [
    { key: 'confirmed', title: t.confirmed, of: page.confirmed },
    { key: 'dismissed', title: t.dismissed, of: page.dismissed },
  ].filter(({ of }) => of.length > 0);
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, slug, 'topics')}>{list.title}</a>} title={t.title} lead={t.lead} />
      <p className="crumb">{at === null ? list.notYet(counted) : list.asOf(formatMoment(at, locale), counted)}</p>
      <Section title={t.open} id="open">
        {open.length === 0 && <Empty text={t.none} />}
        <ol className="entries">
          {open.map(({ matter, asks, bears }) => (
            <li key={`${matter} ${bears[0]?.complaint.no}`}>
              <p>{t.why(matters[matter] ?? matter, asks.length, bears.length)}</p>
              <Pair asks={asks} bears={bears} slug={slug} locale={locale} />
              {mayDecide && (
                <Actions>
                  <ActionLink href={here(bears[0]?.complaint.no ?? 0)} ghost>
                    {t.decide}
                  </ActionLink>
                </Actions>
              )}
            </li>
          ))}
        </ol>
      </Section>
      {spoken.map(({ key, title, of }) => (
        <Section key={key} title={title} id={key}>
          <ol className="entries">
            {of.map((one) => (
              <li key={one.id}>
                <p>{t.why(matters[one.matter] ?? one.matter, one.asks.length, one.bears.length)}</p>
                <p className="tone-soft">
                  {t.because} <Written>{one.reason}</Written>
                </p>
                <p>
                  <a className="tap" href={here(one.bears[0]?.no ?? one.asks[0]?.no ?? 0)}>
                    {t.form}
                  </a>
                </p>
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
});
