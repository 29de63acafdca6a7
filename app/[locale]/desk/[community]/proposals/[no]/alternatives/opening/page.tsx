import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { Section } from '@/components/page/section';
import { openComparison } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { AlternativeText } from '@/features/alternatives/components/alternative';
import { GroupNames } from '@/features/alternatives/components/group-names';
import { AlternativeOnSite } from '@/features/alternatives/components/on-site';
import { alternativesShown } from '@/features/alternatives/input';
import { letterOf } from '@/features/alternatives/rules';
import { Act } from '@/features/proposals/components/act';
import { leastDays } from '@/features/rounds/rules/window';
import { scopingChoices } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { addDays, shanghaiDate } from '@/lib/calendar';
import { showing } from '@/lib/shown';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(async ({ locale, no, call, asked, drawings, drawn, t, crumb, cancel, why, form }) => {
  const { comparison, roundDays } = asked.facts;
  const days = leastDays(roundDays);
  const last = addDays(shanghaiDate(asked.now), days);
  const standIns = (await scopingChoices(call, { no }))?.standIns ?? [];
  const fields: FieldsOf<typeof openComparison> = [
    ...[
      {
        kind: 'date' as const,
        name: 'closesOn' as const,
        label: t.open.closesOn,
        hint: t.open.closesHint(days),
        min: last,
        defaultValue: last,
      },
    ],
    {
      kind: 'select',
      name: 'standIn',
      label: t.open.standIn,
      options: standIns.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
  return (
    <Act
      crumb={crumb}
      title={t.room.desk.alternatives_opening.act}
      lead={t.open.lead}
      blocked={why('alternatives_opening', whyNot(acts.openComparison, asked))}
    >
      {(comparison?.alternatives ?? []).map((one) => (
        <Section key={one.id} title={t.named(letterOf(one.position), one.title)}>
          <AlternativeText one={one} drawings={drawings.filter((each) => each.of === one.id)} locale={locale} />
          <AlternativeOnSite one={one} drawn={drawn} locale={locale} />
          <GroupNames groups={one.groups} locale={locale} />
        </Section>
      ))}
      <KeptForm
        action={openComparison}
        fields={fields}
        submitLabel={t.open.submit}
        {...form}
        about={{ ...form.about, shown: showing(alternativesShown(comparison)) }}
        cancel={cancel}
      />
    </Act>
  );
});
