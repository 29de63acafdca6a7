import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as depicted } from '@/features/depicted/messages';
import { messages as pictured } from '@/features/pictures/messages';
import { DateList } from '@/features/programmes/components/dates';
import { messages } from '@/features/programmes/messages';
import { boardProgramme } from '@/features/programmes/queries/board';
import { HelpFor } from '@/features/skills/components/calls';
import { boardHelp } from '@/features/skills/queries/board';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

/** One thing to come to: what it is, where, and its dates. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardProgramme(slug, { no });
  if (!one) return null;
  const help = await boardHelp(slug, { programme: no });
  const t = pick(messages, locale);
  const sign = (occasion: number) => to.act(locale, slug, 'occasions', occasion);
  return (
    <>
      <PageTitle
        crumb={<a href={to.programmes(locale, slug, 'kinds', one.kind)}>{t.kinds[one.kind]}</a>}
        title={one.title}
        lead={one.words ? <Written>{one.words}</Written> : undefined}
      />
      <p>
        {`${t.one.where}: `}
        <Written>{one.place}</Written>
      </p>
      {one.bring && <p>{t.line.bring(one.bring)}</p>}
      <Section title={t.one.coming} id="dates">
        {one.coming.length === 0 && <p>{t.one.none}</p>}
        <DateList
          alike
          occasions={one.coming}
          locale={locale}
          href={({ no: occasion }) => sign(occasion)}
          more={({ no: occasion, cancelledAt, startsAt }) =>
            cancelledAt === null && new Date(startsAt) > one.now ? (
              <Actions>
                <ActionLink ghost={occasion !== one.coming[0]?.no} href={sign(occasion)}>
                  {t.one.sign}
                </ActionLink>
              </Actions>
            ) : null
          }
        />
        {one.held > 0 && <p className="tone-soft">{t.one.held(one.held)}</p>}
      </Section>
      {one.pictures.length > 0 && (
        <Section title={pick(depicted, locale).board.title} id="pictures">
          <p className="tone-soft">{pick(depicted, locale).board.lead}</p>
          <Pictures
            items={one.pictures.map((picture) => ({
              key: String(picture.id),
              src: to.picture(picture.id, 'small'),
              large: to.picture(picture.id, 'large'),
              alt: picture.caption || pick(pictured, locale).upload.alt,
              width: picture.width,
              height: picture.height,
              caption: [formatDate(picture.on, locale), picture.caption].filter(Boolean).join(' · '),
            }))}
          />
        </Section>
      )}
      <HelpFor calls={help?.calls ?? []} slug={slug} locale={locale} />
    </>
  );
});
