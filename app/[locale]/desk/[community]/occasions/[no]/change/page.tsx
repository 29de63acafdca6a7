import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { cancelOccasion, moveOccasion, setPlaces } from '@/features/programmes/actions';
import { Stands } from '@/features/programmes/components/dates';
import { occasionShown, placesShown } from '@/features/programmes/input';
import { messages, whenOf } from '@/features/programmes/messages';
import { deskOccasion } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** A date to another day, with other places, or not at all; the others of it stay. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskOccasion(call, { no });
  if (!one) return null;
  const { desk: t } = pick(messages, locale);
  const shown = showing(occasionShown(one));
  const open = one.cancelledAt === null && new Date(one.startsAt) > one.now;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'occasions', no)}>{t.back}</a>}
        title={`${t.change}: ${one.title}`}
        lead={`${whenOf(one, locale)} · ${t.counts(one.taken, one.capacity, one.waiting)}`}
      />
      <Stands one={one} locale={locale} />
      {open && (
        <>
          <Section title={t.move} id="move">
            <Undoes losses={{ moved: one.households }} locale={locale} />
            <KeptForm
              {...form}
              id="move-form"
              action={moveOccasion}
              about={{ occasion: no, shown }}
              fields={[
                { kind: 'datetime', name: 'startsAt', label: t.moveTo },
                { kind: 'textarea', name: 'reason', label: t.why, rows: 2 },
              ]}
              submitLabel={t.moveSubmit}
            />
          </Section>
          <Section title={t.placesTitle} id="places">
            <KeptForm
              {...form}
              id="places-form"
              action={setPlaces}
              about={{ occasion: no, shown: showing(placesShown(one)) }}
              fields={[
                {
                  kind: 'text',
                  inputMode: 'numeric',
                  name: 'places',
                  label: t.places,
                  hint: t.placesHint,
                  defaultValue: String(one.places),
                },
              ]}
              submitLabel={t.placesSubmit}
              ghost
            />
          </Section>
          <Section title={t.cancel} id="cancel">
            <Undoes losses={{ signUps: one.households }} locale={locale} />
            <KeptForm
              {...form}
              id="cancel-form"
              action={cancelOccasion}
              about={{ occasion: no, shown }}
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
