import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages } from '@/features/repairs/messages';
import type { DeskRepair } from '@/features/repairs/queries/desk';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

type Unit = DeskRepair['units'][number];

/** What was done in a home, one after the other. */
interface Step {
  id: number;
  step: keyof (typeof messages)['zh']['own']['step'];
  note: string;
  day: string | null;
  recorded: boolean;
  at: Date;
}

/** What was worked on stands on the day of the work, whenever it was reported; the day with a refusal is the one it is mended by. */
const dayOf = ({ step, day, at }: Step) => ((step === 'looked' || step === 'repaired') && day !== null ? day : at);

export function Steps({ steps, locale }: { steps: readonly Step[]; locale: Locale }) {
  const t = pick(messages, locale);
  return (
    <ol className="entries">
      {steps.map((one) => (
        <li key={one.id}>
          <strong>{t.own.step[one.step]}</strong> <span className="crumb">{formatDate(dayOf(one), locale)}</span>
          {one.recorded && t.own.recorded}
          {one.note && (
            <p>
              <Written>{one.note}</Written>
            </p>
          )}
          {one.step === 'refused' && one.day && <p>{t.desk.by(formatDate(one.day, locale))}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The day it was repaired last and what was done, as people write a day. */
export function repairedIn(said: string, locale: Locale): string {
  const [day = '', ...note] = said.split(' ');
  return [formatDate(day, locale), ...note].join(' ');
}

/** A home as it is called at the desk. */
export const homeOf = (one: Pick<Unit, 'building' | 'entrance' | 'door'>): string =>
  `${one.building}-${one.entrance}-${one.door}`;

/** How far one home is, with the days that belong to it. */
function standing(one: Unit, locale: Locale): string {
  const t = pick(messages, locale);
  return [
    t.states[one.state],
    one.repairOn && t.desk.by(formatDate(one.repairOn, locale)),
    one.state === 'confirmed' && one.warrantyTo && t.desk.until(formatDate(one.warrantyTo, locale)),
    one.again > 0 && t.desk.again(one.again),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Homes({ units, href, locale }: { units: readonly Unit[]; href: (id: number) => string; locale: Locale }) {
  return (
    <ul className="entries">
      {units.map((one) => (
        <li key={one.id}>
          <a className="tap" href={href(one.id)}>
            {homeOf(one)}
          </a>
          　<Written>{one.what}</Written>
          <p className={one.state === 'refused' ? 'tone-seal' : one.state === 'confirmed' ? 'tone-jade' : 'tone-soft'}>
            {standing(one, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  found: DeskRepair;
  /** The address of the list, and of the page it stands on. */
  list: string;
  path: string;
  locale: Locale;
}

/** Every home on the list, batch by batch. */
export function UnitList({ found, list, path, locale }: Props) {
  const t = pick(messages, locale).desk;
  const { units, batches, next } = found;
  const href = (id: number) => `${list}/homes/${id}`;
  const loose = units.filter((one) => one.batch === null);
  return (
    <>
      {units.length === 0 && <p>{t.none}</p>}
      {batches
        .filter(({ id }) => units.some(({ batch }) => batch === id))
        .map((batch) => (
          <Section key={batch.id} title={t.batch(batch.no, batch.contractor)} id={`batch-${batch.no}`}>
            <p className="crumb">{t.days(formatDate(batch.from, locale), formatDate(batch.to, locale))}</p>
            <Homes units={units.filter((one) => one.batch === batch.id)} href={href} locale={locale} />
          </Section>
        ))}
      {loose.length > 0 && (
        <Section title={t.loose} id="loose">
          <Homes units={loose} href={href} locale={locale} />
        </Section>
      )}
      <Pager locale={locale} {...(next !== null && { next: `${path}?after=${next}` })} />
    </>
  );
}

/** To tick homes by. */
export const unitOptions = (units: readonly Unit[]) =>
  units.map((one) => ({ value: String(one.id), label: `${homeOf(one)}　${one.what}` }));
