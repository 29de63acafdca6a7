import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { drawObjection } from '@/features/objections/actions';
import { drawFields } from '@/features/objections/components/fields';
import { groundName } from '@/features/objections/components/sheet';
import { suggestions } from '@/features/objections/rules/draw';
import { Act } from '@/features/proposals/components/act';
import { keptOf } from '@/lib/kept';
import { placeIn } from '@/lib/place-name';
import { objectionsPage } from '../objection-page';

/** What is about to be put together, and of how many households, before it is. */
export default objectionsPage(async ({ locale, sheet, t, mayAnswer, crumb, cancel, search, form }) => {
  const ticked = Object.keys(search).flatMap((name) => /^opinions\.([\d-]+)$/.exec(name)?.[1] ?? []);
  const wanted = new Set((ticked.join('-') || ((await keptOf('form'))?.opinions ?? '')).split('-').map(Number));
  const chosen = sheet.undrawn.filter((one) => wanted.has(one.id));
  const alike = suggestions(chosen);
  const words = alike.flat();
  const [first] = chosen;
  const group = placeIn(sheet.groups.find((one) => one.position === first?.group)?.name ?? '', locale);
  const ground = chosen.find((one) => one.ground)?.ground ?? null;
  const blocked = !mayAnswer ? t.desk.who : chosen.length === 0 ? t.desk.chooseFirst : null;
  return (
    <Act
      crumb={crumb}
      title={t.desk.draw}
      lead={chosen.length > 0 ? t.desk.drawing(words.length, chosen.length) : undefined}
      blocked={blocked}
    >
      <p>{t.desk.cluster(group, ground ? groundName(ground, locale) : t.desk.condition)}</p>
      <ul>
        {words.map((one) => (
          <li key={one.ids[0]}>{t.desk.wordsOf(one.words || t.desk.noWords, one.ids.length)}</li>
        ))}
      </ul>
      {alike.length > 1 && (
        <Notice kind="warn">
          <p>{t.desk.notAlike(alike.map(([one]) => one?.words || t.desk.noWords))}</p>
        </Notice>
      )}
      <p>{t.desk.afterDrawing}</p>
      <KeptForm
        action={drawObjection}
        fields={drawFields(ground, locale)}
        submitLabel={t.desk.drawAll(chosen.length)}
        {...form}
        about={{ ...form.about, opinions: chosen.map((one) => one.id).join('-') }}
        cancel={cancel}
      />
    </Act>
  );
});
