import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { linkCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { deskCaseChoices } from '@/features/cases/queries/choices';
import { SIDES } from '@/features/cases/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskCase(call, { no });
  const choices = one && (await deskCaseChoices(call, {}));
  if (!one || !choices) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'cases', no);
  const proposals = choices.proposals.map((each) => ({ value: String(each.no), label: `${each.no} ${each.title}` }));
  const sides = SIDES.map((value) => ({ value, label: t.sides[value] }));
  return (
    <>
      <PageTitle
        crumb={
          <a href={back}>
            <Written>{one.title}</Written>
          </a>
        }
        title={t.link.title}
      />
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
            { kind: 'select', name: 'proposal', label: t.link.proposal, options: proposals },
            { kind: 'radio', name: 'side', label: t.link.side, hint: t.link.sideHint, options: sides },
          ]}
          submitLabel={t.link.submit}
          {...form}
          about={{ case: no }}
          cancel={{ href: back, label: t.one.back }}
        />
      )}
    </>
  );
});
