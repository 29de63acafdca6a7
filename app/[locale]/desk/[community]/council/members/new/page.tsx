import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { addMember } from '@/features/council/actions';
import { messages } from '@/features/council/messages';
import { deskCouncil } from '@/features/council/queries/desk';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  if (!(await deskCouncil(call, {}))) return null;
  const { desk: t } = pick(messages, locale);
  return (
    <Act crumb={{ href: to.desk(locale, community, 'council'), label: t.title }} title={t.newMember}>
      <KeptForm
        {...form}
        action={addMember}
        fields={[
          { kind: 'text', name: 'name', label: t.name },
          { kind: 'text', name: 'contactName', label: t.contactName, hint: t.contactHint },
          { kind: 'tel', name: 'contactPhone', label: t.contactPhone },
        ]}
        submitLabel={t.memberSubmit}
      />
    </Act>
  );
});
