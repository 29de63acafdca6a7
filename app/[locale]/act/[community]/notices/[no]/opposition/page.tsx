import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { messages as opinions } from '@/features/opinions/messages';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import { Act } from '@/features/proposals/components/act';
import { opposeNotice } from '@/features/signoff/actions';
import { lastDay } from '@/features/signoff/components/last-day';
import { messages } from '@/features/signoff/messages';
import { opposing } from '@/features/signoff/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.act(locale, community, 'notices', no, 'opposition');
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const found = await opposing(call, { no });
  if (!found?.notice) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const place = found.block === 'not_allowed' ? await myPlace(call, {}) : undefined;
  const w = pick(messages, locale);
  const t = w.oppose;
  const heard = pick(opinions, locale);
  const kept = await keptDraft(person, path);
  const reason = found.block && w.refusals[found.block];
  return (
    <>
      <Act
        crumb={{ href: to.notice(locale, community, no), label: found.title }}
        title={t.title}
        lead={t.lead(lastDay(found.notice.to, locale))}
        first={place && !place.lives ? <JoinFirst claim={place.claim} slug={community} locale={locale} /> : undefined}
        blocked={typeof reason === 'string' ? reason : null}
      >
        <ActionForm
          action={opposeNotice}
          fields={[
            { kind: 'textarea', name: 'words', label: t.words, hint: t.hint, required: true, rows: 6, maxLength: 1000 },
          ]}
          submitLabel={t.submit}
          hidden={{ community, locale, submission: randomUUID(), proposal: String(no), back: path }}
          cancel={{ href: to.notice(locale, community, no), label: t.back }}
          locale={locale}
          initial={kept ? { values: kept } : {}}
        />
      </Act>
      {found.own.length > 0 && (
        <Section title={t.own} id="own">
          <ul className="entries">
            {found.own.map((one) => (
              <li key={one.id}>
                <p className="crumb">{formatDate(one.at, locale)}</p>
                <p>{one.words}</p>
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
}
