import { words as inWords } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Promised } from '@/features/diagnosis/components/crack-list';
import { Causes, OnSite, UnsolvedKinds } from '@/features/diagnosis/components/found';
import { messages } from '@/features/diagnosis/messages';
import { deskDiagnosis } from '@/features/diagnosis/queries/desk';
import { Offers } from '@/features/playbooks/components/offers';
import { playbooksLike } from '@/features/playbooks/queries/offers';
import { Counted } from '@/features/topics/components/counted';
import { deskTopics } from '@/features/topics/queries/topics';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** So many topics tell where to look. */
const TOPICS = 5;

export default actPage([], async ({ locale, community: slug, call }) => {
  const page = await deskDiagnosis(call, {});
  if (!page) return null;
  const { desk: t, board } = pick(messages, locale);
  const { found, presence, basis, counted, unsolved, now, mayPublish, addBlock } = page;
  const topics = await deskTopics(call, {});
  const hot = topics?.open.slice(0, TOPICS) ?? [];
  const matters = hot.map(({ cases }) => ({ text: cases.map(({ title }) => title).join('。'), kind: null }));
  const offers = (await playbooksLike(call, { matters })) ?? [];
  const at = (...rest: (string | number)[]) => to.desk(locale, slug, 'diagnosis', ...rest);
  return (
    <>
      <PageTitle
        title={t.title}
        lead={t.lead}
        asked={
          <>
            <Actions near>
              {mayPublish && !found && <ActionLink href={at('causes')}>{t.publish}</ActionLink>}
              {addBlock === null && <ActionLink href={at('promise')}>{t.add}</ActionLink>}
            </Actions>
            <Actions>
              {mayPublish && found && (
                <ActionLink href={at('causes')} ghost>
                  {t.again}
                </ActionLink>
              )}
              {mayPublish && (
                <ActionLink href={at('presence')} ghost>
                  {t.presence}
                </ActionLink>
              )}
              <ActionLink href={at('month')} ghost>
                {t.monthly}
              </ActionLink>
            </Actions>
          </>
        }
      />
      <Contents
        label={inWords(locale).contents}
        items={[
          { id: 'counts', title: t.counts, here: true },
          { id: 'causes', title: board.causes, here: found !== null },
          { id: 'promises', title: board.cracks, here: found !== null },
          { id: 'presence', title: board.presence, here: presence.length > 0 },
        ].filter(({ here }) => here)}
      />
      <Section title={t.counts} id="counts">
        <p>{t.basis(basis)}</p>
        <p>{t.coverage(basis.asked, basis.reached)}</p>
        <h3>{t.counted}</h3>
        <Counted last={counted} locale={locale} />
        {unsolved && <UnsolvedKinds unsolved={unsolved} locale={locale} />}
        {topics && (
          <>
            <h3>
              <a className="tap" href={to.desk(locale, slug, 'topics')}>
                {t.topics}
              </a>
            </h3>
            <ul>
              {hot.map(({ words, cases }, place) => (
                <li key={cases[0]?.no}>
                  {t.topic(words.slice(0, 3).join(' · ') || (cases[0]?.title ?? '—'), cases.length)}
                  <Offers offers={offers[place] ?? []} slug={slug} locale={locale} />
                </li>
              ))}
            </ul>
            <p>
              <a className="tap" href={to.desk(locale, slug, 'topics', 'repeats')}>
                {t.repeats}
              </a>
            </p>
            <p>
              <a className="tap" href={to.desk(locale, slug, 'topics', 'opposites')}>
                {t.pairs(topics.pairs)}
              </a>
            </p>
          </>
        )}
      </Section>
      {found && <Causes found={found} locale={locale} />}
      {found && (
        <Section title={board.cracks} id="promises">
          <Promised
            course={page}
            slug={slug}
            now={now}
            locale={locale}
            name={({ no, title }) => <a href={at(no)}>{title}</a>}
          />
        </Section>
      )}
      <OnSite presence={presence} locale={locale} />
    </>
  );
});
