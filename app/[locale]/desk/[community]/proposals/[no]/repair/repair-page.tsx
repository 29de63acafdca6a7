import { KeptForm } from '@/components/form/kept-form';
import { pagesOf } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { messages as proposals } from '@/features/proposals/messages';
import type { completeRepairs, startRepairs } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { UnitList } from '@/features/repairs/components/units';
import { listShown } from '@/features/repairs/input';
import { messages } from '@/features/repairs/messages';
import { deskRepair } from '@/features/repairs/queries/desk';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

/** The pages of what is done home by home, at the desk. */
export const repairPage = pagesOf(['no'], async ({ locale, community, no, call, form, search }) => {
  const found = await deskRepair(call, { no, after: numberFrom(search.after ?? '') ?? null });
  const t = pick(messages, locale);
  const list = to.desk(locale, community, 'proposals', no, 'repair');
  return (
    found && {
      found,
      asked: found.asked,
      t,
      /** To the list, and from it to the proposal. */
      list,
      crumb: { href: list, label: t.desk.title },
      up: { href: to.desk(locale, community, 'proposals', no), label: found.asked.facts.title },
      cancel: { href: list, label: pick(proposals, locale).desk.back },
      form: { ...form, about: { proposal: no } },
    }
  );
});

/** What is done with the list as a whole, as it was shown. */
export const wholePage = (of: 'start' | 'completion', action: typeof startRepairs | typeof completeRepairs) =>
  repairPage(({ locale, found, asked, t, list, path, crumb, cancel, form }) => {
    const word = `repair_${of}` as const;
    const why = of === 'start' ? whyNot(acts.startRepairs, asked) : whyNot(acts.completeRepairs, asked);
    return (
      <Act
        crumb={crumb}
        title={t.room.desk[word].act}
        lead={t[of].lead}
        blocked={reasonIn(messages, word, why, locale)}
      >
        <UnitList found={found} list={list} path={path} locale={locale} />
        <KeptForm
          action={action}
          submitLabel={t[of].submit}
          {...form}
          about={{ ...form.about, shown: showing(listShown(asked.facts.repair)) }}
          cancel={cancel}
        />
      </Act>
    );
  });
