import { Meter } from '@/components/data/meter';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { byEntrance } from '@/features/alternatives/components/doors';
import { messages } from '@/features/alternatives/messages';
import { doorComparison } from '@/features/alternatives/queries/door';
import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import { formatUntil, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const page = await doorComparison(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.alternatives(locale, community, no)}>{page.title}</a>}
        title={t.door.title}
        lead={t.door.lead}
        next={page.closesAt ? t.say.until(formatUntil(page.closesAt, locale)) : undefined}
      />
      {!page.open && <Notice kind="warn" title={t.door.over} />}
      {page.homes.length === 0 && <Empty text={t.door.none} />}
      <Section title={t.door.choose} id="entrances">
        <ul className="entries">
          {byEntrance(page.homes).map((one) => {
            const label = t.door.progress(one.heard, one.homes.length);
            return (
              <li key={one.id}>
                <a className="tap" href={to.door(locale, community, 'alternatives', no, 'entrances', one.id)}>
                  {pick(opinions, locale).entrance(one.building, one.entrance)}
                </a>
                <p>{label}</p>
                <Meter value={one.heard} max={one.homes.length} label={label} />
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
});
