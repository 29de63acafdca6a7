import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { noteRecheck } from '@/features/opinions/actions';
import { messages } from '@/features/opinions/messages';
import { deskRechecks } from '@/features/opinions/queries/rechecks';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { pick, roundMark } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await deskRechecks(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const outcomes = (['same', 'different', 'not_reached'] as const).map((value) => ({
    value,
    label: t.rechecks.outcomes[value],
  }));
  const fields: FieldsOf<typeof noteRecheck> = [
    { kind: 'radio', name: 'outcome', label: t.rechecks.outcome, options: outcomes },
    { kind: 'text', name: 'note', label: t.rechecks.note },
  ];
  return (
    <>
      <PageTitle
        crumb={
          <a
            href={to.desk(locale, community, 'rounds', no)}
          >{`${page.title} · ${t.round(roundMark(page.k, locale))}`}</a>
        }
        title={t.rechecks.title}
        lead={t.rechecks.lead}
      />
      {page.rechecks.length === 0 && <Empty text={t.rechecks.none} />}
      {page.rechecks.map((one) => (
        <Section key={one.id} title={t.home(one.building, one.entrance, one.door)} id={`recheck-${one.id}`}>
          <p>{t.rechecks.recorded(t.stances[one.stance])}</p>
          {one.words && (
            <p>
              <Written>{one.words}</Written>
            </p>
          )}
          {one.outcome && (
            <p>
              {t.rechecks.outcomes[one.outcome]} {one.note}
            </p>
          )}
          {one.blocked ? (
            <p className="crumb">{inWords(one.blocked, locale, messages).message}</p>
          ) : (
            <KeptForm
              id={`form-${one.id}`}
              action={noteRecheck}
              fields={fields}
              {...form}
              about={{ recheck: one.id }}
              submitLabel={t.rechecks.submit}
            />
          )}
        </Section>
      ))}
    </>
  );
});
