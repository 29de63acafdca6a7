import { Facts } from '@/components/data/facts';
import { SheetTotals } from '@/components/data/sheet';
import { KeptForm } from '@/components/form/kept-form';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Contents } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { importRegister } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import * as to from '@/lib/addresses';
import type { ReadSheet } from '@/lib/sheet/kept';
import { messages as sheetMessages } from '@/lib/sheet/messages';
import { formatDate } from '@/lib/words';
import { Lines } from './lines';
import { type Place, TrialList, trialParts } from './register-lists';

/** What importing would do, and the button that does it. */
export function RegisterTrial({
  kept,
  back,
  ...place
}: Place & { kept: Pick<ReadSheet, 'count' | 'totals'> & { file: string }; back: string }) {
  const { plan, locale, community } = place;
  const { register: t } = messages[locale];
  const counted = (['added', 'changed', 'owners', 'voters', 'phones', 'homes', 'same'] as const).map((key) => ({
    key,
    term: t[key],
    value: t.unitsOf(plan[key]),
  }));
  return (
    <>
      <PageTitle title={t.planTitle} lead={t.planLead(kept.file, kept.count)} />
      {plan.before && <Notice kind="warn">{t.before(formatDate(plan.before, locale))}</Notice>}
      <Facts items={counted} />
      <SheetTotals totals={kept.totals} locale={locale} />
      <Contents
        unfolded
        label={words(locale).contents}
        items={[
          ...(plan.buildings.length > 0 ? [{ id: 'buildings', title: t.newBuildings }] : []),
          ...trialParts(place),
        ]}
      />
      <Lines
        id="buildings"
        title={t.newBuildings}
        lines={plan.buildings.map((one) => t.newBuilding(one.building, one.compound, one.units))}
      />
      <TrialList name="doors" {...place} />
      <TrialList name="shared" {...place} />
      <TrialList name="taken" {...place} />
      <TrialList name="changes" {...place} />
      <TrialList name="empty" {...place} />
      {plan.empty.length > 0 && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'residents')} ghost>
            {t.residents}
          </ActionLink>
        </Actions>
      )}
      <TrialList name="sellers" {...place}>
        <p>{t.sellersHow}</p>
      </TrialList>
      <TrialList name="missing" {...place}>
        <p>{t.missingHow}</p>
      </TrialList>
      {plan.imported ? (
        <Notice>{t.already}</Notice>
      ) : plan.unclear.length > 0 ? (
        <Lines
          warn
          title={t.unclearTitle}
          lines={plan.unclear.map(({ building, compounds }) => t.unclear(building, compounds.join(t.and)))}
        />
      ) : plan.barred > 0 ? null : (
        <Bring {...place} back={back} />
      )}
    </>
  );
}

function Bring({ back, ...place }: Place & { back: string }) {
  const { plan, sheet, community, locale } = place;
  const { register: t } = messages[locale];
  const alike = plan.alike.length > 0;
  return (
    <KeptForm
      action={importRegister}
      community={community}
      submission={`register-${sheet}`}
      about={{ sheet }}
      fields={alike ? [{ kind: 'checkbox', name: 'apart', label: t.apart }] : []}
      locale={locale}
      submitLabel={t.confirm}
      cancel={{ href: back, label: sheetMessages[locale].tried.again }}
    >
      <TrialList name="alike" {...place}>
        <p>{t.alikeLead}</p>
      </TrialList>
    </KeptForm>
  );
}
