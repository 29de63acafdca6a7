import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { joinFirst } from '@/features/people/components/join-first';
import { Act } from '@/features/proposals/components/act';
import { decideCommitment, giveAcceptance } from '@/features/works/actions';
import * as acts from '@/features/works/acts';
import { acceptanceFields, againFields } from '@/features/works/components/fields';
import { Milestones, promiseWords } from '@/features/works/components/site';
import { acceptanceShown, promiseShown } from '@/features/works/input';
import { messages } from '@/features/works/messages';
import { boardWork } from '@/features/works/queries/board';
import { myAcceptance } from '@/features/works/queries/delegate';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { placeIn } from '@/lib/place-name';
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
  const { works } = part.asked.facts;
  const again = part.commitments.filter((one) => {
    const commitment = works.commitments.find(({ id }) => id === one.id);
    const asked = commitment && { ...part.asked, facts: { ...part.asked.facts, commitment } };
    return one.outcome === 'refused' && refusal !== null && asked && whyNot(acts.decideCommitment, asked) === null;
  });
  return (
    <>
      <Act
        crumb={{ href: back, label: t.one.title(part.title) }}
        title={t.act.title}
        lead={again.length > 0 ? undefined : t.act.lead(placeIn(part.group.name, locale))}
        blocked={again.length > 0 ? null : blocked}
      >
        {again.map((one) => (
          <Section key={one.id} title={one.text} id={`commitment-${one.id}`}>
            <p>{one.mended ? t.act.again : t.act.now(promiseWords(one, locale, part.today))}</p>
            {one.mendNote && <p>{t.act.mendNote(one.mendNote)}</p>}
            <KeptForm
              id={`promise-${one.id}`}
              action={decideCommitment}
              fields={againFields(locale, part.today)}
              {...form}
              about={{ ...about, commitment: one.id, shown: showing(promiseShown(one)) }}
              submitLabel={t.act.save}
            />
          </Section>
        ))}
        {again.length === 0 && (
          <KeptForm
            id="acceptance-form"
            action={giveAcceptance}
            fields={acceptanceFields(locale, part)}
            {...form}
            about={{ ...about, shown: showing(acceptanceShown(works.commitments, part.group.id)) }}
            submitLabel={t.act.give}
          />
        )}
      </Act>
      <Section title={t.act.built} id="built">
        <Milestones milestones={part.milestones} locale={locale} />
      </Section>
      <Actions>
        <ActionLink href={back} ghost>
          {t.act.back}
        </ActionLink>
      </Actions>
    </>
  );
});
