import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { openMinutes, writeMinute } from '@/features/meetings/actions';
import { openMinutes as opening, writeMinute as writing } from '@/features/meetings/acts';
import { minuteFields } from '@/features/meetings/components/fields';
import { versionsShown } from '@/features/meetings/input';
import { messages } from '@/features/meetings/messages';
import { standsOf } from '@/features/meetings/queries/board';
import { deskMeeting } from '@/features/meetings/queries/desk';
import { minutesDue } from '@/features/meetings/rules';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { formatUntil, pick } from '@/lib/words';

/** The minutes are written, one matter after the other, and then come out. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskMeeting(call, { no });
  if (!one) return null;
  const { desk: t } = pick(messages, locale);
  const stands = standsOf(one);
  const unwritten = one.items.filter(({ version }) => version === 0).length;
  const closed = writing.why(stands, one.now);
  const notYet = opening.why({ ...stands, unwritten }, one.now);
  const [first] = one.items.filter(({ version }) => version === 0);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'meetings', no)}>{t.back}</a>}
        title={`${t.write}: ${one.title}`}
        next={t.due(formatUntil(minutesDue(stands.endsAt), locale))}
      />
      {closed ? (
        <Notice kind="warn">
          <p>{inWords(closed, locale, messages).message}</p>
        </Notice>
      ) : (
        <>
          {one.items.map((item) => (
            <details key={item.position} className="entry" open={item.position === first?.position}>
              <summary className="tap">
                <Written>{t.writeOne(item.position, item.title)}</Written>
                {item.version > 0 && ` · ${t.written(item.version)}`}
              </summary>
              <KeptForm
                {...form}
                id={`item-${item.position}`}
                action={writeMinute}
                about={{ meeting: no, position: item.position, version: item.version }}
                fields={minuteFields(item, locale)}
                submitLabel={t.save}
                ghost={item.version > 0}
              />
            </details>
          ))}
          <Section title={t.open} id="open">
            <p>{t.openLead}</p>
            {notYet ? (
              <p>{inWords(notYet, locale, messages).message}</p>
            ) : (
              <KeptForm
                {...form}
                id="open-form"
                action={openMinutes}
                about={{ meeting: no, shown: showing(versionsShown(one.items)) }}
                submitLabel={t.openSubmit}
              />
            )}
          </Section>
        </>
      )}
    </>
  );
});
