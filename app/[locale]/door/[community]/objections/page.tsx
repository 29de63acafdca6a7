import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { approveWording, giveVerdict, noteTry } from '@/features/objections/actions';
import { provenanceFields, verdictFields } from '@/features/objections/components/fields';
import { Raised } from '@/features/objections/components/raised';
import { messages } from '@/features/objections/messages';
import { doorObjections } from '@/features/objections/queries';
import { JUDGED_IN } from '@/features/objections/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.door(locale, community, 'objections');
  const person = await requirePerson(locale, path);
  const found = await doorObjections({ by: { person }, community }, {});
  if (!found) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const waiting = found.filter((one) => one.verdict === null && JUDGED_IN.includes(one.proposalState));
  return (
    <>
      <PageTitle title={t.door.title} lead={t.door.lead} />
      {waiting.length === 0 && <Empty text={t.door.none} />}
      {waiting.map((one) => {
        const id = `o${one.proposal}-${one.objection}-${one.household}`;
        const form = () => ({
          locale,
          hidden: {
            ...{ community, locale, submission: randomUUID(), back: path, proposal: String(one.proposal) },
            ...{ objection: String(one.objection), household: String(one.household) },
          },
        });
        return (
          <details key={id} id={id} className="entry">
            <summary className="tap">
              {t.mine.place(one.building, one.entrance, one.door)} · {t.sheet.no(one.objection)} · {one.wording}
              {one.tries > 0 && ` · ${t.door.tries(one.tries)}`}
            </summary>
            <Raised one={one} locale={locale} />
            {!one.approved && (
              <ActionForm
                id={`${id}-w`}
                action={approveWording}
                fields={provenanceFields(locale)}
                submitLabel={t.door.approve}
                {...form()}
              />
            )}
            <ActionForm
              id={`${id}-v`}
              action={giveVerdict}
              fields={[...verdictFields(locale, one.answerKind !== null), ...provenanceFields(locale)]}
              submitLabel={t.door.record}
              {...form()}
            />
            {one.answerKind !== null && (
              <ActionForm id={`${id}-t`} action={noteTry} fields={[]} submitLabel={t.door.notHome} {...form()} />
            )}
          </details>
        );
      })}
    </>
  );
}
