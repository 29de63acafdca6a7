import { ActionForm } from '@/components/form/action-form';
import { PageTitle } from '@/components/page/title';
import { changePhone } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function NewPhone({ params }: P) {
  const locale = localeFrom((await params).locale);
  await requirePerson(locale, to.me(locale, 'phone'));
  const { signIn: t, data } = messages[locale];
  return (
    <>
      <PageTitle title={data.newPhone} lead={t.codeLead} />
      <ActionForm
        action={changePhone}
        fields={[
          {
            ...{ kind: 'text', name: 'code', label: data.newPhoneCode, hint: t.codeHint, required: true },
            ...{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12 },
          },
        ]}
        hidden={{ locale }}
        locale={locale}
        submitLabel={data.newPhoneSubmit}
        cancel={{ href: to.me(locale, 'data'), label: t.again }}
      />
    </>
  );
}
