import { KeptForm } from '@/components/form/kept-form';
import { mePage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { changePhone } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import * as to from '@/lib/addresses';

export default mePage(({ locale, search }) => {
  const { signIn: t, data } = messages[locale];
  return (
    <>
      <PageTitle title={data.newPhone} lead={t.codeLead} />
      {search.waits && <Notice>{t.codeWaits}</Notice>}
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
