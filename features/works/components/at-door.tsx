import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { spokenProofFields } from '@/features/opinions/components/fields';
import { Quiet, QuietMark } from '@/features/opinions/components/quiet';
import { recordAcceptance } from '@/features/works/actions';
import { verdictFields } from '@/features/works/components/fields';
import { acceptanceShown } from '@/features/works/input';
import { messages } from '@/features/works/messages';
import type { doorAcceptance, doorDelegates } from '@/features/works/queries/door';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

type Delegates = NonNullable<Awaited<ReturnType<typeof doorDelegates>>>;

/** Delegates to go to, each with what stands for their group. */
export function DoorDelegates({ delegates, slug, locale }: { delegates: Delegates; slug: string; locale: Locale }) {
  const t = pick(messages, locale).door;
  if (delegates.length === 0) return <Empty text={t.none} />;
  return (
    <ul className="entries">
      {delegates.map((one) => (
        <li key={`${one.works}-${one.household}`}>
          <h2>{t.home(one.building, one.entrance, one.door)}</h2>
          {one.quiet && <QuietMark locale={locale} />}
          <p>
            <Written>{one.title}</Written>
          </p>
          <p className="crumb">{one.spoken ? t.spoken : one.outcome ? t.recorded : t.waits}</p>
          {!one.spoken && (
            <Actions>
              <ActionLink href={to.door(locale, slug, 'works', one.works, 'households', one.household)} ghost>
                {t.submit}
              </ActionLink>
            </Actions>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof doorAcceptance>>>;
  form: { community: string; locale: Locale };
}

/** What the delegate saw, promise by promise and of the whole, and how it is proved that they said so. */
export function AcceptanceAtDoor({ page, form }: Props) {
  const { locale } = form;
  const t = pick(messages, locale);
  const [whole, note, repair] = verdictFields(locale, null, page.today, { yes: t.act.wholeYes, no: t.act.wholeNo });
  const promises = page.commitments.map((one) => ({ value: String(one.id), label: one.text }));
  const fields: FieldsOf<typeof recordAcceptance> = [
    ...(promises.length > 0
      ? [{ kind: 'checkboxes', name: 'kept', label: t.door.kept, options: promises } as const]
      : []),
    ...[whole, note].flatMap((one) => (one ? [one] : [])),
    ...(repair ? [{ ...repair, hint: t.door.repairHint }] : []),
    ...spokenProofFields(locale, { quiet: page.quiet }),
  ];
  const shown = showing(acceptanceShown(page.asked.facts.works.commitments, page.group?.id ?? null));
  return (
    <>
      {page.quiet && <Quiet locale={locale} />}
      <KeptForm
        action={recordAcceptance}
        fields={fields}
        {...form}
        about={{ works: page.works, household: page.household, shown }}
        submitLabel={t.door.submit}
      />
    </>
  );
}
