import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { confirmShort, proposeShort, refuseShort } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { proposeFields } from '@/features/shortway/components/fields';
import { SmallFacts } from '@/features/shortway/components/short';
import { shortShown } from '@/features/shortway/input';
import { messages } from '@/features/shortway/messages';
import { entrancesHere } from '@/features/shortway/queries/desk';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { formatMoney } from '@/lib/quantity';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { shortPage } from './short-page';

export default shortPage(async ({ locale, community, no, call, asked, t, crumb, cancel, form }) => {
  const { short, limit } = asked.facts;
  if (short === null || asked.facts.state !== 'submitted')
    return (
      <Act
        crumb={crumb}
        title={t.room.desk.short.act}
        lead={t.propose.lead(formatMoney(limit ?? 0))}
        blocked={reasonIn(messages, 'short', whyNot(acts.proposeShort, asked), locale)}
      >
        <KeptForm
          action={proposeShort}
          fields={proposeFields(locale, (await entrancesHere(call, {})) ?? [])}
          submitLabel={t.propose.submit}
          {...form}
          cancel={cancel}
        />
        <Section title={t.propose.full} id="full">
          <Actions>
            <ActionLink href={to.desk(locale, community, 'proposals', no, 'acceptance')} ghost>
              {t.propose.accept}
            </ActionLink>
          </Actions>
        </Section>
      </Act>
    );
  const why = reasonIn(messages, 'second_short', whyNot(acts.confirmShort, asked), locale);
  return (
    <>
      <Act crumb={crumb} title={t.room.desk.second_short.act} lead={t.confirm.lead}>
        <SmallFacts small={{ ...short, most: limit }} locale={locale} />
        {why ? (
          <Notice kind="warn">
            <p>{why}</p>
          </Notice>
        ) : (
          <KeptForm
            action={confirmShort}
            submitLabel={t.confirm.submit}
            {...form}
            about={{ ...form.about, shown: showing(shortShown(asked.facts)) }}
          />
        )}
      </Act>
      {whyNot(acts.refuseShort, asked) === null && (
        <Section title={t.confirm.refuseTitle} id="refusal">
          <p>{t.confirm.refuseLead}</p>
          <KeptForm
            id="refuse"
            action={refuseShort}
            fields={[{ kind: 'textarea', name: 'reason', label: t.confirm.reason, rows: 3 }]}
            submitLabel={t.confirm.refuse}
            ghost
            {...form}
            about={{ ...form.about, shown: showing(shortShown(asked.facts)) }}
            cancel={cancel}
          />
        </Section>
      )}
    </>
  );
});
