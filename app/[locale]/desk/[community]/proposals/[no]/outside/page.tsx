import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { askOutside } from '@/features/beyond/actions';
import * as acts from '@/features/beyond/acts';
import { ConsentList } from '@/features/beyond/components/consents';
import { askFields } from '@/features/beyond/components/fields';
import { messages } from '@/features/beyond/messages';
import { consentsAsked } from '@/features/beyond/queries';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import { reasonIn } from '@/lib/reason';
import { pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, no, call, crumb, form }) => {
  const asked = await consentsAsked(call, { no });
  if (!asked) return null;
  const t = pick(messages, locale).desk;
  const today = shanghaiDate(asked.now);
  const reason = reasonIn(messages, 'outside', whyNot(acts.askOutside, asked), locale);
  return (
    <Act crumb={crumb} title={t.title} lead={t.lead}>
      <ConsentList
        consents={asked.facts.consents}
        today={today}
        locale={locale}
        href={(position) => to.desk(locale, community, 'proposals', no, 'outside', position)}
      />
      <Section title={t.ask} id="ask">
        {reason ? (
          <Notice kind="warn">
            <p>{reason}</p>
          </Notice>
        ) : (
          <KeptForm action={askOutside} fields={askFields(locale, today)} submitLabel={t.submit} {...form} />
        )}
      </Section>
    </Act>
  );
});
