import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { noteRecheck } from '@/features/opinions/actions';
import { Quiet } from '@/features/opinions/components/quiet';
import { messages } from '@/features/opinions/messages';
import { deskRechecks } from '@/features/opinions/queries/rechecks';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { pick, roundMark } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await deskRechecks(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const home = (one: (typeof page.rechecks)[number]) => t.home(one.building, one.entrance, one.door);
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
      <Contents
        unfolded
        label={words(locale).contents}
        items={page.rechecks.map((one) => ({ id: `recheck-${one.id}`, title: home(one) }))}
      />
      {page.rechecks.map((one) => (
        <Section key={one.id} title={home(one)} id={`recheck-${one.id}`}>
          {one.quiet && <Quiet locale={locale} />}
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
