import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/shortway/messages';
import { doorShort } from '@/features/shortway/queries/own';
import { messages as notices } from '@/features/signoff/messages';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const page = await doorShort(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const { choose, none } = pick(notices, locale).door;
  return (
    <>
      <PageTitle
        crumb={<a href={to.proposal(locale, community, no)}>{page.title}</a>}
        title={t.door.title}
        lead={t.door.lead}
      />
      {page.hangs ? (
        <Section title={choose} id="entrances">
          {page.entrances.length === 0 && <Empty text={none} />}
          <ul className="entries">
            {page.entrances.map((one) => (
              <li key={one.id}>
                <a className="tap" href={to.door(locale, community, 'short', no, 'entrances', one.id)}>
                  {t.propose.entrance(one.building, one.no)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Notice kind="warn" title={t.door.over} />
      )}
    </>
  );
});
