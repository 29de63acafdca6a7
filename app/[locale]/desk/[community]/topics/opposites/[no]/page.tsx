import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { decideOpposite } from '@/features/topics/actions';
import { decideFields } from '@/features/topics/components/decide-fields';
import { Pair } from '@/features/topics/components/pair';
import { messages } from '@/features/topics/messages';
import { pairOf } from '@/features/topics/queries/pairs';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community: slug, no, call, form }) => {
  const pair = await pairOf(call, { no });
  if (!pair) return null;
  const { opposites: t, list } = pick(messages, locale);
  const back = to.desk(locale, slug, 'topics', 'opposites');
  const { spoken, open } = pair;
  const asks = open?.asks ?? spoken?.asks.map((complaint) => ({ complaint })) ?? [];
  const bears = open?.bears ?? spoken?.bears.map((complaint) => ({ complaint })) ?? [];
  const confirmed = open === null && spoken?.verdict === 'confirmed';
  const put = spoken?.proposals ?? pair.gathered;
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.title}</a>} title={t.form} lead={t.formLead} />
      {asks.length > 0 && <Pair asks={asks} bears={bears} slug={slug} locale={locale} level={2} />}
      {open === null && spoken && (
        <Notice title={t.verdicts[spoken.verdict]}>
          <p>
            {t.because} <Written>{spoken.reason}</Written>
          </p>
        </Notice>
      )}
      {open === null && put.length > 0 && (
        <>
          <p>{t.gathered}</p>
          <ul>
            {put.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.desk(locale, slug, 'proposals', one.no)}>
                  {list.in(one.no, one.title)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {confirmed && pair.mayPropose === null && put.length === 0 && (
        <Actions>
          <ActionLink href={to.desk(locale, slug, 'topics', 'opposites', no, 'proposal')}>{t.propose}</ActionLink>
        </Actions>
      )}
      {pair.mayDecide && <p className="crumb">{t.notYours}</p>}
      {confirmed && pair.mayDecide === null && <h2>{t.takeBack}</h2>}
      {(open || confirmed) && pair.mayDecide === null && (
        <KeptForm
          action={decideOpposite}
          fields={decideFields(locale, {
            asks: asks.map(({ complaint }) => complaint),
            bears: bears.map(({ complaint }) => complaint),
            confirmed,
          })}
          submitLabel={t.submit}
          cancel={{ href: back, label: t.back }}
          {...form}
          about={{ matter: open?.matter ?? spoken?.matter ?? '' }}
        />
      )}
    </>
  );
});
