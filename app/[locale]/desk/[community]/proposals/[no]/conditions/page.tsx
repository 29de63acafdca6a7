import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { markConditions } from '@/features/conditions/actions';
import * as acts from '@/features/conditions/acts';
import { markFields } from '@/features/conditions/components/fields';
import { TogetherSays } from '@/features/conditions/components/together';
import { messages } from '@/features/conditions/messages';
import { deskConditions } from '@/features/conditions/queries/desk';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { formatList, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await deskConditions(call, { no });
  if (!page) return null;
  const { facts } = page.asked;
  const t = pick(messages, locale);
  const { marked, raised } = facts;
  const hanging = raised.filter(({ hangs }) => hangs);
  const back = acts.takenBack(facts);
  const blocked = reasonIn(messages, 'conditions', whyNot(acts.markConditions, page.asked), locale);
  return (
    <>
      <Act
        crumb={{ href: to.desk(locale, community, 'proposals', no), label: facts.title }}
        title={t.desk.title}
        lead={t.desk.lead}
        blocked={blocked}
      />
      <Contents
        unfolded
        label={words(locale).contents}
        items={[
          ...(marked ? [{ id: 'now', title: t.desk.now }] : []),
          { id: 'raised', title: t.desk.raised },
          ...(blocked ? [] : [{ id: 'mark', title: t.room.desk.conditions.act }]),
        ]}
      />
      {marked && (
        <Section title={t.desk.now} id="now">
          {back.length > 0 && (
            <Notice kind="warn">
              <p>
                {t.desk.takenBack(
                  formatList(
                    marked.conditions.filter(({ no: one }) => back.includes(one)).map(({ text }) => t.quoted(text)),
                    locale,
                  ),
                )}
              </p>
            </Notice>
          )}
          <TogetherSays listed={marked} locale={locale} />
        </Section>
      )}
      <Section title={t.desk.raised} id="raised">
        {hanging.length === 0 && <p>{t.desk.raisedNone}</p>}
        <Facts
          items={hanging.map((one) => ({
            key: String(one.no),
            term: t.desk.raisedNo(one.no),
            value: <Written>{one.wording}</Written>,
          }))}
        />
      </Section>
      {!blocked && (
        <Section title={t.room.desk.conditions.act} id="mark">
          <p>{t.desk.most}</p>
          <KeptForm
            {...form}
            action={markConditions}
            about={{ proposal: no, rowVersion: marked?.version ?? 0 }}
            fields={markFields(facts, locale)}
            submitLabel={t.desk.submit}
          />
        </Section>
      )}
    </>
  );
});
