import { KeptForm } from '@/components/form/kept-form';
import { mePage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { changePhone } from '@/features/account/actions';
import { CodeShown } from '@/features/account/components/code-shown';
import { messages } from '@/features/account/messages';
import * as to from '@/lib/addresses';
import { requestHeld } from '@/lib/auth';
import { codeOfNewcomer, codeShown } from '@/lib/code-shown';

export default mePage(async ({ locale, person, search }) => {
  const { signIn: t, data, demonstrationCode: none } = messages[locale];
  const request = await requestHeld();
  const code = (await codeShown(person, request)) ?? (await codeOfNewcomer(request));
  const otherwise = { says: none.phone, href: to.me(locale, 'data'), label: data.title };
  return (
    <>
      <PageTitle title={data.newPhone} lead={code ? undefined : t.codeLead} />
      {search.waits && <Notice>{t.codeWaits}</Notice>}
      <CodeShown code={code} otherwise={otherwise} locale={locale} />
      <KeptForm
        action={changePhone}
        fields={[
          {
            kind: 'text',
            name: 'code',
            label: data.newPhoneCode,
            hint: t.codeHint,
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
          },
        ]}
        locale={locale}
        submitLabel={data.newPhoneSubmit}
        cancel={{ href: to.me(locale, 'data'), label: t.again }}
      />
    </>
  );
});
