import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { askOwnCode, keepData, signOut } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import { KEEP_DAYS } from '@/features/account/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate } from '@/lib/words';

interface Props {
  /** Why something stays, each reason once. */
  kept: readonly string[];
  /** Of a demonstration. */
  identity: boolean;
  locale: Locale;
}

/** What goes, what stays and why, before anything is asked. */
export function Deletion({ kept, identity, locale }: Props) {
  const { deletion: t, data } = messages[locale];
  const crumb = <a href={to.me(locale, 'data')}>{data.title}</a>;
  return (
    <>
      <PageTitle crumb={crumb} title={t.title} lead={t.lead(KEEP_DAYS)} />
      {identity && <Notice>{t.identity}</Notice>}
      <Section title={t.goes}>
        <ul className="entries">
          {t.gone.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.stays}>
        <ul className="entries">
          {kept.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Actions>
        <ActionLink href={`/api/me/export?as=${locale}`} ghost>
          {t.export}
        </ActionLink>
      </Actions>
      <KeptForm
        id="own-code"
        action={askOwnCode}
        locale={locale}
        submitLabel={t.send}
        cancel={{ href: to.me(locale, 'data'), label: data.title }}
      >
        <p>{t.sendLead}</p>
      </KeptForm>
    </>
  );
}

/** Whoever comes back before it is done keeps it, or goes again. */
export function Leaving({ at, locale }: { at: Date; locale: Locale }) {
  const { deletion: t } = messages[locale];
  return (
    <>
      <PageTitle title={t.leavingTitle} lead={t.leaving(formatDate(at, locale))} />
      <KeptForm id="keep" action={keepData} locale={locale} submitLabel={t.keep} />
      <form action={signOut} className="form">
        <input type="hidden" name="locale" value={locale} />
        <button type="submit" className="btn btn-ghost">
          {t.goOn}
        </button>
      </form>
    </>
  );
}
