import { DataTable } from '@/components/data/table';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { doorNamed } from '@/features/opinions/components/quiet';
import { messages } from '@/features/opinions/messages';
import { doorRound } from '@/features/opinions/queries/door';
import { STANCES } from '@/features/opinions/rules';
import { HomeLine } from '@/features/siteplan/components/consequence';
import { formatUntil, pick, roundMark } from '@/lib/words';

export default actPage(['no', 'entrance'], async ({ locale, no, entrance, call }) => {
  const round = await doorRound(call, { no, entrance });
  const first = round?.doors[0];
  if (!round || !first) return null;
  const t = pick(messages, locale);
  const { door, stance, words, sign } = t.door.columns;
  const { home, refused, signed, read, by } = t.door.sheetBoxes;
  const boxes = (all: readonly string[]) => (
    <span className="boxes">
      {all.map((one) => (
        <span key={one}>□{one}</span>
      ))}
    </span>
  );
  return (
    <div className="a4 door-sheet">
      <PageTitle
        crumb={`${round.title} · ${t.round(roundMark(round.k, locale))} · ${t.door.until(formatUntil(round.closesAt, locale))}`}
        title={`${t.door.sheetTitle} · ${t.entrance(first.building, first.entrance)}`}
        lead={t.door.sheetLead}
      />
      <p>
        <b>{t.act.plan(round.version, round.planTitle)}</b> {round.planSummary}
      </p>
      {round.over && (
        <HomeLine over={round.over} version={round.version} home={{ ...first, door: null }} locale={locale} />
      )}
      <DataTable
        caption={t.entrance(first.building, first.entrance)}
        columns={[
          { key: 'door', label: door },
          { key: 'stance', label: stance },
          { key: 'words', label: words },
          { key: 'when', label: t.door.sheetWhen },
          { key: 'sign', label: sign },
        ]}
        rows={round.doors.map((one) => ({
          key: String(one.household),
          cells: {
            door: doorNamed(one, locale),
            // Neighbours sign the same sheet: it must not show what those above them said.
            stance:
              one.asked && !one.current ? boxes([...STANCES.map((one) => t.doors[one]), home, refused]) : t.door.heard,
            words: '\u3000'.repeat(8),
            when: '\u3000'.repeat(2),
            sign: one.asked && !one.current ? boxes([signed, read, `${by}\u3000\u3000`]) : '\u3000'.repeat(4),
          },
        }))}
      />
    </div>
  );
});
