import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { chooseAlternative } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { Counts } from '@/features/alternatives/components/counts';
import { resultShown } from '@/features/alternatives/input';
import { letterOf } from '@/features/alternatives/rules';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import { showing } from '@/lib/shown';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(({ locale, asked, counts, t, crumb, cancel, why, form }) => {
  const all = asked.facts.comparison?.alternatives ?? [];
  const proposed = all.filter(({ result }) => result?.proposed);
  const [only] = proposed.length === 1 ? proposed : [];
  const named = ({ position, title }: (typeof all)[number]) => t.named(letterOf(position), title);
  return (
    <Act
      crumb={crumb}
      title={t.room.desk.alternatives_choice.act}
      lead={t.choose.lead}
      blocked={why('alternatives_choice', whyNot(acts.chooseAlternative, asked))}
    >
      {counts &&
        all.map((one) => (
          <Section key={one.id} title={named(one)}>
            <Counts one={one} locale={locale} />
          </Section>
        ))}
      {proposed.length === 0 && <p>{t.board.nobody}</p>}
      {proposed.length > 1 && <p>{t.board.tied(proposed.map(named).join(t.board.or))}</p>}
      <p>{t.choose.then}</p>
      <KeptForm
        action={chooseAlternative}
        fields={[
          {
            kind: 'radio',
            name: 'alternative',
            label: t.choose.alternative,
            options: all.map((one) => ({
              value: String(one.position),
              label: t.choose.option(named(one), one.result?.proposed === true),
            })),
            ...(only && { defaultValue: String(only.position) }),
          },
          { kind: 'textarea', name: 'reason', label: t.choose.reason, hint: t.choose.reasonHint, rows: 3 },
        ]}
        submitLabel={t.choose.submit}
        {...form}
        about={{ ...form.about, shown: showing(resultShown(asked.facts.comparison)) }}
        cancel={cancel}
      />
    </Act>
  );
});
