import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { approveWording, giveVerdict } from '@/features/objections/actions';
import { verdictFields } from '@/features/objections/components/fields';
import { Raised } from '@/features/objections/components/raised';
import { messages } from '@/features/objections/messages';
import { myObjections } from '@/features/objections/queries';
import { JUDGED_IN } from '@/features/objections/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P) {
  const locale = localeFrom((await params).locale);
  const path = to.me(locale, 'objections');
  const person = await requirePerson(locale, path);
  const all = await myObjections(person, {});
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.mine.title} lead={t.mine.lead} />
      {all.length === 0 && <Empty text={t.mine.none} />}
      {all.map((one) => {
        const id = `o${one.community}-${one.proposal}-${one.objection}-${one.household}`;
        const hidden = () => ({
          ...{ community: one.community, locale, submission: randomUUID(), back: path },
          ...{ proposal: String(one.proposal), objection: String(one.objection), household: String(one.household) },
        });
        const may = JUDGED_IN.includes(one.proposalState) && (one.answerKind !== null || one.verdict === null);
        return (
          <Section
            key={id}
            id={id}
            title={`${one.title} · ${t.sheet.no(one.objection)} · ${t.mine.place(one.building, one.entrance, one.door)}`}
          >
            <Raised one={one} locale={locale} />
            {JUDGED_IN.includes(one.proposalState) && !one.approved && one.verdict !== 'withdrawn' && (
              <ActionForm
                id={`${id}-w`}
                action={approveWording}
                fields={[]}
                submitLabel={t.mine.approve}
                hidden={hidden()}
                locale={locale}
              />
            )}
            {one.verdict && one.verdictAt && (
              <p>
                {t.mine.judged(t.verdicts[one.verdict], formatDate(one.verdictAt, locale))} {may && t.mine.changeable}
              </p>
            )}
            {may ? (
              <ActionForm
                id={`${id}-v`}
                action={giveVerdict}
                fields={verdictFields(locale, one.answerKind !== null)}
                submitLabel={t.mine.judge}
                hidden={hidden()}
                locale={locale}
              />
            ) : (
              <p>{t.mine.recorded}</p>
            )}
          </Section>
        );
      })}
    </>
  );
}
