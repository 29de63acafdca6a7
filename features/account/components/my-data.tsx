import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { askNewPhone } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import type { myData } from '@/features/account/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { maskedPhone } from '@/lib/phone';

/** What is kept about a person: to see, to take away, to delete. */
export function MyData({ data, locale }: { data: Awaited<ReturnType<typeof myData>>; locale: Locale }) {
  const t = messages[locale].data;
  const homes = data.homes.map(
    (home) => `${locale === 'zh' ? home.nameZh : home.nameEn} ${home.building}-${home.entrance}-${home.door}`,
  );
  return (
    <>
      <Facts
        items={[
          { key: 'name', term: t.name, value: data.name ?? t.noName },
          { key: 'phone', term: t.phone, value: data.phone ? maskedPhone(data.phone) : t.noName },
          { key: 'homes', term: t.homes, value: homes.join(' · ') || t.noHome },
        ]}
      />
      <Section title={t.export}>
        <p>{t.exportLead}</p>
        <Actions>
          <ActionLink href={`/api/me/export?as=${locale}`} ghost>
            {t.readable}
          </ActionLink>
          <ActionLink href="/api/me/export" ghost>
            {t.forMachines}
          </ActionLink>
        </Actions>
      </Section>
      <Section title={t.newPhone} id="phone">
        <KeptForm
          id="new-phone"
          action={askNewPhone}
          fields={[
            {
              kind: 'tel',
              name: 'phone',
              label: messages[locale].signIn.phone,
              autoComplete: 'tel',
            },
          ]}
          locale={locale}
          submitLabel={messages[locale].signIn.send}
          ghost
        >
          <p>{t.newPhoneLead}</p>
        </KeptForm>
      </Section>
      <Section title={t.erase}>
        <p>{t.eraseLead}</p>
        <Actions>
          <ActionLink href={to.me(locale, 'deletion')} ghost>
            {t.eraseGo}
          </ActionLink>
        </Actions>
      </Section>
    </>
  );
}
