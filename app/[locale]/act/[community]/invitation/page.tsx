import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Done, Notice } from '@/components/page/notice';
import { Ring } from '@/components/page/telephone';
import { makeInvitation, takeBackInvitation } from '@/features/invitations/actions';
import { messages } from '@/features/invitations/messages';
import { myInvitation } from '@/features/invitations/queries';
import { PATIENCE_DAYS } from '@/features/invitations/rules';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { communityNamed } from '@/lib/site';
import { formatMoment, pick } from '@/lib/words';

export default actPage([], async (page) => {
  const { locale, community, call, form, search } = page;
  const mine = await myInvitation(call, {});
  const here = await communityNamed(community);
  const telephone = here?.telephone;
  const { make: t, home } = pick(messages, locale);
  const Asked = search.done === 'asked' ? Done : Notice;
  const when = (text: string) => formatMoment(new Date(text), locale);
  return (
    <>
      <Act
        crumb={{ href: to.me(locale), label: pick(messages, locale).make.me }}
        title={t.title}
        lead={t.lead}
        first={mine ? undefined : await joinFirst(page)}
      >
        {mine?.quiet && (
          <Notice>
            <p>{t.quiet}</p>
            <p>
              <a className="tap" href={`${to.me(locale, 'visits')}#home-${mine.household}`}>
                {t.quietGo}
              </a>
            </p>
          </Notice>
        )}
        {mine?.open && (
          <>
            <Asked title={mine.captain ? t.sent(home(mine)) : t.toWorkers}>
              <p>{t.waits(when(mine.open.at))}</p>
              {mine.captain && <p>{(mine.late ? t.late : t.next)(PATIENCE_DAYS)}</p>}
            </Asked>
            {mine.open.words && (
              <>
                <h2>{t.mine}</h2>
                <p>
                  <Written>{mine.open.words}</Written>
                </p>
              </>
            )}
            <KeptForm
              {...form}
              action={takeBackInvitation}
              about={{ invitation: mine.open.id }}
              submitLabel={t.takeBack}
              ghost
            />
          </>
        )}
        {mine && !mine.open && (
          <>
            {mine.came && <p>{t.came(when(mine.came))}</p>}
            <KeptForm
              {...form}
              action={makeInvitation}
              about={{ household: mine.household }}
              fields={[{ kind: 'textarea', name: 'words', label: t.words, hint: t.wordsHint, rows: 3 }]}
              submitLabel={t.submit}
            />
          </>
        )}
      </Act>
      {telephone && (
        <p>
          <Ring className="tap" number={telephone} says={t.call(telephone)} />
        </p>
      )}
    </>
  );
});
