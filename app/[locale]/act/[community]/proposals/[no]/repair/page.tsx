import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { dropUnit, judgeUnit, leaksAgain } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { verdictFields } from '@/features/repairs/components/fields';
import { repairedIn, Steps } from '@/features/repairs/components/units';
import { unitShown } from '@/features/repairs/input';
import { messages } from '@/features/repairs/messages';
import { ownRepair } from '@/features/repairs/queries/own';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await ownRepair(call, { no });
  if (!found) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.proposal(locale, community, no)}>{found.title}</a>}
        title={t.own.title}
        lead={t.own.lead}
      />
      {found.units.length === 0 && (
        <>
          <p>{t.own.none}</p>
          <Actions>
            <ActionLink href={to.act(locale, community, 'cases', 'new')}>{t.own.report}</ActionLink>
          </Actions>
        </>
      )}
      {found.units.map((unit) => (
        <Section
          key={unit.id}
          title={`${t.desk.home(unit.building, unit.entrance, unit.door)} · ${t.states[unit.state]}`}
          id={`unit-${unit.id}`}
        >
          {unit.state === 'dropped' && <p>{t.own.dropped}</p>}
          {(unit.state === 'reported' || unit.state === 'looked' || unit.state === 'refused') && (
            <p>
              {t.own.holds[unit.state]}
              {unit.repairOn && ` ${t.desk.by(formatDate(unit.repairOn, locale))}`}
            </p>
          )}
          {unit.state === 'repaired' && unit.repaired && <p>{t.own.asRepaired(repairedIn(unit.repaired, locale))}</p>}
          {unit.recorded && unit.state !== 'repaired' && whyNot(acts.judgeUnit, unit.asked) === null && (
            <p>{t.own.correct}</p>
          )}
          {whyNot(acts.judgeUnit, unit.asked) === null && (
            <KeptForm
              id={`judge-${unit.id}`}
              action={judgeUnit}
              fields={verdictFields(locale, found.today)}
              submitLabel={t.own.submit}
              {...form}
              about={{ unit: unit.id, shown: showing(unitShown(unit)) }}
            />
          )}
          {unit.state === 'confirmed' && !unit.warranted && <p>{t.own.over}</p>}
          <Steps steps={unit.steps} locale={locale} />
          {unit.warranted && unit.warrantyTo && (
            <>
              <p>{t.own.againLead(formatDate(unit.warrantyTo, locale))}</p>
              <KeptForm
                id={`again-${unit.id}`}
                action={leaksAgain}
                fields={[{ kind: 'textarea', name: 'note', label: t.own.againNote, rows: 2 }]}
                submitLabel={t.own.againSubmit}
                ghost
                {...form}
                about={{ unit: unit.id }}
              />
            </>
          )}
          {whyNot(acts.dropUnit, unit.asked) === null && (
            <details>
              <summary className="tap">{t.own.drop}</summary>
              <KeptForm
                id={`drop-${unit.id}`}
                action={dropUnit}
                fields={[{ kind: 'textarea', name: 'reason', label: t.own.dropWhy, rows: 2 }]}
                submitLabel={t.own.dropSubmit}
                ghost
                {...form}
                about={{ unit: unit.id }}
              />
            </details>
          )}
        </Section>
      ))}
    </>
  );
});
