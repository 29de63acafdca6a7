import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { TooOften } from '@/components/page/too-often';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { readContact } from '@/lib/attempts';
import { missing } from '@/lib/missing';
import { formatDate, formatMoment, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, person }) => {
  const one = await deskCase(call, { no });
  if (!one) return null;
  if (one.complainant?.phone) {
    const read = await readContact(person, { community, about: `case/${no}` });
    if (!read.ok) {
      const seconds = Number(read.refusal.details?.seconds ?? 60);
      missing(429, seconds);
      return <TooOften seconds={seconds} locale={locale} />;
    }
  }
  const t = pick(messages, locale);
  const { complainant, building } = one;
  const { entrance, door } = complainant ?? {};
  const home = building && (entrance && door ? t.one.homeAt(building, entrance, door) : t.one.building(building));
  const who = complainant
    ? [
        { key: 'who', term: t.one.complainant, value: complainant.name || t.one.unknown },
        { key: 'phone', term: t.one.phone, value: complainant.phone || t.one.unknown },
        { key: 'home', term: t.one.home, value: home || t.one.unknown },
      ]
    : [{ key: 'who', term: t.one.complainant, value: t.one.hidden }];
  const items = [
    { key: 'source', term: t.one.source, value: `${t.sources[one.source]} ${one.externalNo ?? ''}` },
    { key: 'place', term: t.one.place, value: one.place },
    { key: 'happened', term: t.one.happened, value: formatDate(one.happenedAt, locale) },
    { key: 'received', term: t.one.received, value: formatMoment(one.receivedAt, locale) },
    { key: 'words', term: t.one.words, value: one.words || t.one.erased },
    ...who,
  ];
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'cases')}>{t.one.no(no)}</a>}
        title={one.title}
        state={{ text: t.kinds[one.kind] }}
      />
      <Facts items={items} />
      {one.postedAt === null && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'cases', no, 'posting')}>{t.posting.go}</ActionLink>
        </Actions>
      )}
      <Section title={t.one.linked}>
        {one.links.length === 0 && <p>{t.one.notLinked}</p>}
        <ul className="entries">
          {one.links.map((link) => (
            <li key={link.proposal}>
              <a className="tap" href={to.desk(locale, community, 'proposals', link.proposal)}>
                <Written>{link.title}</Written>
              </a>{' '}
              <span className="tone-soft">{t.sides[link.side]}</span>
              {link.removal === null && (
                <p>
                  <a className="tap" href={to.desk(locale, community, 'cases', no, 'removal', link.proposal)}>
                    {t.removal.title}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
        {one.mayLink ? (
          <Actions>
            <ActionLink href={to.desk(locale, community, 'cases', no, 'link')}>{t.one.toLink}</ActionLink>
          </Actions>
        ) : (
          <p className="crumb">{t.link.notYours}</p>
        )}
      </Section>
    </>
  );
});
