import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { finishShort } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { SmallFacts } from '@/features/shortway/components/short';
import { messages } from '@/features/shortway/messages';
import { whyNot } from '@/lib/act';
import { shanghaiDate } from '@/lib/calendar';
import { reasonIn } from '@/lib/reason';
import { shortPage } from '../short-page';

export default shortPage(({ locale, asked, t, crumb, cancel, form }) => (
  <Act
    crumb={crumb}
    title={t.room.desk.short_done.act}
    lead={t.finish.lead}
    blocked={reasonIn(messages, 'short_done', whyNot(acts.finishShort, asked), locale)}
  >
    {asked.facts.short && <SmallFacts small={asked.facts.short} locale={locale} />}
    <KeptForm
      action={finishShort}
      fields={[
        { kind: 'date', name: 'doneOn', label: t.finish.doneOn, defaultValue: shanghaiDate(asked.now) },
        { kind: 'textarea', name: 'note', label: t.finish.note, rows: 2 },
        { kind: 'file', name: 'photo', label: t.finish.photo, accept: 'image/jpeg,image/png,image/webp', needed: true },
      ]}
      submitLabel={t.finish.submit}
      {...form}
      cancel={cancel}
    />
  </Act>
));
