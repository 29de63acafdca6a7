import { KeptForm } from '@/components/form/kept-form';
import { mePage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { confirmErasure } from '@/features/account/actions';
import { CodeShown } from '@/features/account/components/code-shown';
import { messages } from '@/features/account/messages';
import { KEEP_DAYS } from '@/features/account/rules';
import * as to from '@/lib/addresses';
import { requestHeld } from '@/lib/auth';
import { codeShown } from '@/lib/code-shown';

export default mePage(async ({ locale, person, search }) => {
  const { signIn, deletion: t, demonstrationCode: none } = messages[locale];
  const code = await codeShown(person, await requestHeld());
  const otherwise = { says: none.own, href: to.me(locale, 'deletion'), label: t.title };
  return (
    <>
      <PageTitle title={t.codeTitle} lead={code ? undefined : signIn.codeLead} />
      {search.waits && <Notice>{signIn.codeWaits}</Notice>}
      <CodeShown code={code} otherwise={otherwise} locale={locale} />
      <KeptForm
        id="confirm-erasure"
        action={confirmErasure}
        fields={[
          {
            kind: 'text',
            name: 'code',
            label: signIn.code,
            hint: signIn.codeHint,
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
          },
          { kind: 'checkbox', name: 'understood', label: t.tick(KEEP_DAYS) },
        ]}
        locale={locale}
        submitLabel={t.submit}
        danger
        cancel={{ href: to.me(locale, 'data'), label: t.notNow }}
      />
    </>
  );
});
