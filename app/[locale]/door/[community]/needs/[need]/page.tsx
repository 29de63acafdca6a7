import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Quiet } from '@/features/opinions/components/quiet';
import { Steps } from '@/features/visits/components/lines';
import { NeedForms } from '@/features/visits/components/need-forms';
import { messages } from '@/features/visits/messages';
import { doorNeed } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

/** One need: whose task it is, what was done, and what its household says. */
export default actPage(['need'], async ({ locale, community, need, call, form }) => {
  const one = await doorNeed(call, { need });
  if (!one) return null;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, community, 'visits', 'homes', one.household)}>{t.home(one)}</a>}
        title={one.wording || t.need.title}
        state={{ text: t.states[one.state], tone: one.state === 'met' ? 'jade' : 'soft' }}
        next={one.owner && one.due ? t.need.owner(one.owner, formatDate(one.due, locale)) : t.need.nobody}
      />
      {one.quiet && <Quiet locale={locale} />}
      <Section title={t.need.steps} id="steps">
        <Steps steps={one.steps} community={community} locale={locale} />
      </Section>
      <NeedForms one={one} form={form} locale={locale} />
    </>
  );
});
