import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { askCode } from '@/features/account/actions';
import { Identities } from '@/features/account/components/identities';
import { messages } from '@/features/account/messages';
import { identities } from '@/features/account/queries';
import { Clock } from '@/features/clock/components/clock';
import { CARRIED_ON } from '@/features/clock/rules';
import * as to from '@/lib/addresses';
import { hasAsked } from '@/lib/auth';
import { readDay } from '@/lib/calendar';
import { env } from '@/lib/env';
import { localeFrom, type P } from '@/lib/page';
import { formatDate } from '@/lib/words';
import { telephoneFor } from './telephone';

export default async function SignIn(
  props: P & { searchParams: Promise<{ back?: string; kept?: string; until?: string }> },
) {
  const locale = localeFrom((await props.params).locale);
  const { back: asked, kept, until } = await props.searchParams;
  const back = to.isLocalAddress(asked) ? asked : to.me(locale);
  const { signIn: t, deletion } = messages[locale];
  const day = readDay(until ?? '');
  const leaves = 'day' in day ? day.day : null;
  const telephone = await telephoneFor(back);
  const known = env.demonstration ? await identities(undefined) : [];
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {kept && <Notice>{t.kept}</Notice>}
      {leaves && (
        <Notice>
          <p>{deletion.done(formatDate(leaves, locale))}</p>
          {env.demonstration && <p>{deletion.doneIdentity}</p>}
        </Notice>
      )}
      <KeptForm
        action={askCode}
        fields={[
          {
            kind: 'tel',
            name: 'phone',
            label: t.phone,
            hint: t.phoneHint,
            autoComplete: 'tel',
          },
        ]}
        back={back}
        locale={locale}
        submitLabel={t.send}
        {...((await hasAsked()) && { cancel: { href: to.signInCode(locale, back), label: t.haveCode } })}
      />
      {telephone && (
        <p>
          <Ring className="tap" number={telephone} says={t.telephone(telephone)} />
        </p>
      )}
      {known.length > 0 && (
        <Section title={t.demonstration} id="identities">
          <p>{t.demonstrationLead}</p>
          <Clock slug={CARRIED_ON} locale={locale} />
          <Identities identities={known} locale={locale} back={back} />
        </Section>
      )}
    </>
  );
}
