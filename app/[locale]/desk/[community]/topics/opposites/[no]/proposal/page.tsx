import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { proposeTopic } from '@/features/topics/actions';
import { proposeFields } from '@/features/topics/components/propose-fields';
import { messages } from '@/features/topics/messages';
import { pairOf } from '@/features/topics/queries/pairs';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const pair = await pairOf(call, { no });
  if (!pair) return null;
  const { opposites: t, propose } = pick(messages, locale);
  const back = to.desk(locale, community, 'topics', 'opposites', no);
  const { spoken, begun, mayPropose } = pair;
  const both = spoken?.verdict === 'confirmed' ? spoken : null;
  return (
    <Act
      crumb={{ href: back, label: t.form }}
      title={t.propose}
      lead={propose.lead}
      blocked={both === null ? t.onlyConfirmed : mayPropose && propose.notYours}
    >
      <KeptForm
        action={proposeTopic}
        fields={proposeFields(locale, { wanting: both?.asks ?? [], fearing: both?.bears ?? [], begun })}
        submitLabel={propose.submit}
        cancel={{ href: back, label: t.back }}
        {...form}
      />
    </Act>
  );
});
