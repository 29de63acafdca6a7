import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { unlinkCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';

export default actPage(['no', 'proposal'], async ({ locale, community, no, proposal, call, form }) => {
  const one = await deskCase(call, { no });
  const link = one?.links.find((each) => each.proposal === proposal);
  if (!one || !link) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases', no);
  return (
    <Act
      crumb={{ href: back, label: one.title }}
      title={t.removal.title}
      lead={`${t.removal.lead(link.title)} ${t.removal.told}`}
      blocked={
        link.removal &&
        (link.removal.code === 'not_allowed' ? t.link.notYours : inWords(link.removal, locale, messages).message)
      }
    >
      <KeptForm
        action={unlinkCase}
        fields={[
          {
            kind: 'textarea',
            name: 'reason',
            label: t.removal.reason,
            hint: t.removal.reasonHint,
            rows: 3,
          },
        ]}
        submitLabel={t.removal.submit}
        {...form}
        about={{ case: no, proposal }}
        cancel={{ href: back, label: t.one.back }}
      />
    </Act>
  );
});
