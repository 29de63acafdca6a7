import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { TooOften } from '@/components/page/too-often';
import { CallForm } from '@/features/evaluations/components/call-form';
import { Calls, saidIn } from '@/features/evaluations/components/calls';
import { messages } from '@/features/evaluations/messages';
import { callbackPage } from '@/features/evaluations/queries/desk';
import { IN_VAIN } from '@/features/evaluations/rules';
import { lookCase, reworkCase } from '@/features/orders/actions';
import { messages as orders } from '@/features/orders/messages';
import { caseContact } from '@/features/orders/queries/one';
import * as to from '@/lib/addresses';
import { readContact } from '@/lib/attempts';
import { inWords } from '@/lib/forms';
import { missing } from '@/lib/missing';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form, person, path }) => {
  const page = await callbackPage(call, { no });
  if (!page) return null;
  const contact = page.block === null && page.sees ? await caseContact(call, { no }) : undefined;
  if (contact?.contact) {
    const read = await readContact(person, { community, about: `case/${no}` });
    if (!read.ok) {
      const seconds = Number(read.refusal.details?.seconds ?? 60);
      missing(429, seconds);
      return <TooOften seconds={seconds} locale={locale} />;
    }
  }
  const [{ call: t, scopes }, one] = [pick(messages, locale), pick(orders, locale)];
  const { counts } = page;
  const dial = contact?.contact;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'cases', no)}>{page.title}</a>}
        title={t.title}
        lead={t.lead}
        state={{ text: one.states[page.state] }}
      />
      {page.block ? (
        counts === null && (
          <Notice kind="warn">
            <p>{inWords(page.block, locale, messages).message}</p>
          </Notice>
        )
      ) : (
        <>
          <Section title={t.script} id="script">
            <ol>
              {t.lines(page.title).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Section>
          <Section title={t.dial} id="dial">
            {dial ? (
              <Facts
                items={[
                  { key: 'who', term: one.one.called, value: dial.complainant || one.one.unknown },
                  {
                    key: 'phone',
                    term: one.one.phone,
                    value: dial.phone ? <Ring number={dial.phone} /> : t.nobody,
                  },
                ]}
              />
            ) : (
              <KeptForm
                {...form}
                id="look"
                action={lookCase}
                about={{ case: no }}
                back={path}
                submitLabel={t.look}
                ghost
              >
                <p>{t.looked}</p>
              </KeptForm>
            )}
          </Section>
          <Section title={t.submit} id="note">
            <CallForm no={no} scope={page.scope} form={form} />
            <p className="crumb">{t.left(page.left.calls, page.left.otherDay)}</p>
            <p className="crumb">{t.rule(IN_VAIN.calls, IN_VAIN.days)}</p>
          </Section>
        </>
      )}
      {counts && (
        <Section title={t.result} id="result">
          <p>
            <b>{saidIn(counts, locale)}</b>
          </p>
          {page.mayRework && (
            <KeptForm
              {...form}
              id="rework"
              action={reworkCase}
              about={{ case: no }}
              back={path}
              submitLabel={t.again}
              fields={[
                {
                  kind: 'textarea',
                  name: 'reason',
                  label: t.reason,
                  hint: one.form.theirs,
                  rows: 3,
                  defaultValue: counts.words,
                },
              ]}
            >
              <p>{t.againLead}</p>
            </KeptForm>
          )}
          {page.mayArchive && (
            <Actions>
              <ActionLink href={to.desk(locale, community, 'cases', no, 'steps', 'archive')} ghost={page.mayRework}>
                {t.archive}
              </ActionLink>
            </Actions>
          )}
        </Section>
      )}
      <Section title={t.tried} id="tried">
        {page.calls.length === 0 ? <p>{t.none}</p> : <Calls calls={[...page.calls].reverse()} locale={locale} />}
      </Section>
      <p>
        <a className="tap" href={to.desk(locale, community, 'cases', no, 'scope')}>
          {t.scope}
        </a>{' '}
        <span className="tone-soft">{scopes[page.scope]}</span>
      </p>
      <p>
        <a className="tap" href={`${to.desk(locale, community, 'cases')}?tab=callback`}>
          {t.others}
        </a>
      </p>
    </>
  );
});
