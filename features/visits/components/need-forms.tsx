import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { NEED_VERDICTS } from '@/db/words/visits';
import { spokenProofFields } from '@/features/opinions/components/fields';
import { answerNeed, giveNeed, judgeNeed, turnNeed } from '@/features/visits/actions';
import * as acts from '@/features/visits/acts';
import { needShown } from '@/features/visits/input';
import { messages } from '@/features/visits/messages';
import type { doorNeed } from '@/features/visits/queries/need';
import { isOver, USUAL_DAYS } from '@/features/visits/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { addDays } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

interface Props {
  one: NonNullable<Awaited<ReturnType<typeof doorNeed>>>;
  form: { community: string; locale: Locale };
  locale: Locale;
}

export const verdictOptions = (locale: Locale) =>
  NEED_VERDICTS.map((value) => ({ value, label: pick(messages, locale).verdicts[value] }));

/** What whoever looks at a need can do about it now. */
export function NeedForms({ one, form, locale }: Props) {
  const { need: t } = pick(messages, locale);
  const about = { need: one.id };
  const council = (list: string) => to.desk(locale, form.community, 'council', list, 'new');
  const may = (which: (typeof acts)['giveNeed' | 'answerNeed' | 'judgeNeed' | 'turnNeed']) =>
    whyNot<acts.NeedFacts, string>(which, one.asked) === null;
  return (
    <>
      {may(acts.answerNeed) && (
        <Section title={t.answer} id="answer">
          <KeptForm
            {...form}
            id="answer-form"
            action={answerNeed}
            about={about}
            fields={[{ kind: 'textarea', name: 'words', label: t.answer, rows: 3 }]}
            submitLabel={t.answerSubmit}
          />
        </Section>
      )}
      {may(acts.giveNeed) && (
        <Section title={t.give} id="give">
          <KeptForm
            {...form}
            id="give-form"
            action={giveNeed}
            about={about}
            fields={[
              {
                kind: 'select',
                name: 'owner',
                label: t.ownerField,
                options: one.helpers.map(({ id, name }) => ({ value: String(id), label: name })),
                ...(one.ownerId !== null && { defaultValue: String(one.ownerId) }),
              },
              { kind: 'date', name: 'due', label: t.due, min: one.today, defaultValue: addDays(one.today, USUAL_DAYS) },
            ]}
            submitLabel={t.giveSubmit}
            ghost={one.ownerId !== null}
          />
        </Section>
      )}
      {may(acts.judgeNeed) && (
        <Section title={t.judge} id="judge">
          <KeptForm
            {...form}
            id="judge-form"
            action={judgeNeed}
            about={{ ...about, shown: showing(needShown(one)) }}
            fields={[
              { kind: 'radio', name: 'verdict', label: t.verdict, options: verdictOptions(locale) },
              { kind: 'textarea', name: 'words', label: t.words, rows: 2 },
              ...spokenProofFields(locale),
            ]}
            submitLabel={t.judgeSubmit}
            ghost
          />
        </Section>
      )}
      {!isOver(one.state) && (
        <Section title={t.service} id="service">
          <p>{t.serviceLead}</p>
          <p>
            <a className="tap" href={to.door(locale, form.community, 'needs', one.id, 'service')}>
              {t.toService}
            </a>
          </p>
        </Section>
      )}
      {may(acts.turnNeed) && (
        <Section title={t.turn} id="turn">
          <p>
            <a className="tap" href={`${council('demands')}?need=${one.id}`}>
              {t.toList}
            </a>
          </p>
          <p>
            <a className="tap" href={`${council('projects')}?need=${one.id}`}>
              {t.toProject}
            </a>
          </p>
          <p>{t.turnLead}</p>
          <KeptForm
            {...form}
            id="turn-form"
            action={turnNeed}
            about={about}
            fields={[
              {
                kind: 'radio',
                name: 'into',
                label: t.into,
                options: (['case', 'proposal'] as const).map((value) => ({ value, label: t.intos[value] })),
              },
              { kind: 'text', name: 'title', label: t.turnTitle },
              { kind: 'text', name: 'place', label: t.place, defaultValue: t.building(one.building) },
              {
                kind: 'textarea',
                name: 'problem',
                label: t.problem,
                hint: t.problemHint,
                rows: 3,
                defaultValue: one.wording,
              },
            ]}
            submitLabel={t.turnSubmit}
            ghost
          />
        </Section>
      )}
    </>
  );
}
