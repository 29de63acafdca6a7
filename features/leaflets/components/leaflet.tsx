import { Facts } from '@/components/data/facts';
import { words } from '@/components/messages';
import { Frame } from '@/components/page/frame';
import { messages as pageMessages } from '@/components/page/messages';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { type LeafletText, messages } from '@/features/leaflets/messages';
import * as to from '@/lib/addresses';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';
import type { LeafletName } from '@/lib/segments';
import { communities } from '@/lib/site';

/** One of the pages everybody finds at the foot of every other, with the telephones of the communities below it. */
export async function Leaflet({ name, edition: asked }: { name: LeafletName; edition: string }) {
  const edition = editionFrom(asked);
  const locale = localeOf(edition);
  const t = messages[locale];
  const { title, lead, sections }: LeafletText = t[name];
  const parts = sections.map((part, at) => ({ ...part, id: part.id ?? `part-${at + 1}` }));
  const all = await communities(100);
  const telephones = all.length > 0 && (
    <Section title={t.telephones} id="telephones">
      <ul>
        {all.map(({ slug, nameZh, nameEn, telephone }) => (
          <li key={slug}>
            {t.telephone(locale === 'zh' ? nameZh : nameEn)}
            {telephone ? <a href={to.ring(telephone)}>{telephone}</a> : t.noTelephone}
          </li>
        ))}
      </ul>
    </Section>
  );
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={[{ href: to.me(locale), label: pageMessages[locale].me }]}
      call={{ telephone: all.length === 1 ? all[0]?.telephone : undefined }}
    >
      <PageTitle title={title} lead={lead} />
      <Contents label={words(locale).contents} items={parts} />
      {name === 'help' && telephones}
      {parts.map(({ id, title, says = [], steps, terms }) => (
        <Section key={title} title={title} id={id}>
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
            <ul>
              {all.map(({ slug, nameZh, nameEn }) => (
                <li key={slug}>
                  <a href={to.act(locale, slug, 'invitation')}>{t.invite(locale === 'zh' ? nameZh : nameEn)}</a>
                </li>
              ))}
            </ul>
          )}
          {terms && <Facts items={terms.map(([term, value]) => ({ key: term, term, value }))} />}
        </Section>
      ))}
      {name !== 'help' && telephones}
    </Frame>
  );
}
