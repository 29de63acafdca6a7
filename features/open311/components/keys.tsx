import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { KeysPage, KeyView } from '../queries/keys';

const usedOf = ({ usedAt }: KeyView, locale: Locale) =>
  usedAt ? formatDate(usedAt, locale) : pick(messages, locale).keys.never;

/** The keys one below the other: who has it, since when it is used, what came by it. */
export function Keys({ page, slug, locale }: { page: KeysPage; slug: string; locale: Locale }) {
  const t = pick(messages, locale).keys;
  return (
    <>
      {page.keys.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {page.keys.map((key) => (
          <li key={key.no}>
            <a className="tap" href={to.desk(locale, slug, 'keys', key.no)}>
              {t.no(key.no)} <Written>{key.name}</Written>
            </a>
            <p className="tone-soft">
              {[
                key.withdrawnAt && `${t.withdrawn} ${formatDate(key.withdrawnAt, locale)}`,
                `${t.brought} ${t.count(key.brought)}`,
                `${t.used} ${usedOf(key, locale)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {page.mayGive && (
        <Actions>
          <ActionLink href={to.desk(locale, slug, 'keys', 'new')}>{t.give}</ActionLink>
        </Actions>
      )}
    </>
  );
}

interface Props {
  one: KeyView;
  /** Where it was given a moment ago, in this browser. */
  secret: string | null;
  mayWithdraw: boolean;
  site: string;
  slug: string;
  locale: Locale;
}

export function KeyAlone({ one, secret, mayWithdraw, site, slug, locale }: Props) {
  const t = pick(messages, locale).keys;
  const day = (by: string | null, at: Date) => [by, formatDate(at, locale)].filter(Boolean).join(' · ');
  return (
    <>
      {secret && (
        <>
          <p>{t.secretLead}</p>
          <p className="hash">{secret}</p>
        </>
      )}
      <Facts
        items={[
          { key: 'purpose', term: t.purpose, value: one.purpose },
          { key: 'given', term: t.given, value: day(one.givenBy, one.givenAt) },
          { key: 'used', term: t.used, value: usedOf(one, locale) },
          { key: 'brought', term: t.brought, value: t.count(one.brought) },
          { key: 'address', term: t.address, value: `${site}${to.open311()}` },
          { key: 'jurisdiction', term: t.jurisdiction, value: slug },
          ...(one.withdrawnAt
            ? [
                { key: 'withdrawn', term: t.withdrawn, value: day(one.withdrawnBy, one.withdrawnAt) },
                { key: 'why', term: t.reason, value: one.withdrawnWhy },
              ]
            : []),
        ]}
      />
      {mayWithdraw && one.withdrawnAt === null && (
        <Actions>
          <ActionLink href={to.desk(locale, slug, 'keys', one.no, 'withdrawal')} ghost>
            {t.withdraw}
          </ActionLink>
        </Actions>
      )}
    </>
  );
}
