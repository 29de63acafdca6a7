import { boardPage } from '@/components/page/board-page';
import { QrCode } from '@/components/page/poster';
import { PageTitle } from '@/components/page/title';
import { standing } from '@/features/meetings/components/lists';
import { Corrections, Minutes, theirs, WhenAndWhere } from '@/features/meetings/components/minutes';
import { messages } from '@/features/meetings/messages';
import { boardMeeting, stateOf } from '@/features/meetings/queries/board';
import * as to from '@/lib/addresses';
import { env } from '@/lib/env';
import { formatDate, formatUntil, pick } from '@/lib/words';

/** The minutes on paper, with how they stand. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardMeeting(slug, { no });
  if (!one?.minutedAt) return null;
  const { board: t } = pick(messages, locale);
  const state = stateOf(one, one.now);
  return (
    <div className="a4 door-sheet">
      <PageTitle
        crumb={locale === 'zh' ? one.nameZh : one.nameEn}
        title={`${t.minutes} · ${one.title}`}
        state={standing(state, locale)}
        next={
          one.fixedAt
            ? t.fixed(formatDate(one.fixedAt, locale))
            : state === 'late'
              ? t.lateNext
              : t.until(formatUntil(one.correctUntil ?? one.endsAt, locale))
        }
      />
      <WhenAndWhere one={one} locale={locale} />
      <p>{one.present === null ? t.presentFew : t.present(one.present)}</p>
      <h2 className="sr-only">{t.minutes}</h2>
      <Minutes items={one.items} today={one.today} locale={locale} />
      {one.corrections.length > 0 && (
        <section>
          <h2>{t.corrections}</h2>
          <Corrections
            corrections={one.corrections}
            items={one.items}
            locale={locale}
            whose={(of) => theirs(of, locale)}
          />
        </section>
      )}
      <div className="month-foot">
        <p className="written">{one.hash && t.hash(one.hash)}</p>
        <QrCode address={`${env.url?.replace(/\/$/, '') ?? ''}${to.meetings(locale, slug, no)}`} label={t.title} />
      </div>
      <p className="no-print">
        <a className="tap" href={to.meetings(locale, slug, no)}>
          {t.again}
        </a>
      </p>
    </div>
  );
});
