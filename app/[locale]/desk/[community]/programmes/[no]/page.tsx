import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { addDates } from '@/features/programmes/actions';
import { DateList } from '@/features/programmes/components/dates';
import { dateFields } from '@/features/programmes/components/fields';
import { messages } from '@/features/programmes/messages';
import { deskProgramme } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** One thing at the desk: its dates to come, and more of them. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskProgramme(call, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'programmes')}>{t.desk.title}</a>}
        title={one.title}
        lead={<Written>{one.words}</Written>}
      />
      <p>
        {`${t.kinds[one.kind]} · `}
        <Written>{one.place}</Written>
      </p>
      <Section title={t.one.coming} id="dates">
        {one.coming.length === 0 && <p>{t.one.none}</p>}
        <DateList
          occasions={one.coming}
          locale={locale}
          href={(date) => to.desk(locale, community, 'occasions', date.no)}
          more={(date) => {
            const counted = one.coming.find((found) => found.no === date.no);
            return counted && <p>{t.desk.counts(counted.taken, counted.capacity, counted.waiting)}</p>;
          }}
        />
      </Section>
      <Section title={t.desk.dates} id="more">
        <KeptForm
          {...form}
          action={addDates}
          about={{ programme: no }}
          fields={dateFields(locale)}
          submitLabel={t.desk.datesSubmit}
          ghost
        />
      </Section>
    </>
  );
});
