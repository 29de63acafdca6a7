import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordComing, strike, takeBackComing, tick } from '@/features/meetings/actions';
import { meetingShown } from '@/features/meetings/input';
import { messages } from '@/features/meetings/messages';
import { doorHall } from '@/features/meetings/queries/door';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** One entrance: those who come are ticked, several at a time. */
export default actPage(['no', 'entrance'], async ({ locale, community, no, entrance, call, form, path }) => {
  const one = await doorHall(call, { no, entrance });
  const [first] = one?.homes ?? [];
  if (!one || !first) return null;
  const { door: t, desk, ...rest } = pick(messages, locale);
  const there = one.homes.filter((home) => home.there);
  const away = one.homes.filter((home) => !home.there);
  const coming = one.homes.filter((home) => home.coming);
  const silent = one.homes.filter((home) => !home.coming);
  const invited = one.homes.filter((home) => home.invited).length;
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'meetings', no)}>{one.title}</a>}
        title={rest.entrance(first.building, first.entrance)}
        lead={
          one.called
            ? t.calledCounts(coming.length, one.homes.length, invited)
            : t.counts(there.length, one.homes.length, invited)
        }
      />
      {one.called &&
        !one.open &&
        one.mayRecord &&
        (silent.length === 0 ? (
          <p>{t.allComing}</p>
        ) : (
          <KeptForm
            {...form}
            id="coming-form"
            action={recordComing}
            about={{ meeting: no, shown: showing(meetingShown(one)) }}
            fields={[
              {
                kind: 'checkboxes',
                name: 'households',
                label: t.comingOnes,
                hint: t.leadCalled,
                options: silent.map((home) => ({
                  value: String(home.household),
                  label: home.invited ? `${home.door} · ${t.invitedMark}` : home.door,
                })),
                needed: true,
              },
            ]}
            submitLabel={t.comingSubmit}
          />
        ))}
      {one.open &&
        (away.length === 0 ? (
          <p>{t.all}</p>
        ) : (
          <KeptForm
            {...form}
            action={tick}
            about={{ meeting: no }}
            fields={[
              {
                kind: 'checkboxes',
                name: 'households',
                label: t.tick,
                options: away.map((home) => ({
                  value: String(home.household),
                  label: [home.door, home.invited && t.invitedMark, home.coming && t.comingMark]
                    .filter(Boolean)
                    .join(' · '),
                })),
                needed: true,
              },
            ]}
            submitLabel={t.tickSubmit}
          />
        ))}
      {one.called && (
        <Section title={t.coming} id="coming">
          {coming.length === 0 && <p>{desk.nobodyComing}</p>}
          <ul className="entries">
            {coming.map((home) => (
              <li key={home.household}>
                <p>
                  <strong>{home.door}</strong>
                </p>
                {one.mayRecord && (
                  <KeptForm
                    {...form}
                    id={`stays-${home.household}`}
                    action={takeBackComing}
                    about={{ meeting: no, household: home.household }}
                    back={path}
                    submitLabel={t.takeBackComing}
                    ghost
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(one.open || there.length > 0) && (
        <Section title={t.present} id="present">
          {there.length === 0 && <p>{t.nobody}</p>}
          <ul className="entries">
            {there.map((home) => (
              <li key={home.household}>
                <p>
                  <strong>{home.door}</strong> {home.how && t.how[home.how]}
                </p>
                <a className="tap" href={to.door(locale, community, 'meetings', no, 'slips', home.household)}>
                  {t.slip}
                </a>
                {one.open && (
                  <KeptForm
                    {...form}
                    id={`strike-${home.household}`}
                    action={strike}
                    about={{ meeting: no, household: home.household }}
                    back={path}
                    submitLabel={t.strike}
                    ghost
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Actions>
        <ActionLink ghost href={`${path}/sheet`}>
          {t.sheet}
        </ActionLink>
      </Actions>
    </>
  );
});
