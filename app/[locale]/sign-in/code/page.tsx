import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { proveCode } from '@/features/account/actions';
import { CodeShown } from '@/features/account/components/code-shown';
import { messages } from '@/features/account/messages';
import * as to from '@/lib/addresses';
import { requestHeld } from '@/lib/auth';
import { codeOfNewcomer } from '@/lib/code-shown';
import { localeFrom, type P } from '@/lib/page';

export default async function SignInCode(props: P & { searchParams: Promise<{ back?: string; waits?: string }> }) {
  const locale = localeFrom((await props.params).locale);
  const { back: asked, waits } = await props.searchParams;
  const back = to.isLocalAddress(asked) ? asked : to.me(locale);
  const { signIn: t, demonstrationCode: none } = messages[locale];
  const code = await codeOfNewcomer(await requestHeld());
  const otherwise = { says: none.signIn, href: to.signIn(locale, back), label: none.toSignIn };
  return (
    <>
      <PageTitle title={t.codeTitle} lead={t.codeLead} />
      {waits && <Notice>{t.codeWaits}</Notice>}
      <CodeShown code={code} otherwise={otherwise} locale={locale} />
      <KeptForm
        action={proveCode}
        fields={[
          {
            kind: 'text',
            name: 'code',
            label: t.code,
            hint: t.codeHint,
            inputMode: 'numeric',
            autoComplete: 'one-time-code',
          },
        ]}
        back={back}
        locale={locale}
        submitLabel={t.enter}
        cancel={{ href: to.signIn(locale, back), label: t.again }}
      />
    </>
  );
}
