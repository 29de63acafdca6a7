import type { ReactNode } from 'react';
import { Timeline } from '@/components/data/timeline';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import { messages } from '@/features/council/messages';
import type { Project } from '@/features/council/queries/board';
import { wantsWhy } from '@/features/council/rules';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { Verdict } from './lists';

interface Props {
  project: Project & { today: string };
  locale: Locale;
  /** What can be done about a step, at the desk. */
  atStep?: (position: number) => ReactNode;
  atReview?: (review: Project['reviews'][number]) => ReactNode;
}

/** For which needs, with whom, step by step, and what those who lacked it say. */
export function ProjectBody({ project, locale, atStep, atReview }: Props) {
  const { project: t, half } = pick(messages, locale);
  const day = (when: string) => formatDate(when, locale);
  return (
    <>
      <p>
        {[t.lead(project.lead), project.partners.length > 0 && t.partners(project.partners.join('、'))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Section title={t.needs} id="needs">
        <ul className="ways">
          {project.demands.map((one) => (
            <li key={one.no}>
              <Written>{one.title}</Written>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.steps} id="steps">
        <Timeline
          items={project.steps.map((one) => ({
            key: String(one.position),
            mark: String(one.position),
            title: one.name,
            when: one.doneOn ? t.done(day(one.doneOn)) : t.by(day(one.dueOn)),
            done: one.doneOn !== null,
            children: (
              <>
                {one.note && (
                  <p>
                    <Written>{one.note}</Written>
                  </p>
                )}
                {one.doneOn === null && one.dueOn < project.today && project.endedAt === null && (
                  <StateBadge tone="seal">{t.late}</StateBadge>
                )}
                {one.doneOn === null && project.endedAt === null && atStep?.(one.position)}
              </>
            ),
          }))}
        />
        {project.endedAt && project.endReason && (
          <p>
            {t.ended(day(project.endedAt))} <Written>{t.why(project.endReason)}</Written>
          </p>
        )}
      </Section>
      <Section title={t.reviews} id="reviews">
        {project.reviews.length === 0 && <p>{t.reviewsNone}</p>}
        <ul className="entries">
          {project.reviews.map((one) => (
            <li key={one.id}>
              <h3>{half(one.half)}</h3>
              <p>
                <Verdict verdict={one.verdict} locale={locale} /> <Written>{one.words}</Written>
              </p>
              {wantsWhy(one.verdict) && (one.why ? <p>{<Written>{t.why(one.why)}</Written>}</p> : <p>{t.noWhy}</p>)}
              {wantsWhy(one.verdict) && one.why === '' && atReview?.(one)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
