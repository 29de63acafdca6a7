import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { askSkill, takeBackSkill } from '@/features/skills/actions';
import { messages } from '@/features/skills/messages';
import { deskSkill } from '@/features/skills/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** Somebody who can do something: asked for others, and taken off where they ring and say so. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskSkill(call, { no });
  if (!one) return null;
  const { desk: t, home } = pick(messages, locale);
  const options = [
    { value: '', label: t.askNothing },
    ...one.open.map((open) => ({ value: String(open.no), label: open.title })),
  ];
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'skills')}>{t.title}</a>}
        title={one.what}
        lead={<Written>{[one.name, home(one), one.times, one.whom].filter(Boolean).join(' · ')}</Written>}
      />
      <Section title={t.ask} id="ask">
        <KeptForm
          {...form}
          id="ask-form"
          action={askSkill}
          about={{ skill: no }}
          fields={[
            { kind: 'select', name: 'call', label: t.askFor, options, defaultValue: '' },
            { kind: 'textarea', name: 'words', label: t.askWords, hint: t.askHint, rows: 2 },
          ]}
          submitLabel={t.askSubmit}
        />
      </Section>
      <Section title={t.takeOff} id="off">
        <p>{t.takeOffHint}</p>
        <KeptForm
          {...form}
          id="off-form"
          action={takeBackSkill}
          about={{ skill: no }}
          back={to.desk(locale, community, 'skills')}
          submitLabel={t.takeOff}
          danger
        />
      </Section>
    </>
  );
});
