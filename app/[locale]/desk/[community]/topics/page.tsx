import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Offers } from '@/features/playbooks/components/offers';
import { playbooksLike } from '@/features/playbooks/queries/offers';
import { TopicList } from '@/features/topics/components/topic-list';
import { messages } from '@/features/topics/messages';
import { deskTopics } from '@/features/topics/queries/topics';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

/** So many stand open; the others are smaller, older or answered. */
const FIRST = 8;

export default actPage([], async ({ locale, community: slug, call }) => {
  const page = await deskTopics(call, {});
  if (!page) return null;
  const { list: t, repeats, opposites } = pick(messages, locale);
  const { at, counted, open, gathered, pairs, mayPropose } = page;
  const here = (word: string) => to.desk(locale, slug, 'topics', word);
  const first = open.slice(0, FIRST);
  const matters = first.map(({ cases }) => ({ text: cases.map(({ title }) => title).join('。'), kind: null }));
  const offers = (await playbooksLike(call, { matters })) ?? [];
  const beside = (at: number) => <Offers offers={offers[at] ?? []} slug={slug} locale={locale} />;
  const shown = { mayPropose, slug, locale };
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, slug, 'cases')}>{t.cases}</a>} title={t.title} lead={t.lead} />
      <p className="crumb">{at === null ? t.notYet(counted) : t.asOf(formatMoment(at, locale), counted)}</p>
      <ul className="ways">
        <li>
          <a className="tap" href={here('opposites')}>
            {opposites.link(pairs)}
          </a>
        </li>
        <li>
          <a className="tap" href={here('repeats')}>
            {repeats.link}
          </a>
        </li>
      </ul>
      {at !== null && open.length === 0 && <Empty text={t.none} />}
      {open.length > 0 && (
        <Section title={t.open} id="open">
          <TopicList topics={first} beside={beside} {...shown} />
          {open.length > FIRST && (
            <details>
              <summary className="tap">{t.more(open.length - FIRST)}</summary>
              <TopicList topics={open.slice(FIRST)} {...shown} />
            </details>
          )}
        </Section>
      )}
      {gathered.length > 0 && (
        <Section title={t.gathered} id="gathered">
          <p>{t.gatheredLead}</p>
          <TopicList topics={gathered} {...shown} />
        </Section>
      )}
    </>
  );
});
