import { Facts } from '@/components/data/facts';
import { SheetTotals } from '@/components/data/sheet';
import { KeptForm } from '@/components/form/kept-form';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { importCaptains } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { CaptainPlan } from '@/features/people/rules/captains';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import type { ReadSheet } from '@/lib/sheet/kept';
import { messages as sheetMessages } from '@/lib/sheet/messages';
import { Lines } from './lines';

interface Props {
  plan: CaptainPlan;
  kept: Pick<ReadSheet, 'count' | 'totals'> & { file: string };
  sheet: string;
  community: string;
  back: string;
  locale: Locale;
}

/** Who would be captain of what; and the button that makes it so, unless something in the sheet is wrong. */
export function CaptainsTrial({ plan, kept, sheet, community, back, locale }: Props) {
  const { captains: t, entrance } = messages[locale];
  const again = sheetMessages[locale].tried.again;
  const entrances = plan.given.reduce((sum, one) => sum + one.entrances.length, 0);
  const counted = [
    { key: 'people', term: t.people, value: t.peopleOf(plan.given.length) },
    { key: 'given', term: t.given, value: t.entrancesOf(entrances) },
    { key: 'same', term: t.same, value: t.entrancesOf(plan.same) },
  ];
  const wrong = plan.faults.length > 0;
  return (
    <>
      <PageTitle
        title={wrong ? t.faultsTitle(plan.faults.length) : t.planTitle}
        lead={t.planLead(kept.file, kept.count)}
      />
      <Lines warn title={t.faultsLead} lines={plan.faults.map((fault) => inWords(fault, locale, messages).message)} />
      {!wrong && <Facts items={counted} />}
      <SheetTotals totals={kept.totals} locale={locale} />
      <Lines
        title={t.givenTitle}
        lines={plan.given.map((one) =>
          t.whom(one.name, one.phone, one.entrances.map((at) => entrance(at.building, at.no)).join(t.and)),
        )}
      />
      {wrong || entrances === 0 ? (
        <>
          {!wrong && <p>{t.nothing}</p>}
          <Actions>
            <ActionLink href={back} ghost>
              {again}
            </ActionLink>
          </Actions>
        </>
      ) : (
        <KeptForm
          action={importCaptains}
          community={community}
          submission={`captains-${sheet}`}
          about={{ sheet }}
          fields={plan.alike.length > 0 ? [{ kind: 'checkbox', name: 'alike', label: t.alikeTick }] : []}
          locale={locale}
          submitLabel={t.confirm}
          cancel={{ href: back, label: again }}
        >
          <Lines warn title={t.alikeTitle} lines={plan.alike.map((one) => t.alike(one.row, one.name, one.other))} />
        </KeptForm>
      )}
    </>
  );
}
