import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { JoinFirst } from '@/features/people/components/join-first';
import { myPlace } from '@/features/people/queries/place';
import { Act } from '@/features/proposals/components/act';
import { decideCommitment, giveAcceptance } from '@/features/works/actions';
import * as acts from '@/features/works/acts';
import { verdictFields } from '@/features/works/components/fields';
import { promiseWords } from '@/features/works/components/site';
import { messages } from '@/features/works/messages';
import { boardWork } from '@/features/works/queries/board';
import { myAcceptance } from '@/features/works/queries/delegate';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { inWords } from '@/lib/forms';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given) ?? 0;
  const path = to.act(locale, community, 'works', no, 'acceptance');
  const person = await requirePerson(locale, path);
  const call = { by: { person }, community };
  const part = await myAcceptance(call, { no });
  const t = pick(messages, locale);
  const back = to.works(locale, community, no);
  if (!part) {
    const site = await boardWork(community, { no });
    const crumb = { href: back, label: t.one.title(site?.title ?? '') };
    const place = site && (await myPlace(call, {}));
    const first =
      place && !place.lives ? <JoinFirst claim={place.claim} slug={community} locale={locale} /> : undefined;
    if (site) return <Act crumb={crumb} title={t.act.title} first={first} blocked={t.act.notDelegate} />;
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const kept = await keptDraft(person, path);
  const initial = (commitment?: number) =>
    kept && kept.commitment === (commitment === undefined ? undefined : String(commitment)) ? { values: kept } : {};
  const hidden = () => ({ community, locale, submission: randomUUID(), works: String(no), back: path });
  const refusal = whyNot(acts.giveAcceptance, part.asked);
  const blocked = refusal && inWords(refusal, locale, messages).message;
  return (
    <>
      <Act
        crumb={{ href: back, label: t.one.title(part.title) }}
        title={t.act.title}
        lead={t.act.lead(part.group.name)}
        blocked={blocked}
      >
        {part.commitments.map((one, index) => (
          <Section key={one.id} title={`${t.act.promise} ${index + 1}`} id={`commitment-${one.id}`}>
            <p>{one.text}</p>
            {one.objection && <p className="crumb">{t.one.fromObjection(one.objection)}</p>}
            {one.outcome && <p>{t.act.now(promiseWords(one, locale))}</p>}
            <ActionForm
              id={`promise-${one.id}`}
              action={decideCommitment}
              fields={verdictFields(locale, one, part.today, { yes: t.act.yes, no: t.act.no })}
              hidden={{ ...hidden(), commitment: String(one.id) }}
              initial={initial(one.id)}
              submitLabel={t.act.save}
              locale={locale}
            />
          </Section>
        ))}
        <Section title={t.act.whole} id="whole">
          <ActionForm
            id="whole-form"
            action={giveAcceptance}
            fields={verdictFields(locale, part.given, part.today, { yes: t.act.wholeYes, no: t.act.wholeNo })}
            hidden={hidden()}
            initial={initial()}
            submitLabel={t.act.give}
            locale={locale}
          />
        </Section>
      </Act>
      <Actions>
        <ActionLink href={back} ghost>
          {t.act.back}
        </ActionLink>
      </Actions>
    </>
  );
}
