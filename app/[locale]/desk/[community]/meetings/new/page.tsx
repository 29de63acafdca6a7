import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { callMeeting } from '@/features/meetings/actions';
import { callFields } from '@/features/meetings/components/fields';
import { messages } from '@/features/meetings/messages';
import { newMeeting } from '@/features/meetings/queries/desk';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, search }) => {
  const found = await newMeeting(call, {});
  if (!found) return null;
  const { desk: t } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, community, 'meetings')}>{t.title}</a>} title={t.new} />
      {found.proposals.length === 0 ? (
        <Empty text={t.nothingToSay} />
      ) : (
        <KeptForm
          {...form}
          action={callMeeting}
          fields={callFields(found, numberFrom(search.proposal ?? ''), locale)}
          submitLabel={t.submit}
        />
      )}
    </>
  );
});
