import { Pager } from '@/components/data/pager';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordSignUp, takeBackPlace } from '@/features/programmes/actions';
import { Stands } from '@/features/programmes/components/dates';
import { channelField, wantedFields } from '@/features/programmes/components/fields';
import { doorOf, timeOf } from '@/features/programmes/components/guests';
import { occasionShown } from '@/features/programmes/input';
import { messages, whenOf } from '@/features/programmes/messages';
import { doorOccasion } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** Signing a neighbour up, and those of one's entrances who have. */
export default actPage(['no'], async ({ locale, community, no, call, form, search, path }) => {
  const one = await doorOccasion(call, { no, after: numberFrom(search.after ?? '') ?? null });
  if (!one) return null;
  const { door: t, ...rest } = pick(messages, locale);
  const open = one.cancelledAt === null && new Date(one.startsAt) > one.now;
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'programmes')}>{t.title}</a>}
        title={one.title}
        lead={whenOf(one, locale)}
      />
      <Stands one={one} locale={locale} />
      {open && (
        <>
          {!one.free.includes(true) && <p>{rest.act.full}</p>}
          <KeptForm
            {...form}
            action={recordSignUp}
            about={{ occasion: no, shown: showing(occasionShown(one)) }}
            fields={[
              {
                kind: 'text',
                name: 'building',
                label: t.building,
                ...(one.home && { defaultValue: one.home.building }),
              },
              {
                kind: 'text',
                inputMode: 'numeric',
                name: 'entrance',
                label: t.entrance,
                ...(one.home && { defaultValue: String(one.home.entrance) }),
              },
              { kind: 'text', name: 'door', label: t.door },
              ...wantedFields(one, locale),
              channelField(locale, one.home ? 'door' : 'phone'),
            ]}
            submitLabel={t.submit}
          />
        </>
      )}
      <Section title={t.those} id="those">
        {one.guests.length === 0 && <p>{t.nobody}</p>}
        <ul className="entries">
          {one.guests.map((guest) => (
            <li key={guest.signUp}>
              <h3>{doorOf(guest, locale)}</h3>
              <p className="tone-soft">
                {[
                  rest.slip.no(guest.ticket),
                  timeOf(guest, one),
                  rest.slip.heads(guest.heads),
                  rest.me[guest.state],
                  rest.channels[guest.channel],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p>
                <a className="tap" href={to.door(locale, community, 'slips', guest.signUp)}>
                  {t.slip}
                </a>
              </p>
              {open && (
                <KeptForm
                  {...form}
                  id={`back-${guest.signUp}`}
                  action={takeBackPlace}
                  about={{ signUp: guest.signUp }}
                  submitLabel={t.takeBack}
                  ghost
                />
              )}
            </li>
          ))}
        </ul>
        <Pager locale={locale} {...(one.next !== null && { next: `${path}?after=${one.next}` })} />
      </Section>
    </>
  );
});
