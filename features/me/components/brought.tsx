import { Written } from '@/components/data/written';
import { messages as proposals } from '@/features/proposals/messages';
import { ownerOf } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Brought } from '../queries/brought';

/** What somebody reported and proposed: each with its number, how far it is, and who has it. */
export function BroughtList({ brought, locale }: { brought: readonly Brought[]; locale: Locale }) {
  const t = pick(messages, locale).brought;
  const { states, ...words } = pick(proposals, locale);
  const roles: Readonly<Record<string, string>> = words.roles;
  const several = new Set(brought.map((one) => one.community)).size > 1;
  const holderOf = (one: Brought) => (one.state ? ownerOf(one.state, one.termActive) : 'social-worker');
  return (
    <ul className="entries">
      {brought.map((one) => {
        const holder = holderOf(one);
        const place = one.kind === 'case' ? 'cases' : 'proposals';
        return (
          <li key={`${one.community}-${one.kind}-${one.no}`}>
            <a className="tap" href={to.act(locale, one.community, place, one.no)}>
              <Written>{one.title}</Written>
            </a>
            <p>
              {t.no[one.kind](one.no)} · {one.waits ? t.waits : t.hangs}
              {one.state && ` · ${states[one.state]}`}
            </p>
            <p className="crumb">
              {several && `${one[locale]} · `}
              {t.since(formatDate(one.at, locale))} · {holder ? t.with(roles[holder] ?? '') : t.done}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
