import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { lastDay } from '@/features/signoff/components/last-day';
import { messages } from '@/features/signoff/messages';
import { doorNotice } from '@/features/signoff/queries/door';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const page = await doorNotice(call, { no });
  if (!page) return null;
  const t = pick(messages, locale).door;
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.notice(locale, community, no)}>
            <Written>{page.title}</Written>
          </a>
        }
        title={t.title}
        next={t.until(lastDay(page.to, locale))}
        lead={t.lead}
      />
      {!page.running && <Notice kind="warn" title={t.over} />}
      {page.running && (
        <Section title={t.choose} id="entrances">
          {page.entrances.length === 0 && <Empty text={t.none} />}
          <ul className="entries">
            {page.entrances.map((one) => (
              <li key={one.id}>
                <a className="tap" href={to.door(locale, community, 'notices', no, 'entrances', one.id)}>
                  {t.entrance(one.building, one.no)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
});
