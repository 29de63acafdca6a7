import { Written } from '@/components/data/written';
import { ActionLink, Actions } from '@/components/page/section';
import { untilOf } from '@/features/orders/components/until';
import { messages as orders } from '@/features/orders/messages';
import { nextOf } from '@/features/proposals/components/next';
import { messages as proposals } from '@/features/proposals/messages';
import { ownerOf } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatUntil, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Brought } from '../queries/brought';

/** How far it is, who has it, and by when something comes next. */
function standing(one: Brought, locale: Locale): string[] {
  const { brought: t } = pick(messages, locale);
  if (one.kind === 'proposal') {
    const { states, ...words } = pick(proposals, locale);
    const roles: Readonly<Record<string, string>> = words.roles;
    const holder = ownerOf(one.state, one.termActive, one.appeal);
    const until = one.until ? [t.until(formatUntil(one.until, locale))] : [];
    const appealed = one.state === 'declined' && one.appeal ? [nextOf(one.state, one.appeal, locale)] : [];
    return [states[one.state], ...appealed, holder ? t.with(roles[holder] ?? '') : t.done, ...until];
  }
  const { states, mine } = pick(orders, locale);
  const until = one.until ? [untilOf(one.state, one.until, locale)] : [];
  return [states[one.state], one.agency ? mine.has(one.agency) : mine.nobody, ...until];
}

/** What somebody reported and proposed: each with its number, how far it is, who has it until when, and what one can say. */
export function BroughtList({ brought, locale }: { brought: readonly Brought[]; locale: Locale }) {
  const t = pick(messages, locale).brought;
  const { mine } = pick(orders, locale);
  const several = new Set(brought.map((one) => one.community)).size > 1;
  return (
    <ul className="entries">
      {brought.map((one) => {
        const here = (...rest: string[]) =>
          to.act(locale, one.community, one.kind === 'case' ? 'cases' : 'proposals', one.no, ...rest);
        return (
          <li key={`${one.community}-${one.kind}-${one.no}`}>
            <a className="tap" href={here()}>
              <Written>{one.title}</Written>
            </a>
            <p>{standing(one, locale).join(' · ')}</p>
            <p className="crumb">
              {[
                t.no[one.kind](one.no),
                several ? one[locale] : null,
                one.waits ? t.waits : null,
                t.changed(formatDate(one.changedAt, locale)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.kind === 'case' && (one.mayReopen || one.mayNudge) && (
              <Actions>
                {one.mayReopen && (
                  <ActionLink href={here('rework')} ghost>
                    {mine.unsolved}
                  </ActionLink>
                )}
                {one.mayNudge && (
                  <ActionLink href={here('nudge')} ghost>
                    {mine.nudge}
                  </ActionLink>
                )}
              </Actions>
            )}
          </li>
        );
      })}
    </ul>
  );
}
