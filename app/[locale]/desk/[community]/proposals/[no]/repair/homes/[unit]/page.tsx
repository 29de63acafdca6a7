import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { dropUnit } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { homeOf, Steps } from '@/features/repairs/components/units';
import { messages } from '@/features/repairs/messages';
import { deskUnit } from '@/features/repairs/queries/own';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** One home on the list, step by step, and off it. */
export default actPage(['no', 'unit'], async ({ locale, community, no, unit, call, form }) => {
  const one = await deskUnit(call, { no, unit });
  if (!one) return null;
  const t = pick(messages, locale);
  const list = to.desk(locale, community, 'proposals', no, 'repair');
  return (
    <>
      <PageTitle crumb={<a href={list}>{t.desk.title}</a>} title={homeOf(one)} lead={t.states[one.state]} />
      <p>
        <Written>{one.what}</Written>
      </p>
      <Steps steps={one.steps} locale={locale} />
      {whyNot(acts.dropUnit, one.asked) === null && (
        <Section title={t.desk.drop} id="drop">
          <p>{t.desk.dropLead}</p>
          <KeptForm
            {...form}
            action={dropUnit}
            about={{ unit }}
            fields={[{ kind: 'textarea', name: 'reason', label: t.desk.dropWhy, rows: 2 }]}
            submitLabel={t.own.dropSubmit}
            danger
          />
        </Section>
      )}
    </>
  );
});
