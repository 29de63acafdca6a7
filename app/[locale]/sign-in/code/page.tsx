import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { proveCode } from '@/features/account/actions';
import { messages } from '@/features/account/messages';
import * as to from '@/lib/addresses';
import { requestHeld } from '@/lib/auth';
import { env } from '@/lib/env';
import { localeFrom, type P } from '@/lib/page';
import { codeOfNewcomer } from '@/lib/sign-in';

export default async function SignInCode(props: P & { searchParams: Promise<{ back?: string; waits?: string }> }) {
  const locale = localeFrom((await props.params).locale);
  const { back: asked, waits } = await props.searchParams;
  const back = to.isLocalAddress(asked) ? asked : to.me(locale);
  const t = messages[locale].signIn;
  const shown = env.demonstration ? await codeOfNewcomer(await requestHeld()) : null;
  return (
    <>
      <PageTitle title={t.codeTitle} lead={t.codeLead} />
      {waits && <Notice>{t.codeWaits}</Notice>}
      {env.demonstration && (
        <Notice kind="warn">
          <p>{shown === null ? t.demonstrationCode : messages[locale].deletion.shown(shown)}</p>
        </Notice>
      )}
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
