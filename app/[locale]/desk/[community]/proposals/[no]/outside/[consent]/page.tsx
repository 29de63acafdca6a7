import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { pagesOf } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { answerOutside, askOutside, dropOutside } from '@/features/beyond/actions';
import * as acts from '@/features/beyond/acts';
import { consentSaid } from '@/features/beyond/components/consents';
import { answerFields, askFields } from '@/features/beyond/components/fields';
import { consentShown } from '@/features/beyond/input';
import { messages } from '@/features/beyond/messages';
import { consentsAsked } from '@/features/beyond/queries';
import { isLate, isOpen } from '@/features/beyond/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

const consentPage = pagesOf(['no', 'consent'], async ({ no, consent: position, call }) => {
  const asked = await consentsAsked(call, { no });
  const consent = asked?.facts.consents.find((one) => one.position === position);
  return asked && consent && { consent, asked: { ...asked, facts: { ...asked.facts, consent } } };
});

export default consentPage(({ locale, community, no, consent, asked, form }) => {
  const w = pick(messages, locale);
  const t = w.desk;
  const today = shanghaiDate(asked.now);
  const refusal = whyNot(acts.answerOutside, asked);
  const reason = reasonIn(messages, 'outside_answer', refusal, locale);
  const about = { proposal: no, consent: consent.position, shown: showing(consentShown(consent)) };
  const again = isOpen(consent) && whyNot(acts.askOutside, asked) === null;
  const anew = consent.state !== 'waiting';
  const back = to.desk(locale, community, 'proposals', no, 'outside');
  return (
    <>
      <PageTitle
        crumb={<a href={back}>{t.title}</a>}
        title={consent.organisation}
        state={{ text: w.states[consent.state] }}
      />
      <p>
        <Written>{consent.asked}</Written>
      </p>
      <p className="crumb">{consentSaid(consent, locale)}</p>
      {consent.answer && (
        <p>
          <Written>{consent.answer}</Written>
        </p>
      )}
      <Actions>
        <ActionLink href={to.desk(locale, community, 'proposals', no, 'papers')} ghost>
          {t.papers}
        </ActionLink>
      </Actions>
      {isLate(consent, today) && (
        <Notice kind="warn">
          <p>
            {t.lateNow} {t.lateCan}
          </p>
        </Notice>
      )}
      {consent.state === 'refused' && (
        <Notice kind="warn">
          <p>{t.refusedCan}</p>
        </Notice>
      )}
      <Section title={anew ? t.answerAnew : t.answer} id="answer">
        {reason ? (
          <Notice kind="warn">
            <p>{reason}</p>
          </Notice>
        ) : (
          <>
            <Undoes losses={acts.answerOutside.undoes?.(asked.facts, asked.now)} locale={locale} />
            <KeptForm
              id="answer-form"
              action={answerOutside}
              fields={answerFields(locale, today, consent)}
              submitLabel={anew ? t.answerAnew : t.submitAnswer}
              ghost={anew}
              {...form}
              about={about}
            />
          </>
        )}
      </Section>
      {again && (
        <Section title={t.again} id="again">
          <p>{t.againLead}</p>
          <KeptForm
            id="again-form"
            action={askOutside}
            fields={askFields(locale, today, consent)}
            submitLabel={t.submitAgain}
            ghost
            {...form}
            about={{ proposal: no, instead: consent.position }}
          />
        </Section>
      )}
      {whyNot(acts.dropOutside, asked) === null && (
        <Section title={t.drop} id="drop">
          <p>{t.dropLead}</p>
          <KeptForm
            id="drop-form"
            action={dropOutside}
            fields={[{ kind: 'textarea', name: 'reason', label: t.reason, rows: 3 }]}
            submitLabel={t.submitDrop}
            ghost
            {...form}
            about={about}
          />
        </Section>
      )}
    </>
  );
});
