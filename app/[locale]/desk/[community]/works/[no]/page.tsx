import { Written } from '@/components/data/written';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as pictures } from '@/features/pictures/messages';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { DeskSteps } from '@/features/proposals/components/desk-steps';
import { acceptanceWords, Milestones, promiseWords } from '@/features/works/components/site';
import { siteSteps } from '@/features/works/components/steps';
import * as to from '@/lib/addresses';
import { groupOf, placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';
import { sitePage } from './site-page';

export default sitePage(({ locale, community, no, work, t }) => {
  const step = (position: number) => to.desk(locale, community, 'works', no, 'milestones', position);
  const waiting = work.milestones.reduce((sum, one) => sum + one.picturesWaiting, 0);
  const phase = work.completedAt ? t.phase.completed : work.running ? t.phase.running : t.phase.stopped;
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.desk(locale, community, 'proposals', work.proposal)}>
            <Written>{work.title}</Written>
          </a>
        }
        title={t.acts.site(no)}
        state={work.silent ? { tone: 'seal', text: t.silent } : { tone: 'jade', text: phase }}
        next={
          work.completedAt
            ? t.list.completed(formatDate(work.completedAt, locale))
            : t.list.started(formatDate(work.startedAt, locale))
        }
      />
      {work.silent && (
        <Notice kind="warn">
          <p>{t.silentLong}</p>
        </Notice>
      )}
      <Section title={t.desk.steps} id="steps">
        <DeskSteps steps={siteSteps(work, community, locale)} locale={locale} />
      </Section>
      <Section title={t.one.milestones} id="milestones">
        <Milestones
          milestones={work.milestones}
          locale={locale}
          name={(one) => <a href={step(one.position)}>{one.name}</a>}
        />
      </Section>
      <Section title={t.one.commitments} id="commitments">
        <ul className="entries">
          {work.commitments.map((one) => (
            <li key={one.id}>
              <p>{one.text}</p>
              <p className="crumb">
                {[groupOf(work.groups, one.group, locale), one.objection && t.one.fromObjection(one.objection)]
                  .filter(Boolean)
                  .map((part) => `${part} · `)}
                {[promiseWords(one, locale, work.today), one.note, one.mendNote].filter(Boolean).join(t.one.colon)}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.one.acceptance} id="acceptance">
        <ul>
          {work.groups.map(({ id, name }) => {
            const one = work.acceptances.find(({ group }) => group === id);
            const { outcome = null, at = null, repairOn = null } = one ?? {};
            return (
              <li key={id}>
                {placeIn(name, locale)}
                {t.one.colon}
                {acceptanceWords({ outcome, at, repairOn, named: one !== undefined }, locale)}
              </li>
            );
          })}
        </ul>
      </Section>
      <Actions>
        {mayLookAtPictures(work.asked.who) && (
          <ActionLink href={to.desk(locale, community, 'works', no, 'pictures')} ghost={waiting === 0}>
            {pick(pictures, locale).look.toLook(waiting)}
          </ActionLink>
        )}
        <ActionLink href={to.works(locale, community, no)} ghost>
          {t.acts.toBoard}
        </ActionLink>
        {work.completedAt && (
          <ActionLink href={to.desk(locale, community, 'callbacks', work.proposal)} ghost>
            {t.acts.toCallbacks}
          </ActionLink>
        )}
      </Actions>
    </>
  );
});
