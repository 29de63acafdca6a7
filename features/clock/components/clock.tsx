import { PlainForm } from '@/components/form/plain-form';
import { messages } from '@/features/clock/messages';
import { waitingOf } from '@/features/clock/queries';
import { LEGWORK, type Legwork, legworkOf, type Stop, snowOf, stopsOf } from '@/features/clock/rules';
import type { Locale } from '@/lib/edition';
import { env } from '@/lib/env';
import { communityNamed, type WaitsFor } from '@/lib/site';
import { formatDate, formatUntil, pick } from '@/lib/words';

const whenOf = ({ name, at }: Stop, locale: Locale) =>
  name === 'round_end' || name === 'notice_end' ? formatUntil(at, locale) : formatDate(at, locale);

interface Props {
  slug: string;
  locale: Locale;
}

/** The buttons under the day; a page that does not know what is waited for goes on to what comes next. */
function Days({
  slug,
  locale,
  now,
  stops,
  legwork = LEGWORK,
}: Props & { now: Date; stops?: readonly Stop[]; legwork?: readonly Legwork[] }) {
  const t = pick(messages, locale);
  const ways = stops?.map((stop): [string, string] => [
    stop.name,
    t.stops[stop.name](whenOf(stop, locale), formatDate(snowOf(stop), locale)),
  ]);
  return (
    <PlainForm id="clock" action="/api/clock" locale={locale} className="clock">
      <details>
        <summary>
          <span>{t.today(formatDate(now, locale))}</span> <span>{t.on}</span>
        </summary>
        <p>{t.lead}</p>
        <input type="hidden" name="community" value={slug} />
        <input type="hidden" name="locale" value={locale} />
        {(ways ?? Object.entries(t.unknown)).map(([name, label]) => (
          <button key={name} type="submit" className="btn btn-ghost" name="to" value={name}>
            {label}
          </button>
        ))}
        {legwork.length > 0 && <p>{t.legworkLead}</p>}
        {legwork.map((name) => (
          <button key={name} type="submit" className="btn btn-ghost" name="to" value={name}>
            {t.legwork[name]}
          </button>
        ))}
      </details>
    </PlainForm>
  );
}

/** What day it is in this community of a demonstration, and buttons that move its clock; nothing anywhere else. */
export async function Clock(props: Props) {
  const waiting = waitingOf(await communityNamed(props.slug));
  return waiting ? <Days {...props} now={waiting.now} stops={stopsOf(waiting)} legwork={legworkOf(waiting)} /> : null;
}

/** The same where what it waits for is known already. */
export function ClockOf({ waitsFor, ...props }: Props & { waitsFor: WaitsFor | null }) {
  const waiting = waitingOf({ waitsFor });
  return waiting ? <Days {...props} now={waiting.now} stops={stopsOf(waiting)} legwork={legworkOf(waiting)} /> : null;
}

/** The same where nothing more is to be asked of the database. */
export const ClockAt = ({ now, ...props }: Props & { now: Date }) =>
  env.demonstration ? <Days {...props} now={now} /> : null;
