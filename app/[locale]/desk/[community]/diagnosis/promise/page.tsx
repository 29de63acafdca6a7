import { KeptForm } from '@/components/form/kept-form';
import { addCrack } from '@/features/diagnosis/actions';
import { messages } from '@/features/diagnosis/messages';
import { CAUSES, CRACK_OWNERS } from '@/features/diagnosis/rules';
import { Act } from '@/features/proposals/components/act';
import { inWords } from '@/lib/in-words';
import { diagnosisPage } from '../diagnosis-page';

export default diagnosisPage(({ locale, page, t, crumb, form }) => (
  <Act
    crumb={crumb}
    title={t.add.title}
    lead={t.add.lead}
    blocked={page.addBlock && inWords(page.addBlock, locale, messages).message}
  >
    <KeptForm
      {...form}
      action={addCrack}
      fields={[
        { kind: 'text', name: 'title', label: t.add.name },
        {
          kind: 'radio',
          name: 'cause',
          label: t.add.cause,
          options: CAUSES.map((value) => ({ value, label: t.causes[value] })),
        },
        {
          kind: 'select',
          name: 'owner',
          label: t.add.owner,
          options: CRACK_OWNERS.map((value) => ({ value, label: t.owners[value] })),
        },
        { kind: 'date', name: 'dueOn', label: t.add.dueOn },
        { kind: 'textarea', name: 'sign', label: t.add.sign, hint: t.add.signHint, rows: 2 },
      ]}
      submitLabel={t.add.submit}
    />
  </Act>
));
