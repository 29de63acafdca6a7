import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/desk/messages';
import type { DeskLife, DeskStanding } from '@/features/desk/queries';
import { rooms } from '@/features/rooms';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { Words } from './said';
import { addressOf, countOf, labelOf, officesOf, reasonOf } from './words';

interface Props {
  life: DeskLife;
  slug: string;
  locale: Locale;
}

/** An act with how many and by when. */
function said(one: DeskStanding, { locale }: Props): string {
  const { due } = one;
  const day = due ? pick(messages, locale).today.due(formatDate(due, locale)) : '';
  return [labelOf(one.wording, locale), countOf(one.wording, one.count, locale), day].filter(Boolean).join(' · ');
}

/** What whoever reads it can do now: the one or two acts it waits for as buttons, the rest as links. */
export function Next(props: Props) {
  const { life, slug, locale } = props;
  const t = pick(messages, locale).page;
  const mine = life.acts.filter((one) => one.block === null);
  const late = (one: DeskStanding) => (one.due && one.due <= life.now ? 0 : 1);
  const wanted = mine.filter((one) => one.needed).sort((a, b) => late(a) - late(b));
  const first = wanted.slice(0, 2);
  const rest = mine.filter((one) => !first.includes(one));
  return (
    <Section title={t.next} id="next">
      {first.length === 0 && <p>{t.nothing}</p>}
      {first.length > 0 && (
        <Actions>
          {first.map((one, index) => (
            <ActionLink key={one.act} href={addressOf(one, { slug, locale })} ghost={index > 0}>
              {said(one, props)}
            </ActionLink>
          ))}
        </Actions>
      )}
      <Words words={mine.flatMap((one) => (one.needed ? one.words : []))} />
      {rest.length > 0 && (
        <>
          <h3 className="also">{t.also}</h3>
          <ul className="ways">
            {rest.map((one) => (
              <li key={`${one.act}-${one.path.join('/')}`}>
                <a className="tap" href={addressOf(one, { slug, locale })}>
                  {said(one, props)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const waiting = (read: Pick<DeskLife, 'facts' | 'now'> & { locale: Locale }) =>
  rooms.flatMap(({ desk }) => desk?.waits?.(read) ?? []);

/** For whom else it waits: offices, households, and the clock. */
export function Others(props: Props) {
  const { life, locale } = props;
  const { facts, now } = life;
  const t = pick(messages, locale).page;
  const lines = life.acts
    .filter((one) => one.needed && one.block !== null && one.by.length > 0)
    .map((one) => {
      const offices = officesOf(one.by, locale);
      const whose = one.block?.code === 'not_allowed' ? offices : t.otherPerson(offices);
      return { key: `${one.act}-${one.path.join('/')}`, text: t.whose(whose, said(one, props)) };
    });
  lines.push(...waiting({ facts, now, locale }));
  return (
    <Section title={t.others} id="others">
      {lines.length === 0 && <p>{t.nobody}</p>}
      <ul className="ways">
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What cannot be done now, folded away, each with the reason. */
export function NotNow({ life, locale }: Props) {
  const t = pick(messages, locale);
  const blocked = life.acts.filter((one) => one.block !== null);
  return (
    <details>
      <summary>{t.page.blocked(blocked.length)}</summary>
      <ul className="entries">
        {blocked.map((one) => (
          <li key={`${one.act}-${one.path.join('/')}`}>
            {labelOf(one.wording, locale)}
            <p className="crumb">{reasonOf(one, locale)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
