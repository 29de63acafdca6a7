import { randomUUID } from 'node:crypto';
import { KeptForm } from '@/components/form/kept-form';
import { Missing } from '@/components/page/missing';
import { Empty, Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { linkCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import { deskCase, deskCaseChoices } from '@/features/cases/queries';
import { SIDES } from '@/features/cases/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.desk(locale, community, 'cases', no, 'link');
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const one = await deskCase(call, { no });
  const choices = one && (await deskCaseChoices(call, {}));
  if (!one || !choices) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases', no);
  const proposals = choices.proposals.map((each) => ({ value: String(each.no), label: `${each.no} ${each.title}` }));
  const sides = SIDES.map((value) => ({ value, label: t.sides[value] }));
  return (
    <>
      <PageTitle crumb={<a href={back}>{one.title}</a>} title={t.link.title} />
      {!one.mayLink ? (
        <Notice kind="warn">
          <p>{t.link.notYours}</p>
        </Notice>
      ) : proposals.length === 0 ? (
        <Empty text={t.link.noProposal} />
      ) : (
        <KeptForm
          action={linkCase}
          fields={[
            { kind: 'select', name: 'proposal', label: t.link.proposal, required: true, options: proposals },
            { kind: 'radio', name: 'side', label: t.link.side, hint: t.link.sideHint, required: true, options: sides },
          ]}
          submitLabel={t.link.submit}
          hidden={{ community, locale, back: path, case: String(no), submission: randomUUID() }}
          cancel={{ href: back, label: t.one.back }}
          locale={locale}
        />
      )}
    </>
  );
}
