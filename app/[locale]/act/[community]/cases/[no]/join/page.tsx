import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { messages as cases } from '@/features/cases/messages';
import { boardCase } from '@/features/cases/queries';
import { joinCase } from '@/features/orders/actions';
import { messages } from '@/features/orders/messages';
import { homeToJoin } from '@/features/orders/queries/joining';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async (page) => {
  const { locale, community, no, form } = page;
  const one = await boardCase(community, { no });
  if (!one) return null;
  const t = pick(messages, locale).mine;
  const home = await homeToJoin(page.call, { household: page.search.home });
  if (page.search.home && !home) return null;
  const { homeAt } = pick(cases, locale).one;
  const whose = home && homeAt(home.building, home.entrance, home.door);
  const { back } = page.search;
  return (
    <Act
      crumb={{ href: to.caseAddress(locale, community, no), label: one.title }}
      title={whose ? t.joinFor(whose) : t.joinTitle}
      lead={whose ? t.joinForLead : t.joinLead}
      first={home ? undefined : await joinFirst(page)}
    >
      <KeptForm
        {...form}
        action={joinCase}
        about={{ case: no, ...(home && { household: home.id }) }}
        back={back && to.isLocalAddress(back) ? back : to.act(locale, community, 'cases', no)}
        fields={[{ kind: 'textarea', name: 'words', label: t.joinWords, rows: 3 }]}
        submitLabel={home ? t.joinForSubmit : t.join}
      />
    </Act>
  );
});
