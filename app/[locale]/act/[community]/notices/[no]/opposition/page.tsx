import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { messages as opinions } from '@/features/opinions/messages';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import { opposeNotice } from '@/features/signoff/actions';
import * as acts from '@/features/signoff/acts';
import { lastDay } from '@/features/signoff/components/last-day';
import { hangingShown } from '@/features/signoff/input';
import { messages } from '@/features/signoff/messages';
import { opposing } from '@/features/signoff/queries/notice';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await opposing(call, { no });
  if (!found) return null;
  const refusal = whyNot(acts.opposeNotice, found.asked);
  const t = pick(messages, locale).oppose;
  const heard = pick(opinions, locale);
  return (
    <>
      <Act
        crumb={{ href: to.notice(locale, community, no), label: found.title }}
        title={t.title}
        lead={t.lead(lastDay(found.notice.to, locale))}
        first={refusal?.code === 'not_allowed' ? await joinFirst({ call, community, locale }) : undefined}
        blocked={refusal && inWords(refusal, locale, messages).message}
      >
        <KeptForm
          action={opposeNotice}
          fields={[{ kind: 'textarea', name: 'words', label: t.words, hint: t.hint, rows: 6 }]}
          submitLabel={t.submit}
          {...form}
          about={{ proposal: no, shown: showing(hangingShown(found.notice)) }}
          cancel={{ href: to.notice(locale, community, no), label: t.back }}
        />
      </Act>
      {found.own.length > 0 && (
        <Section title={t.own} id="own">
          <ul className="entries">
            {found.own.map((one) => (
              <li key={one.id}>
                <p className="crumb">{formatDate(one.at, locale)}</p>
                <p>
                  <Written>{one.words}</Written>
                </p>
                {one.recorded && <p>{t.recorded}</p>}
                {one.proof && <p className="crumb">{heard.proofs[one.proof]}</p>}
                {one.message && <p>{heard.door.sms(one.message)}</p>}
                {one.photo !== null && (
                  <a className="tap" href={to.picture(one.photo, 'large')}>
                    {heard.door.seePhoto}
                  </a>
                )}
                <p>{one.answer === null ? t.waiting : `${one.upheld ? t.upheld : t.notUpheld}: ${one.answer}`}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
});
