import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DeskToday } from '../queries';
import type { DeskTask } from '../rules';

type Group = DeskToday['groups'][number];
type Item = Group['items'][number];

/** Where each task is done, below the desk. */
const WAY: Readonly<Record<DeskTask, (item: Item) => (string | number)[]>> = {
  accept: ({ no }) => ['proposals', no, 'acceptance'],
  appeal: ({ no }) => ['proposals', no, 'appeal'],
  name_groups: ({ no }) => ['proposals', no, 'groups'],
  confirm_groups: ({ no }) => ['proposals', no, 'groups', 'confirmation'],
  consultation: ({ no }) => ['proposals', no, 'consultation'],
  publish: ({ no, part }) => ['proposals', no, 'plans', part ?? 1, 'publication'],
  closing: ({ no }) => ['rounds', no],
  summarise: ({ no }) => ['rounds', no, 'summary'],
  acknowledge: ({ no }) => ['proposals', no, 'objections'],
  answer: ({ no, part }) => ['proposals', no, 'objections', part ?? 1, 'answer'],
  recheck: ({ no }) => ['rounds', no, 'rechecks'],
  post_notice: ({ no }) => ['proposals', no, 'notice'],
  opposition: ({ no }) => ['proposals', no, 'opposition'],
  sign: ({ no }) => ['proposals', no, 'signature'],
  start: ({ no }) => ['proposals', no],
  silent: ({ no }) => ['works', no],
  check: ({ no }) => ['works', no],
  callbacks: ({ no }) => ['callbacks', no],
  joins: ({ no }) => ['joins', no],
  pictures: ({ no }) => ['proposals', no, 'pictures'],
  drawings: ({ no }) => ['proposals', no, 'plans'],
  handover: ({ no }) => ['grants', no, 'handover'],
  site_pictures: ({ no }) => ['works', no, 'pictures'],
};

interface Props {
  today: DeskToday;
  slug: string;
  locale: Locale;
}

/** Each task with how many there are, by when, and the way to every one of them. */
export function Today({ today, slug, locale }: Props) {
  const t = pick(messages, locale).today;
  const due = (when: Date, words: (day: string) => string) =>
    when <= today.now ? <strong>{t.overdue(formatDate(when, locale))}</strong> : words(formatDate(when, locale));
  if (today.groups.length === 0) return <Empty text={t.none} />;
  return today.groups.map((group) => (
    <Section key={group.task} id={group.task} title={`${t.tasks[group.task]} · ${t.count(group.count)}`}>
      {group.due && group.items.length > 1 && <p className="crumb">{due(group.due, t.due)}</p>}
      <ul className="entries">
        {group.items.map((item) => (
          <li key={`${item.no}-${item.part ?? 0}`}>
            <a className="tap" href={to.desk(locale, slug, ...WAY[group.task](item))}>
              {item.title}
            </a>
            <p>
              {item.due ? due(item.due, t.itemDue) : item.at && t.since(formatDate(item.at, locale))}
              {item.count > 1 && ` · ${t.more(item.count)}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
