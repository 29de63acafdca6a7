import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import { decideCommitment, giveAcceptance } from '@/features/works/actions';
import * as acts from '@/features/works/acts';
import { verdictFields } from '@/features/works/components/fields';
import { promiseWords } from '@/features/works/components/site';
import { acceptanceShown, promiseShown } from '@/features/works/input';
import { messages } from '@/features/works/messages';
import { boardWork } from '@/features/works/queries/board';
import { myAcceptance } from '@/features/works/queries/delegate';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const part = await myAcceptance(call, { no });
  const t = pick(messages, locale);
  const back = to.works(locale, community, no);
  if (!part) {
    const site = await boardWork(community, { no });
    const crumb = { href: back, label: t.one.title(site?.title ?? '') };
    const first = site && (await joinFirst({ call, community, locale }));
    return site && <Act crumb={crumb} title={t.act.title} first={first} blocked={t.act.notDelegate} />;
  }
  const about = { works: no };
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
            <KeptForm
              id={`promise-${one.id}`}
              action={decideCommitment}
              fields={verdictFields(locale, one, part.today, { yes: t.act.yes, no: t.act.no })}
              {...form}
              about={{ ...about, commitment: one.id, shown: showing(promiseShown(one)) }}
              submitLabel={t.act.save}
            />
          </Section>
        ))}
        <Section title={t.act.whole} id="whole">
          <KeptForm
            id="whole-form"
            action={giveAcceptance}
            fields={verdictFields(locale, part.given, part.today, { yes: t.act.wholeYes, no: t.act.wholeNo })}
            {...form}
            about={{ ...about, shown: showing(acceptanceShown(part.commitments, part.group.id)) }}
            submitLabel={t.act.give}
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
});
