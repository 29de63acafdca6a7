import { KeptForm } from '@/components/form/kept-form';
import { approveWording, giveVerdict, noteTry, takeBackVerdict } from '@/features/objections/actions';
import { provenanceFields, verdictFields } from '@/features/objections/components/fields';
import { Raised } from '@/features/objections/components/raised';
import { messages } from '@/features/objections/messages';
import type { RaisedView } from '@/features/objections/queries/raised';
import { doorNamed } from '@/features/opinions/components/quiet';
import { isRefusedHere } from '@/lib/aside';
import type { Locale } from '@/lib/edition';
import { keptOf } from '@/lib/kept';
import { pick } from '@/lib/words';

interface Props {
  one: RaisedView;
  community: string;
  locale: Locale;
}

/** One objection to ask about at its household's door, folded: the wording to approve, and what they say of the answer. */
export async function DoorObjection({ one, community, locale }: Props) {
  const t = pick(messages, locale);
  const id = `o${one.proposal}-${one.objection}-${one.household}`;
  const forms = [`${id}-w`, `${id}-v`, `${id}-t`];
  const kept = await Promise.all(forms.map(keptOf));
  const isOpen = kept.some(Boolean) || forms.some(isRefusedHere);
  const { proposal, objection, household } = one;
  const form = { community, locale, about: { proposal: proposal ?? undefined, objection, household } };
  return (
    <details id={id} className="entry" open={isOpen}>
      <summary className="tap">
        {doorNamed(one, locale)} · {t.sheet.no(one.objection)} · {one.wording}
        {one.answerKind === null && ` · ${t.door.unanswered}`}
        {one.tries > 0 && ` · ${t.door.tries(one.tries)}`}
      </summary>
      <Raised one={one} locale={locale} />
      {!one.approved && (
        <KeptForm
          id={`${id}-w`}
          action={approveWording}
          fields={provenanceFields(locale)}
          submitLabel={t.door.approve}
          {...form}
          about={{ ...form.about, shown: one.shown.wording }}
        />
      )}
      <KeptForm
        id={`${id}-v`}
        action={giveVerdict}
        fields={[...verdictFields(locale, one.answerKind !== null), ...provenanceFields(locale)]}
        submitLabel={t.door.record}
        {...form}
        about={{ ...form.about, shown: one.shown.answer }}
      />
      {one.answerKind !== null && <KeptForm id={`${id}-t`} action={noteTry} submitLabel={t.door.notHome} {...form} />}
    </details>
  );
}

/** What was written down for a household a short while ago, folded: a mistake goes again. */
export function RecordedVerdict({ one, community, locale }: Props) {
  const t = pick(messages, locale);
  const { proposal, objection, household } = one;
  return (
    <details className="entry">
      <summary className="tap">
        {one.door} · {t.sheet.no(objection)} · {one.verdict && t.mine.options[one.verdict]}
      </summary>
      <KeptForm
        id={`back-${proposal}-${objection}-${household}`}
        action={takeBackVerdict}
        fields={[{ kind: 'text', name: 'reason', label: t.door.takeBackReason }]}
        submitLabel={t.door.takeBack}
        about={{ proposal: proposal ?? undefined, objection, household }}
        community={community}
        locale={locale}
      />
    </details>
  );
}
