import { Facts } from '@/components/data/facts';
import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/cases/messages';
import { boardCase } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardCase(slug, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  const place = [one.building === null ? '' : t.one.building(one.building), placeIn(one.place, locale)]
    .filter(Boolean)
    .join(' · ');
  const items = [
    { key: 'place', term: t.one.place, value: place },
    { key: 'happened', term: t.one.happened, value: formatDate(one.happenedAt, locale) },
    ...(one.category ? [{ key: 'category', term: t.one.category, value: one.category }] : []),
  ];
  return (
    <>
      <PageTitle
        crumb={<a href={to.cases(locale, slug)}>{t.list.title}</a>}
        title={one.title}
        state={{ text: t.kinds[one.kind] }}
        lead={t.list.lead}
      />
      <Facts items={items} />
      {one.pictures.length > 0 && (
        <Pictures
          items={one.pictures.map(({ id, caption, width, height }) => ({
            key: String(id),
            src: to.picture(id, 'small'),
            large: to.picture(id, 'large'),
            alt: caption || t.one.picture,
            ...(caption && { caption: <Written>{caption}</Written> }),
            width,
            height,
          }))}
        />
      )}
      <Actions>
        <ActionLink href={to.act(locale, slug, 'cases', no, 'join')} ghost>
          {t.similar.join}
        </ActionLink>
      </Actions>
      <Section title={t.one.linked}>
        {one.links.length === 0 && <p>{t.one.notLinked}</p>}
        <ul className="entries">
          {one.links.map((link) => (
            <li key={link.proposal}>
              <a className="tap" href={to.proposal(locale, slug, link.proposal)}>
                <Written>{link.title}</Written>
              </a>{' '}
              <span className="tone-soft">{t.sides[link.side]}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
