import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { TooOften } from '@/components/page/too-often';
import { lookCase } from '@/features/orders/actions';
import { StepFields } from '@/features/orders/components/step-form';
import { messages } from '@/features/orders/messages';
import { stepForm } from '@/features/orders/queries/choices';
import { caseContact } from '@/features/orders/queries/one';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { readContact } from '@/lib/attempts';
import { missing } from '@/lib/missing';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form, person }) => {
  const found = await caseContact(call, { no });
  if (!found) return null;
  const { one: t, steps } = pick(messages, locale);
  const back = to.desk(locale, community, 'cases', no);
  const crumb = { href: back, label: found.title };
  const { contact } = found;
  if (!contact)
    return (
      <Act crumb={crumb} title={t.contact} lead={t.contactLead}>
        <KeptForm action={lookCase} about={{ case: no }} submitLabel={t.seeContact} {...form} />
      </Act>
    );
  const read = await readContact(person, { community, about: `case/${no}` });
  if (!read.ok) {
    const seconds = Number(read.refusal.details?.seconds ?? 60);
    missing(429, seconds);
    return <TooOften seconds={seconds} locale={locale} />;
  }
  const choices = await stepForm(call, { no, step: 'contact' });
  const { building, entrance, door, phone } = contact;
  const home = building && (entrance && door ? t.homeAt(building, entrance, door) : t.building(building));
  return (
    <Act crumb={crumb} title={t.contact} lead={t.seen}>
      <Facts
        items={[
          { key: 'who', term: t.called, value: contact.complainant || t.unknown },
          { key: 'phone', term: t.phone, value: phone ? <Ring number={phone} /> : t.unknown },
          { key: 'home', term: t.home, value: home || t.unknown },
        ]}
      />
      {choices?.block === null && (
        <Section title={steps.contact.act} id="note">
          <p>{steps.contact.lead}</p>
          <StepFields step="contact" choices={choices} form={form} back={back} begun="" />
        </Section>
      )}
    </Act>
  );
});
