import { Facts } from '@/components/data/facts';
import { Pictures } from '@/components/data/pictures';
import { DataTable } from '@/components/data/table';
import { Section } from '@/components/page/section';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import { daysLate } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { groupOf } from '@/lib/place-name';
import { formatMoney } from '@/lib/quantity';
import { formatDate, pick } from '@/lib/words';

type Part = { story: Story; locale: Locale; slug: string };
type Works = NonNullable<Story['works']>;

function milestoneState(one: Works['milestones'][number], locale: Locale): string {
  const t = pick(messages, locale).works;
  const amount = one.target === null ? '' : t.amount(one.actual, one.target, one.unit);
  if (one.actualOn === null) return [t.notYet, amount].filter(Boolean).join(' · ');
  const late = daysLate(one.plannedOn, one.actualOn);
  const done = [one.checked ? t.done : t.unchecked, amount].filter(Boolean).join(' · ');
  return `${done}${late > 0 ? t.late(late) : ''}${one.note ? t.note(one.note) : ''}`;
}

export function StoryWorks({ story, locale, slug }: Part) {
  const { works } = story;
  if (!works) return null;
  const t = pick(messages, locale).works;
  return (
    <Section title={t.title} id="works" brief={t.caption(works.contractor)}>
      <DataTable
        caption={[t.caption(works.contractor), works.budget > 0 && t.budget(formatMoney(works.budget))]
          .filter(Boolean)
          .join(' · ')}
        columns={[
          { key: 'name', label: t.name },
          { key: 'planned', label: t.planned },
          { key: 'actual', label: t.actual },
          { key: 'state', label: t.state },
        ]}
        rows={works.milestones.map((one) => ({
          key: String(one.id),
          cells: {
            name: one.name,
            planned: formatDate(one.plannedOn, locale),
            actual: one.actualOn ? formatDate(one.actualOn, locale) : '—',
            state: milestoneState(one, locale),
          },
        }))}
      />
      <Promises works={works} groups={story.groups} locale={locale} />
      <Acceptance works={works} groups={story.groups} locale={locale} />
      <p>
        <a className="tap" href={to.works(locale, slug, works.no)}>
          {t.read}
        </a>
      </p>
    </Section>
  );
}

function Promises({ works, groups, locale }: { works: Works; groups: Story['groups']; locale: Locale }) {
  if (works.commitments.length === 0) return null;
  const t = pick(messages, locale).works;
  return (
    <div className="story-part">
      <h3>{t.commitments}</h3>
      <Facts
        items={works.commitments.map((one, index) => ({
          key: String(index),
          term:
            one.outcome === 'accepted'
              ? `✓ ${t.accepted}`
              : one.outcome === 'refused'
                ? t.refused(one.repairOn && formatDate(one.repairOn, locale))
                : t.waiting,
          value: [one.text, groupOf(groups, one.group, locale), one.objection && t.fromObjection(one.objection)]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </div>
  );
}

function Acceptance({ works, groups, locale }: { works: Works; groups: Story['groups']; locale: Locale }) {
  if (works.acceptances.length === 0) return null;
  const t = pick(messages, locale).works;
  const said = (one: Works['acceptances'][number]) =>
    one.outcome === 'accepted' && one.at
      ? t.passed(formatDate(one.at, locale))
      : one.outcome === 'refused'
        ? t.failed(one.repairOn && formatDate(one.repairOn, locale))
        : t.waiting;
  return (
    <div className="story-part">
      <h3>{t.acceptance}</h3>
      <Facts
        items={works.acceptances.map((one) => ({
          key: String(one.group),
          term: groupOf(groups, one.group, locale),
          value: said(one),
        }))}
      />
    </div>
  );
}

/** Only pictures somebody has looked at. */
export function StoryPictures({ story, locale }: Part) {
  if (story.pictures.length === 0) return null;
  const t = pick(messages, locale).pictures;
  const named = (one: Story['pictures'][number]): string => {
    if (one.subject === 'plan') return t.plan(story.plans.find(({ id }) => id === one.subjectId)?.version ?? 1);
    if (one.subject === 'milestone')
      return story.works?.milestones.find(({ id }) => id === one.subjectId)?.name ?? t.title;
    return t.proposal;
  };
  const order = ['proposal', 'plan', 'milestone'];
  const shown = [...story.pictures].sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
  return (
    <Section title={t.title} id="pictures" brief={t.count(story.pictures.length)}>
      <Pictures
        items={shown.map((one) => ({
          key: String(one.id),
          src: to.picture(one.id, 'small'),
          large: to.picture(one.id, 'large'),
          alt: one.caption || named(one),
          width: one.width,
          height: one.height,
          caption: (story.short && one.caption ? [one.caption] : [named(one), one.caption]).filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  );
}
