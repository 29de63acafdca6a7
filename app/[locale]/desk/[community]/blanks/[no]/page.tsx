import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Choosing } from '@/features/blanks/components/choosing';
import { filling } from '@/features/blanks/components/filling';
import { messages } from '@/features/blanks/messages';
import { blankPlaces, oneBlank } from '@/features/blanks/queries/one';
import { blankFilter, filterAsked, kindAsked, wrongDays } from '@/features/blanks/rules';
import { fillBlank } from '@/features/exports/actions';
import { COLUMNS } from '@/features/exports/input';
import { fillable } from '@/features/exports/queries/blank';
import { MOST_ALONE } from '@/features/exports/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form, search }) => {
  const of = kindAsked(search.of);
  const filter = blankFilter(of, search);
  const [asked, wrong] = [filterAsked(filter), wrongDays(search)];
  const [one, places, found] = [
    await oneBlank(call, { no, of }),
    await blankPlaces(call, {}),
    await fillable(call, { of, asked }),
  ];
  if (!one || !places || !found) return null;
  const t = pick(messages, locale);
  const crumb = <a href={to.desk(locale, community, 'blanks')}>{t.list.title}</a>;
  const { lead, fields } = filling({ one, of, names: COLUMNS, mayPersonal: found.mayPersonal, locale });
  return (
    <>
      <PageTitle crumb={crumb} title={one.name} lead={t.one.lead(one.layout.sheet)} />
      <Choosing
        of={of}
        filter={filter}
        places={places}
        wrong={wrong}
        at={to.desk(locale, community, 'blanks', no)}
        locale={locale}
      />
      {!found.may && <Empty text={t.one.notHere} />}
      {found.may && found.rows === 0 && <Empty text={t.columns.none} />}
      {found.rows > 0 && wrong.length === 0 && (
        <Section title={t.columns.title(found.rows)} id="columns">
          {lead.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <KeptForm
            {...form}
            action={fillBlank}
            about={{ blank: no, of, asked }}
            fields={[
              ...fields,
              { kind: 'textarea', name: 'purpose', label: t.columns.purpose, hint: t.columns.purposeHint, rows: 2 },
            ]}
            submitLabel={t.columns.submit}
          />
          {found.mayPersonal && <p className="crumb">{t.columns.told(MOST_ALONE)}</p>}
        </Section>
      )}
    </>
  );
});
