import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { keepShift, offerShift, returnShift, showName, takeShift } from '@/features/stewards/actions';
import { messages } from '@/features/stewards/messages';
import type { Service } from '@/features/stewards/queries/mine';
import { hoursOf } from '@/features/stewards/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatList, formatWeekday, pick } from '@/lib/words';

interface Props {
  service: Service;
  locale: Locale;
}

/** That somebody has to be there today, where they come for something else; nothing on other days. */
export function OnDutyToday({ turns, locale }: { turns: Service['turns']; locale: Locale }) {
  const { me: t, parts } = pick(messages, locale);
  const today = turns.filter((turn) => turn.today && (turn.others ? turn.standIn : !turn.offered));
  if (today.length === 0) return null;
  return (
    <Notice
      title={t.today(
        formatList(
          today.map(({ part }) => parts[part]),
          locale,
        ),
      )}
    />
  );
}

/** One's part in one team; of one that one has left, the hours. */
export function OwnService({ service, locale }: Props) {
  const { me: t, parts, board } = pick(messages, locale);
  const form = { community: service.community, locale };
  const where = service.areas.map((one) => `${board.building(one.building)} ${board.entrance(one.entrance)}`);
  const own = service.turns.filter((turn) => !turn.others || turn.standIn);
  const others = service.turns.filter((turn) => turn.others && !turn.standIn);
  const when = (turn: { day: string; part: keyof typeof parts }) =>
    `${formatWeekday(turn.day, locale)} ${parts[turn.part]}`;
  return (
    <>
      <p>
        {t.hours(service.times, hoursOf(service.minutes))}{' '}
        {service.times > 0 && (
          <a className="tap" href={to.me(locale, 'service', service.community)}>
            {t.certificate}
          </a>
        )}
      </p>
      {service.to !== null ? (
        <p className="tone-soft">{t.left(formatDate(service.to, locale))}</p>
      ) : (
        <>
          <p>{where.length > 0 ? t.areas(formatList(where, locale), formatDate(service.from, locale)) : t.areasNone}</p>
          {where.length > 0 && (
            <p>
              <a className="tap" href={to.act(locale, service.community, 'visits')}>
                {t.visits}
              </a>
            </p>
          )}
          <h3 className="also">{t.turns}</h3>
          {own.length === 0 && <p>{t.turnsNone}</p>}
          <ul className="entries">
            {own.map((turn) => (
              <li key={turn.id}>
                <p>
                  <strong>{when(turn)}</strong>
                  {turn.others && ` · ${t.iStandIn}`}
                  {!turn.others && turn.offered && ` · ${turn.standIn ? t.standsIn : t.offered}`}
                </p>
                {turn.offered && turn.others === turn.standIn && (
                  <KeptForm
                    {...form}
                    id={`back-${turn.id}`}
                    action={turn.others ? returnShift : keepShift}
                    about={{ shift: turn.id }}
                    submitLabel={turn.others ? t.giveBack : t.keep}
                    ghost
                  />
                )}
                {!turn.offered && (
                  <KeptForm
                    {...form}
                    id={`offer-${turn.id}`}
                    action={offerShift}
                    about={{ shift: turn.id }}
                    fields={[{ kind: 'text', name: 'words', label: t.offerWords, hint: t.offerWordsHint }]}
                    submitLabel={t.offer}
                    ghost
                  />
                )}
              </li>
            ))}
          </ul>
          {others.length > 0 && (
            <>
              <h3 className="also">{t.others}</h3>
              <ul className="entries">
                {others.map((turn) => (
                  <li key={turn.id}>
                    <p>
                      <strong>{when(turn)}</strong> <Written>{turn.offerWords}</Written>
                    </p>
                    <KeptForm
                      {...form}
                      id={`take-${turn.id}`}
                      action={takeShift}
                      about={{ shift: turn.id }}
                      submitLabel={t.take}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
          <KeptForm
            {...form}
            id={`name-${service.id}`}
            action={showName}
            about={{ steward: service.id }}
            fields={[{ kind: 'text', name: 'name', label: t.name, hint: t.nameHint, defaultValue: service.shownName }]}
            submitLabel={t.nameSubmit}
            ghost
          />
        </>
      )}
    </>
  );
}
