import { KeptForm } from '@/components/form/kept-form';
import { splitObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { splitFields } from '@/features/objections/components/fields';
import { suggestions } from '@/features/objections/rules/draw';
import { Act } from '@/features/proposals/components/act';
import { objectionPage } from '../../objection-page';

export default objectionPage(({ locale, one, t, why, crumb, cancel, form, lead }) => {
  const blocked = why(acts.splitObjection) ?? (suggestions(one.said).flat().length < 2 ? t.desk.sameWords : null);
  return (
    <Act crumb={crumb} title={`${t.desk.split} · ${t.sheet.no(one.no)}`} lead={lead} blocked={blocked}>
      <p>{t.desk.splitLead}</p>
      <KeptForm
        action={splitObjection}
        fields={splitFields(one, locale)}
        submitLabel={t.desk.splitButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
