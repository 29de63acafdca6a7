import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import { answerShort, objectShort } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { answerFields } from '@/features/shortway/components/fields';
import { SmallFacts } from '@/features/shortway/components/short';
import { doneShown } from '@/features/shortway/input';
import { messages } from '@/features/shortway/messages';
import { ownShort } from '@/features/shortway/queries/own';
import { notTheirs, whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { formatDate, formatUntil, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await ownShort(call, { no });
  if (!found) return null;
  const { asked, said, title } = found;
  const { short, state } = asked.facts;
  const t = pick(messages, locale);
  const back = to.proposal(locale, community, no);
  const crumb = { href: back, label: title };
  const cancel = { href: back, label: title };
  const isAsked = state === 'completed';
  const refusal = isAsked ? whyNot(acts.answerShort, asked) : whyNot(acts.objectShort, asked);
  const first = refusal?.code === 'not_allowed' && !isAsked ? await joinFirst({ call, community, locale }) : undefined;
  const theirs = !isAsked || notTheirs(acts.answerShort, asked.who, asked.facts) === null;
  const blocked = theirs ? refusal && inWords(refusal, locale, messages).message : t.answer.notYours;
  const small = short && <SmallFacts small={short} locale={locale} />;
  return (
    <>
      {said.length > 0 ? (
        <Act crumb={crumb} title={t.turned} lead={t.object.done} />
      ) : isAsked ? (
        <Act crumb={crumb} title={t.answer.title} lead={t.answer.lead} blocked={blocked}>
          {small}
          <KeptForm
            action={answerShort}
            fields={answerFields(locale, ['good', 'not_good'])}
            submitLabel={t.answer.submit}
            {...form}
            about={{ proposal: no, shown: showing(doneShown(asked.facts)) }}
            back={to.act(locale, community, 'proposals', no, 'said')}
            cancel={cancel}
          />
        </Act>
      ) : (
        <Act
          crumb={crumb}
          title={t.object.title}
          lead={short?.hangsUntil ? t.object.lead(formatUntil(short.hangsUntil, locale)) : undefined}
          first={first}
          blocked={blocked}
        >
          {small}
          <KeptForm
            action={objectShort}
            fields={[{ kind: 'textarea', name: 'words', label: t.object.words, hint: t.object.hint, rows: 4 }]}
            submitLabel={t.object.submit}
            {...form}
            about={{ proposal: no, shown: found.shown }}
            cancel={cancel}
          />
        </Act>
      )}
      {said.map((one) => (
        <Section key={one.at.toISOString()} title={formatDate(one.at, locale)}>
          <p>
            <Written>{one.words}</Written>
          </p>
        </Section>
      ))}
    </>
  );
});
