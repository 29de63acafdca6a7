import { Facts } from '@/components/data/facts';
import { Pager } from '@/components/data/pager';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { endResidency, takeBackJoin } from '@/features/people/actions';
import * as acts from '@/features/people/acts';
import { messages } from '@/features/people/messages';
import type { ResidentView, resident } from '@/features/people/queries/residents';
import { whyNot } from '@/lib/act';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { formatDate } from '@/lib/words';

interface ListProps {
  residents: readonly ResidentView[];
  locale: Locale;
  /** Below which each has its own addresses. */
  href: string;
  /** A social worker also ends what was long ago. */
  ends?: boolean;
  previous?: string;
  next?: string;
}

/** Who is registered where, each with what can be done about it. */
export function Residents({ residents, locale, href, ends, previous, next }: ListProps) {
  const { residents: t, home } = messages[locale];
  if (residents.length === 0) return <Empty text={t.none} />;
  return (
    <>
      <ul className="entries">
        {residents.map((one) => (
          <li key={one.id}>
            <strong>{one.name ?? t.nameless}</strong> {home(one.building, one.entrance, one.door)}
            <p className="crumb">
              {t.since(formatDate(one.from, locale), one.by)}
              {one.to && ` · ${t.over(formatDate(one.to, locale))}`}
            </p>
            {!one.to && (
              <Actions>
                {one.recent && (
                  <ActionLink href={`${href}/${one.id}/taking-back`} ghost>
                    {t.takeBack}
                  </ActionLink>
                )}
                {ends && (
                  <ActionLink href={`${href}/${one.id}/revocation`} ghost>
                    {t.end}
                  </ActionLink>
                )}
              </Actions>
            )}
          </li>
        ))}
      </ul>
      <Pager locale={locale} {...(previous ? { previous } : {})} {...(next ? { next } : {})} />
    </>
  );
}

interface OneProps {
  resident: NonNullable<Awaited<ReturnType<typeof resident>>>;
  act: 'takeBack' | 'end';
  community: string;
  locale: Locale;
  back: string;
}

/** Their registration taken back or ended: what that costs, what stays, and the reason they are told. */
export function ResidentOver({ resident: { asked, ...one }, act, community, locale, back }: OneProps) {
  const { residents: t, home } = messages[locale];
  const does = { takeBack: acts.takeBackJoin, end: acts.endResidency }[act];
  const why = whyNot<acts.Resident, string>(does, asked);
  const crumb = <a href={back}>{t.title}</a>;
  if (why) return <PageTitle crumb={crumb} title={t[act]} lead={inWords(why, locale, messages).message} />;
  const form = {
    community,
    locale,
    about: { resident: one.id },
    submitLabel: t[act],
    danger: true as const,
    cancel: { href: back, label: t.title },
  };
  const fields = [{ kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint }] as const;
  return (
    <>
      <PageTitle crumb={crumb} title={t[act]} lead={act === 'end' ? t.endLead : t.takeBackLead} />
      <Facts
        items={[
          { key: 'who', term: t.who, value: one.name ?? t.nameless },
          { key: 'home', term: t.home, value: home(one.building, one.entrance, one.door) },
          { key: 'since', term: t.registered, value: t.since(formatDate(one.from, locale), one.by) },
        ]}
      />
      <Undoes losses={does.undoes?.(asked.facts, asked.now)} locale={locale} />
      <p>{t.kept}</p>
      {act === 'end' ? (
        <KeptForm action={endResidency} fields={[...fields]} {...form} />
      ) : (
        <KeptForm action={takeBackJoin} fields={[...fields]} {...form} back={back} />
      )}
    </>
  );
}
