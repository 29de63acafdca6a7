import type { ReactNode } from 'react';
import { Facts } from '@/components/data/facts';
import { words } from '@/components/messages';
import { Frame } from '@/components/page/frame';
import { messages as pageMessages } from '@/components/page/messages';
import { Contents, OnDemand, Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { type LeafletText, messages } from '@/features/leaflets/messages';
import * as to from '@/lib/addresses';
import { type Locale, localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';
import type { LeafletName } from '@/lib/segments';
import { communities } from '@/lib/site';
import { formatList } from '@/lib/words';

type All = Awaited<ReturnType<typeof communities>>;

/** How a part begins: its first sentence, of words the words. Where links lead to it, it is not folded. */
function briefly({ id, says = [], steps = [], terms = [] }: LeafletText['sections'][number], locale: Locale) {
  const words = terms.map(([term]) => term);
  const [first = formatList(words, locale)] = [...says, ...steps];
  return id ? undefined : (/^.*?(?:[。；]|[.;](?= ))/.exec(first)?.[0] ?? first);
}

/** A line for each community; many of them on demand. */
function EachCommunity({ all, locale, line }: { all: All; locale: Locale; line: (one: All[number]) => ReactNode }) {
  return (
    <OnDemand count={all.length} label={messages[locale].communities(all.length)}>
      <ul>
        {all.map((one) => (
          <li key={one.slug}>{line(one)}</li>
        ))}
      </ul>
    </OnDemand>
  );
}

/** One of the pages everybody finds at the foot of every other, with the telephones of the communities below it. */
export async function Leaflet({ name, edition: asked }: { name: LeafletName; edition: string }) {
  const edition = editionFrom(asked);
  const locale = localeOf(edition);
  const t = messages[locale];
  const { title, lead, sections }: LeafletText = t[name];
  const parts = sections.map((part, at) => ({
    ...part,
    id: part.id ?? `part-${at + 1}`,
    brief: briefly(part, locale),
  }));
  const all = await communities(100);
  const answered = all.filter(({ telephone }) => telephone);
  const others = all.filter(({ telephone }) => !telephone);
  const telephones = all.length > 0 && (
    <Section title={t.telephones} id="telephones">
      {[answered, others].map(
        (some) =>
          some.length > 0 && (
            <EachCommunity
              key={some[0]?.slug}
              all={some}
              locale={locale}
              line={({ nameZh, nameEn, telephone }) => (
                <>
                  {t.telephone(locale === 'zh' ? nameZh : nameEn)}
                  {telephone ? <Ring number={telephone} /> : t.noTelephone}
                </>
              )}
            />
          ),
      )}
    </Section>
  );
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={[{ href: to.me(locale), label: pageMessages[locale].me }]}
      call={{ telephones: answered.length === 1 ? [{ telephone: answered[0]?.telephone ?? '' }] : [] }}
    >
      <PageTitle title={title} lead={lead} />
      <Contents label={words(locale).contents} items={parts} />
      {name === 'help' && telephones}
      {parts.map(({ id, title, brief, says = [], steps, terms }) => (
        <Section key={title} title={title} id={id} brief={brief}>
          {says.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {steps && (
            <ol className="steps">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
          {id === 'visit' && all.length > 0 && (
            <EachCommunity
              all={all}
              locale={locale}
              line={({ slug, nameZh, nameEn, telephone }) => (
                <>
                  <a href={to.act(locale, slug, 'invitation')}>{t.invite(locale === 'zh' ? nameZh : nameEn)}</a>
                  {telephone && (
                    <>
                      {t.orRing}
                      <Ring number={telephone} />
                    </>
                  )}
                </>
              )}
            />
          )}
          {terms && <Facts items={terms.map(([term, value]) => ({ key: term, term, value }))} />}
        </Section>
      ))}
      {name !== 'help' && telephones}
    </Frame>
  );
}
