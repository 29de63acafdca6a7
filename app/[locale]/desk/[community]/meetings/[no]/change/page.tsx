import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { cancelMeeting, moveMeeting } from '@/features/meetings/actions';
import { WhenAndWhere } from '@/features/meetings/components/minutes';
import { meetingShown } from '@/features/meetings/input';
import { messages } from '@/features/meetings/messages';
import { stateOf } from '@/features/meetings/queries/board';
import { deskMeeting } from '@/features/meetings/queries/desk';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** A meeting to another time, or not at all. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskMeeting(call, { no });
  if (!one) return null;
  const { desk: t } = pick(messages, locale);
  const about = { meeting: no, shown: showing(meetingShown(one)) };
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'meetings', no)}>{t.back}</a>}
        title={`${t.change}: ${one.title}`}
      />
      <WhenAndWhere one={one} locale={locale} />
      {stateOf(one, one.now) === 'called' && (
        <>
          <Section title={t.move} id="move">
            <Undoes losses={{ movedMeeting: one.invited }} locale={locale} />
            <KeptForm
              {...form}
              id="move-form"
              action={moveMeeting}
              about={about}
              fields={[
                { kind: 'datetime', name: 'startsAt', label: t.moveTo },
                { kind: 'textarea', name: 'reason', label: t.why, rows: 2 },
              ]}
              submitLabel={t.moveSubmit}
            />
          </Section>
          <Section title={t.cancel} id="cancel">
            <Undoes losses={{ invited: one.invited }} locale={locale} />
            <KeptForm
              {...form}
              id="cancel-form"
              action={cancelMeeting}
              about={about}
              fields={[{ kind: 'textarea', name: 'reason', label: t.why, rows: 2 }]}
              submitLabel={t.cancelSubmit}
              danger
            />
          </Section>
        </>
      )}
    </>
  );
});
