import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { endCare } from '@/features/visits/actions';
import { homePages } from '@/features/visits/components/home-pages';
import { PlannedList, Tasks, VisitedList } from '@/features/visits/components/lines';
import * as to from '@/lib/addresses';
import { formatDate } from '@/lib/words';

/** One home: what is planned, what was said, what is needed; and what to do next. */
export default homePages(async ({ locale, community, home, t, form: { about: _, ...form } }) => {
  const at = (word: string) => to.door(locale, community, 'visits', 'homes', home.household, word);
  const here = { community, locale, today: home.today };
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.door(locale, community, 'visits', 'entrances', home.entranceId)}>
            {t.entrance(home.building, home.entrance)}
          </a>
        }
        title={t.home(home)}
      />
      {home.quiet && (
        <Notice kind="warn" title={t.list.quiet}>
          <p>{t.one.quiet}</p>
        </Notice>
      )}
      {home.plan && <PlannedList planned={[home.plan]} {...here} />}
      {home.dropped && !home.plan && (
        <p>
          {t.one.dropped(formatDate(home.dropped.on, locale))}
          <Written>{home.dropped.reason}</Written>
        </p>
      )}
      <Actions>
        <ActionLink href={at('record')}>{t.one.record}</ActionLink>
        <ActionLink ghost href={at('need')}>
          {t.one.need}
        </ActionLink>
        <ActionLink ghost href={at('care')}>
          {t.one.care}
        </ActionLink>
        {(home.plan || !home.quiet) && (
          <ActionLink ghost href={at('plan')}>
            {home.plan ? t.one.drop : t.one.plan}
          </ActionLink>
        )}
      </Actions>
      <Section title={t.one.needs} id="needs">
        {home.needs.length === 0 && <p>{t.one.needsNone}</p>}
        <Tasks tasks={home.needs} {...here} />
      </Section>
      {home.cares.length > 0 && (
        <Section title={t.one.cares} id="cares">
          {home.cares.map((one) => (
            <div key={one.id}>
              <p>
                <Written>{one.words}</Written>
              </p>
              <p className="tone-soft">{`${one.agreed} · ${t.one.caresUntil(formatDate(one.until, locale))}`}</p>
              <KeptForm
                {...form}
                id={`care-${one.id}`}
                action={endCare}
                about={{ note: one.id }}
                submitLabel={t.one.endCare}
                ghost
              />
            </div>
          ))}
        </Section>
      )}
      <Section title={t.one.visits} id="visits">
        {home.visits.length === 0 && <p>{t.one.visitsNone}</p>}
        <VisitedList visits={home.visits} locale={locale} />
      </Section>
      <p>
        <a className="tap" href={at('quiet')}>
          {home.quiet ? t.one.welcomeGo : t.one.quietGo}
        </a>
      </p>
    </>
  );
});
