import { Facts } from '@/components/data/facts';
import { DataTable } from '@/components/data/table';
import { Section } from '@/components/page/section';
import type { CrackOwner } from '@/db/words/diagnosis';
import type { Locale } from '@/lib/edition';
import { formatDate, formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Unsolved } from '../moves';
import type { Course } from '../queries/read';
import { CAUSES } from '../rules';

/** Where it comes from, and whoever says so by their office. */
export function Causes({ found, locale }: { found: NonNullable<Course['found']>; locale: Locale }) {
  const t = pick(messages, locale);
  const said = CAUSES.filter((cause) => found.said[cause] !== '');
  return (
    <Section
      title={t.board.causes}
      id="causes"
      brief={said.map((cause) => t.causes[cause]).join(locale === 'zh' ? '、' : ', ')}
    >
      <Facts
        items={said.map((cause) => ({
          key: cause,
          term: t.causes[cause],
          value: found.said[cause],
        }))}
      />
      <p className="crumb">{t.board.by(t.owners[found.role as CrackOwner], formatDate(found.at, locale))}</p>
    </Section>
  );
}

/** What is unanswered or unsolved, by kind: where to look for a cause. */
export function UnsolvedKinds({ unsolved, locale }: { unsolved: readonly Unsolved[]; locale: Locale }) {
  const t = pick(messages, locale).desk.unsolved;
  return (
    <>
      <h3>{t.title}</h3>
      <p>{unsolved.length === 0 ? t.none : t.lead}</p>
      {unsolved.length > 0 && (
        <DataTable
          caption={t.title}
          headed
          columns={[
            { key: 'kind', label: t.kind },
            { key: 'unanswered', label: t.unanswered, numeric: true },
            { key: 'unsolved', label: t.unsolved, numeric: true },
          ]}
          rows={unsolved.map(({ kind, ...counts }) => ({ key: kind, cells: { kind: kind || t.unnamed, ...counts } }))}
        />
      )}
    </>
  );
}

/** Days on site and doors visited, a row for each month. */
export function OnSite({ presence, locale }: { presence: Course['presence']; locale: Locale }) {
  const t = pick(messages, locale).board;
  if (presence.length === 0) return null;
  return (
    <Section title={t.presence} id="presence">
      <DataTable
        caption={t.presence}
        headed
        columns={[
          { key: 'month', label: t.month },
          { key: 'days', label: t.days, numeric: true },
          { key: 'doors', label: t.doors, numeric: true },
        ]}
        rows={presence.map(({ month, days, doors }) => ({
          key: month,
          cells: { month, days, doors: formatNumber(doors, locale) },
        }))}
      />
    </Section>
  );
}
