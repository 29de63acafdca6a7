import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle, StateBadge } from '@/components/page/title';
import { messages } from '@/features/stewards/messages';
import type { Building, boardStewards, Called, Turn } from '@/features/stewards/queries/board';
import type { Locale } from '@/lib/edition';
import { formatList, formatWeekday, pick } from '@/lib/words';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardStewards>>>;
  telephone: string;
  locale: Locale;
}

/** As they want to be called; else what they are of the team. */
export function Name({ who, locale }: { who: Called; locale: Locale }) {
  const kind = pick(messages, locale).kinds[who.kind];
  return who.name ? (
    <>
      <Written>{who.name}</Written> <span className="tone-soft">{kind}</span>
    </>
  ) : (
    kind
  );
}

function Turns({ turns, locale }: { turns: readonly Turn[]; locale: Locale }) {
  const t = pick(messages, locale);
  return (
    <ul className="ways">
      {turns.map((turn, at) => (
        <li key={`${turn.day}-${turn.part}-${String(at)}`}>
          {`${t.parts[turn.part]}: `}
          {turn.who ? <Name who={turn.who} locale={locale} /> : <StateBadge tone="ochre">{t.board.gapTurn}</StateBadge>}
        </li>
      ))}
    </ul>
  );
}

/** Entrances of a building that have the same steward, in one line. */
function together(doors: Building['doors']) {
  const lines: { who: Called; entrances: number[] }[] = [];
  for (const { entrance, ...who } of doors) {
    const same = lines.find((line) => line.who.name === who.name && line.who.kind === who.kind);
    if (same?.entrances.includes(entrance)) continue;
    if (same) same.entrances.push(entrance);
    else lines.push({ who, entrances: [entrance] });
  }
  return lines;
}

/** Who is on duty, and who looks after which entrance. */
export function StewardBoard({ page, telephone, locale }: Props) {
  const { board: t } = pick(messages, locale);
  const days = [...new Set(page.rota.map(({ day }) => day))].filter((day) => day !== page.today);
  const on = (day: string) => page.rota.filter((turn) => turn.day === day);
  const looked = page.buildings.filter(({ covered }) => covered > 0);
  const nobody = page.buildings.filter(({ covered }) => covered === 0);
  return (
    <>
      <PageTitle title={t.title} lead={looked.length > 0 ? t.lead : t.none} />
      <div className="beside">
        <div>
          <Section title={t.doors} id="doors" brief={t.coveredOf(looked.length, page.buildings.length)}>
            <ul className="entries">
              {looked.map((one) => (
                <li key={one.id}>
                  <h3>{t.building(one.building)}</h3>
                  {together(one.doors).map(({ who, entrances }) => (
                    <p key={entrances.join('-')}>
                      {`${t.entrances(entrances)}: `}
                      <Name who={who} locale={locale} />
                    </p>
                  ))}
                  {one.covered < one.entrances && <p className="tone-soft">{t.gap(one.entrances - one.covered)}</p>}
                </li>
              ))}
              {nobody.length > 0 && (
                <li>
                  <h3>{t.nobody}</h3>
                  <p>
                    {formatList(
                      nobody.map(({ building }) => t.building(building)),
                      locale,
                    )}
                  </p>
                </li>
              )}
            </ul>
          </Section>
        </div>
        <div>
          <Section title={t.today} id="today">
            {on(page.today).length === 0 ? <p>{t.todayNone}</p> : <Turns turns={on(page.today)} locale={locale} />}
          </Section>
          {telephone && (
            <Section title={t.call} id="call">
              <p className="telephone">
                <Ring number={telephone} />
              </p>
              <p>{t.join}</p>
            </Section>
          )}
          {days.length > 0 && (
            <Section title={t.week} id="days" brief={t.coming(days.length)}>
              {days.map((day) => (
                <div key={day}>
                  <h3>{formatWeekday(day, locale)}</h3>
                  <Turns turns={on(day)} locale={locale} />
                </div>
              ))}
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
