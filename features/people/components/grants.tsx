import { DataTable } from '@/components/data/table';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import type { GrantView, grantsPage } from '@/features/people/queries/grants';
import { givenHere } from '@/features/people/rules';
import type { Role } from '@/lib/actor';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays } from '@/lib/words';

type Page = NonNullable<Awaited<ReturnType<typeof grantsPage>>>;
type Props = { page: Page; community: string; locale: Locale };

/** The last moment of a day it is still held: `to` is the midnight after. */
const lastDay = (until: Date): Date => new Date(until.getTime() - 1);

const revocable = (grant: GrantView): boolean => !grant.mine && (givenHere as readonly Role[]).includes(grant.role);

export function Grants({ page, community, locale }: Props) {
  const { grants: t, roles, entrance } = messages[locale];
  const current = page.grants.filter((grant) => grant.current);
  return (
    <>
      <DataTable
        caption={t.current}
        empty={t.none}
        columns={[
          { key: 'name', label: t.name },
          { key: 'role', label: t.role },
          { key: 'where', label: t.where },
          { key: 'until', label: t.untilField },
          { key: 'act', label: t.revoke },
        ]}
        rows={current.map((grant) => ({
          key: String(grant.id),
          cells: {
            name: grant.name,
            role: roles[grant.role] ?? grant.role,
            where: grant.building && grant.entrance !== null ? entrance(grant.building, grant.entrance) : t.whole,
            until: grant.to ? t.until(formatDate(lastDay(grant.to), locale)) : t.open,
            act: (
              <>
                {page.secretary && revocable(grant) && (
                  <a className="tap" href={to.desk(locale, community, 'grants', grant.id, 'revocation')}>
                    {t.revoke}
                  </a>
                )}{' '}
                {grant.closable && (
                  <a className="tap" href={to.desk(locale, community, 'grants', grant.id, 'handover')}>
                    {t.handover}
                  </a>
                )}
              </>
            ),
          },
        }))}
      />
      {page.secretary && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'grants', 'new')}>{t.give}</ActionLink>
          <ActionLink href={to.desk(locale, community, 'captains')} ghost>
            {t.giveMany}
          </ActionLink>
        </Actions>
      )}
      <Section title={t.terms}>
        {page.terms.length === 0 && <p>{t.noTerms}</p>}
        <ul>
          {page.terms.map((term) => (
            <li key={term.id}>
              {term.name} · {term.cohort} · {formatDays(term.from, term.to, locale)}
              {term.post && ` · ${term.post}`}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
