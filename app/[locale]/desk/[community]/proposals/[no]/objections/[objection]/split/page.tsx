import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { splitObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { splitFields } from '@/features/objections/components/fields';
import { Merged } from '@/features/objections/components/merged';
import { ObjectionState } from '@/features/objections/components/sheet';
import { suggestions } from '@/features/objections/rules';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string; objection: string }>) {
  const { locale, community, sheet, one, into, wanted, t, why, hidden, crumb, cancel, initial } = await begin(
    params,
    'split',
  );
  if (into) return <Merged no={wanted} {...{ into, crumb, locale }} />;
  if (!sheet || !one) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const blocked = why(acts.splitObjection) ?? (suggestions(one.said).flat().length < 2 ? t.desk.sameWords : null);
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.split} · ${t.sheet.no(one.no)}`}
      lead={
        <>
          {one.wording} <ObjectionState state={one.state} locale={locale} />
        </>
      }
      blocked={blocked}
    >
      <p>{t.desk.splitLead}</p>
      <ActionForm
        action={splitObjection}
        fields={splitFields(one, locale)}
        submitLabel={t.desk.splitButton}
        hidden={hidden({ objection: String(one.no) })}
        {...{ locale, cancel, initial }}
      />
    </Act>
  );
}
