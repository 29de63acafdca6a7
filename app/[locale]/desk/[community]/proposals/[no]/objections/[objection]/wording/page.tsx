import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { rewordObjection } from '@/features/objections/actions';
import * as acts from '@/features/objections/acts';
import { rewordFields } from '@/features/objections/components/fields';
import { Merged } from '@/features/objections/components/merged';
import { ObjectionState } from '@/features/objections/components/sheet';
import { suggestions } from '@/features/objections/rules';
import { Act } from '@/features/proposals/components/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../../begin';

export const dynamic = 'force-dynamic';

/** How an objection is put, beside what those said who raised it. */
export default async function Page({ params }: P<{ community: string; no: string; objection: string }>) {
  const begun = await begin(params, 'wording');
  const { locale, community, sheet, one, into, wanted, t, why, hidden, crumb, cancel, initial } = begun;
  if (into) return <Merged no={wanted} {...{ into, crumb, locale }} />;
  if (!sheet || !one) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <Act
      crumb={crumb}
      title={`${t.desk.reword} · ${t.sheet.no(one.no)}`}
      lead={
        <>
          {one.wording} <ObjectionState state={one.state} locale={locale} />
        </>
      }
      blocked={why(acts.rewordObjection)}
    >
      <Section title={t.desk.theirWords} id="words">
        <ul>
          {suggestions(one.said)
            .flat()
            .map(({ ids, words }) => (
              <li key={ids[0]}>{t.desk.wordsOf(words || t.desk.noWords, ids.length)}</li>
            ))}
        </ul>
      </Section>
      {one.disputes.map((words) => (
        <blockquote key={words}>{t.desk.disputed(words)}</blockquote>
      ))}
      <p>{t.desk.rewordLead}</p>
      <ActionForm
        action={rewordObjection}
        fields={rewordFields(one, locale)}
        submitLabel={t.desk.rewordButton}
        hidden={hidden({ objection: String(one.no), seen: one.wording })}
        {...{ locale, cancel, initial }}
      />
    </Act>
  );
}
