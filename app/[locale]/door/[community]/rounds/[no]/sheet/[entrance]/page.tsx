import { DataTable } from '@/components/data/table';
import { Missing } from '@/components/page/missing';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/opinions/messages';
import { doorRound } from '@/features/opinions/queries/door';
import { Clauses } from '@/features/plans/components/plan-text';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { formatUntil, pick, roundMark } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; entrance: string }>) {
  const { locale: segment, community, no: given, entrance: wanted } = await params;
  const locale = localeFrom(segment);
  const [no, entrance] = [numberFrom(given) ?? 0, numberFrom(wanted) ?? 0];
  const person = await requirePerson(locale, to.door(locale, community, 'rounds', no, 'sheet', entrance));
  const round = await doorRound({ by: { person }, community }, { no, entrance });
  const first = round?.doors[0];
  if (!round || !first) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const { door, stance, words, sign } = t.door.columns;
  const boxes = Object.values(t.stances).join(' □ ');
  return (
    <div className="a4">
      <PageTitle
        crumb={`${round.title} · ${t.round(roundMark(round.k, locale))} · ${t.door.until(formatUntil(round.closesAt, locale))}`}
        title={`${t.door.sheetTitle} · ${t.entrance(first.building, first.entrance)}`}
        lead={t.door.sheetLead}
      />
      <h2>{t.act.plan(round.version, round.planTitle)}</h2>
      <Clauses clauses={round.clauses} locale={locale} />
      <DataTable
        caption={t.entrance(first.building, first.entrance)}
        columns={[
          { key: 'door', label: door },
          { key: 'stance', label: stance },
          { key: 'words', label: words },
          { key: 'sign', label: sign },
        ]}
        rows={round.doors.map((one) => ({
          key: String(one.household),
          cells: {
            door: one.door,
            // Neighbours sign the same sheet: it must not show what those above them said.
            stance: one.asked && !one.current ? `□ ${boxes}` : t.door.heard,
            words: '\u3000'.repeat(8),
            sign: '\u3000'.repeat(4),
          },
        }))}
      />
    </div>
  );
}
