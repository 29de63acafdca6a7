import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { proposeTopic } from '@/features/topics/actions';
import { proposeFields } from '@/features/topics/components/propose-fields';
import { messages } from '@/features/topics/messages';
import { topicOf } from '@/features/topics/queries/topics';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const topic = await topicOf(call, { no });
  if (!topic) return null;
  const { list, propose: t } = pick(messages, locale);
  const back = to.desk(locale, community, 'topics');
  return (
    <Act crumb={{ href: back, label: list.title }} title={t.title} lead={t.lead} blocked={topic.block && t.notYours}>
      {topic.more > 0 && <p className="crumb">{t.more(topic.more)}</p>}
      <KeptForm
        action={proposeTopic}
        fields={proposeFields(locale, topic)}
        submitLabel={t.submit}
        cancel={{ href: back, label: t.back }}
        {...form}
      />
    </Act>
  );
});
