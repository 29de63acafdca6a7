import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { byEntrance } from '@/features/alternatives/components/doors';
import { messages } from '@/features/alternatives/messages';
import { doorComparison } from '@/features/alternatives/queries/door';
import { ANSWERS, letterOf } from '@/features/alternatives/rules';
import { doorNamed } from '@/features/opinions/components/quiet';
import { messages as opinions } from '@/features/opinions/messages';
import { HomeLine } from '@/features/siteplan/components/consequence';
import { formatUntil, pick } from '@/lib/words';

export default actPage(['no', 'entrance'], async ({ locale, no, entrance, call }) => {
  const page = await doorComparison(call, { no });
  const here = page && byEntrance(page.homes).find(({ id }) => id === entrance);
  if (!page || !here) return null;
  const t = pick(messages, locale);
  const { entrance: named } = pick(opinions, locale);
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
        crumb={`${page.title} · ${page.closesAt ? t.say.until(formatUntil(page.closesAt, locale)) : ''}`}
        title={`${t.door.sheetTitle} · ${named(here.building, here.entrance)}`}
        lead={t.door.sheetLead}
      />
      {page.alternatives.map((one) => {
        const over = page.drawn?.get(one.id);
        const home = { building: here.building, entrance: here.entrance, door: null };
        return (
          <div key={one.id}>
            <p>
              <b>{t.named(letterOf(one.position), one.title)}</b> <Written>{one.summary}</Written>
            </p>
            {over && <HomeLine over={over} version={t.letter(letterOf(one.position))} home={home} locale={locale} />}
          </div>
        );
      })}
      <DataTable
        caption={named(here.building, here.entrance)}
        columns={[
          { key: 'door', label: t.door.columns.door },
          ...page.alternatives.map(({ position }) => ({ key: letterOf(position), label: letterOf(position) })),
          { key: 'takes', label: t.door.columns.takes },
          { key: 'words', label: t.door.columns.words },
          { key: 'sign', label: t.door.columns.sign },
        ]}
        rows={here.homes.map((home) => ({
          key: String(home.household),
          cells: {
            door: doorNamed(home, locale),
            // Neighbours sign the same sheet: it must not show what those above them said.
            ...Object.fromEntries(
              page.alternatives.map(({ position }) => [
                letterOf(position),
                home.state === 'heard' ? t.doors.heard : boxes(ANSWERS.map((answer) => t.answers[answer])),
              ]),
            ),
            takes: home.state === 'heard' ? '' : boxes(page.alternatives.map(({ position }) => letterOf(position))),
            words: '\u3000'.repeat(6),
            sign: '\u3000'.repeat(4),
          },
        }))}
      />
    </div>
  );
});
