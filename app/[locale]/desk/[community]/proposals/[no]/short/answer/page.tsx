import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { answerShort } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { answerFields } from '@/features/shortway/components/fields';
import { SmallFacts } from '@/features/shortway/components/short';
import { doneShown } from '@/features/shortway/input';
import { messages } from '@/features/shortway/messages';
import { SHORT_ANSWERS } from '@/features/shortway/rules';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { shortPage } from '../short-page';

export default shortPage(({ locale, asked, t, crumb, cancel, form }) => (
  <Act
    crumb={crumb}
    title={t.room.desk.short_answer.act}
    lead={t.answer.lead}
    blocked={reasonIn(messages, 'short_answer', whyNot(acts.answerShort, asked), locale)}
  >
    {asked.facts.short && <SmallFacts small={asked.facts.short} locale={locale} />}
    <KeptForm
      action={answerShort}
      fields={answerFields(locale, SHORT_ANSWERS)}
      submitLabel={t.answer.submit}
      {...form}
      about={{ ...form.about, shown: showing(doneShown(asked.facts)) }}
      back={crumb.href}
      cancel={cancel}
    />
  </Act>
));
