import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { Compared } from '../moves';

/** So much of a hash is compared by eye. */
const HASH = 16;

type Named = { nameZh: string; nameEn: string };

/** Several departed from for one reason stand together. */
function byReason<T extends { reason: string }>(all: readonly T[]): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(one.reason, [...(found.get(one.reason) ?? []), one]);
  return [...found];
}

/** What it rests on: the list with its fingerprint, and where and why it was departed from. */
export function Basis({
  cohort,
  locale,
  withdrawn = false,
}: {
  cohort: Compared;
  locale: Locale;
  withdrawn?: boolean;
}) {
  const t = pick(messages, locale).cohorts;
  const added = cohort.places.filter(({ reason }) => reason !== '');
  const between = locale === 'zh' ? '、' : ', ';
  const nameOf = (one: Named) => (locale === 'zh' ? one.nameZh : one.nameEn);
  const said = cohort.approvedAt
    ? t.approvedOn(formatDate(new Date(cohort.approvedAt), locale))
    : withdrawn
      ? t.neverApproved
      : t.waiting;
  return (
    <Section title={t.basis} id={`basis-${cohort.no}`} brief={said}>
      <p>{t.basisLead(said, cohort.basisHash?.slice(0, HASH))}</p>
      {cohort.baselineHash && <p>{t.baseline(cohort.baselineHash.slice(0, HASH))}</p>}
      {cohort.tried !== null && <p>{t.tried(cohort.tried)}</p>}
      {added.length + cohort.passed.length > 0 && <h3>{t.departed}</h3>}
      <ul className="entries">
        {byReason(added).map(([reason, all]) => (
          <li key={reason}>{t.addedWhy(all.map(nameOf).join(between), reason)}</li>
        ))}
        {byReason(cohort.passed).map(([reason, all]) => (
          <li key={reason}>{t.passedOver(all.map(nameOf).join(between), reason)}</li>
        ))}
      </ul>
    </Section>
  );
}
