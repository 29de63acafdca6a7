import { DataTable } from '@/components/data/table';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/meetings/messages';
import { doorHall } from '@/features/meetings/queries/door';
import { whenOf } from '@/features/programmes/messages';
import { pick } from '@/lib/words';

/** The list of one entrance on paper, with boxes to sign in. */
export default actPage(['no', 'entrance'], async ({ locale, no, entrance, call }) => {
  const one = await doorHall(call, { no, entrance });
  const [first] = one?.homes ?? [];
  if (!one || !first) return null;
  const t = pick(messages, locale);
  const { columns } = t.sheet;
  const blank = (wide: number) => '\u3000'.repeat(wide);
  return (
    <div className="a4 door-sheet">
      <PageTitle
        crumb={`${one.title} · ${whenOf(one, locale)} · ${one.place}`}
        title={`${t.sheet.title} · ${t.entrance(first.building, first.entrance)}`}
        lead={t.sheet.lead}
      />
      <DataTable
        caption={t.entrance(first.building, first.entrance)}
        columns={(['door', 'invited', 'sign', 'at'] as const).map((key) => ({ key, label: columns[key] }))}
        rows={one.homes.map((home) => ({
          key: String(home.household),
          cells: { door: home.door, invited: home.invited ? '✓' : '', sign: blank(10), at: blank(3) },
        }))}
      />
    </div>
  );
});
