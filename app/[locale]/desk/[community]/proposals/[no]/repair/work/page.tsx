import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { finishUnits, lookAtUnits } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { unitOptions } from '@/features/repairs/components/units';
import type { RepairFact } from '@/features/repairs/facts';
import { messages } from '@/features/repairs/messages';
import { homesAt } from '@/features/repairs/queries/desk';
import { leadsTo, UNIT_STATES, type UnitState } from '@/features/repairs/rules';
import { whyNot } from '@/lib/act';
import { shanghaiDate } from '@/lib/calendar';
import { inWords } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { repairPage } from '../repair-page';

/** The first homes from which a step leads there, and how many there are. */
async function homes(call: Call, repair: RepairFact | null, to: UnitState) {
  const states = UNIT_STATES.filter((state) => leadsTo(state, to));
  const units = (repair && (await homesAt(call, { repair: repair.id, states }))) ?? [];
  return { units, all: states.reduce((sum, state) => sum + (repair?.counts[state] ?? 0), 0) };
}

export default repairPage(async ({ locale, call, asked, t, crumb, form }) => {
  const { who, now } = asked;
  const today = shanghaiDate(now);
  const [waiting, open] = [
    await homes(call, asked.facts.repair, 'looked'),
    await homes(call, asked.facts.repair, 'repaired'),
  ];
  const [toLook, toDo] = [waiting.units, open.units];
  const kinds = [
    {
      of: 'look',
      to: 'looked',
      units: toLook,
      all: waiting.all,
      action: lookAtUnits,
      note: t.work.cause,
      lead: toLook.length > 0 ? t.work.lookLead : t.work.noneToLook,
    },
    {
      of: 'done',
      to: 'repaired',
      units: toDo,
      all: open.all,
      action: finishUnits,
      note: t.work.note,
      lead: toDo.length > 0 ? t.work.doneLead : t.work.noneToDo,
    },
  ] as const;
  const why = kinds
    .flatMap(({ to, units }) =>
      units.length > 0 ? [whyNot(acts.lookAtUnits, { facts: { ...asked.facts, units, to }, who, now })] : [],
    )
    .find((one) => one !== null);
  return (
    <Act crumb={crumb} title={t.work.title} blocked={why ? inWords(why, locale, messages).message : null}>
      {kinds.map(({ of, to, units, all, action, note, lead }) => (
        <Section key={of} title={t.work[of]} id={to}>
          <p>{lead}</p>
          {units.length < all && <p>{t.desk.left(units.length, all)}</p>}
          {units.length > 0 && (
            <KeptForm
              id={`${to}-form`}
              action={action}
              fields={[
                { kind: 'checkboxes', name: 'units', label: t.work.units, options: unitOptions(units) },
                { kind: 'date', name: 'day', label: t.work.day, defaultValue: today, max: today },
                { kind: 'text', name: 'note', label: note },
              ]}
              submitLabel={t.work[of]}
              {...form}
            />
          )}
        </Section>
      ))}
    </Act>
  );
});
