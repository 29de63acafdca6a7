import { Facts } from '@/components/data/facts';
import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { formatDate, formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { One } from '../queries/listed';
import { Adoptions } from './adoptions';
import { Effect } from './effect';

/** All of one playbook: what for, what not for, step by step, what it takes, and what became of it, failures too. */
export function Playbook({ one, locale }: { one: One; locale: Locale }) {
  const t = pick(messages, locale).one;
  const { inAll } = words(locale);
  return (
    <div className="a4">
      {one.retiredAt && (
        <Notice kind="warn" title={t.retired(formatDate(one.retiredAt, locale))}>
          <p>{t.retiredLead}</p>
          <p>
            <Written>{one.retiredReason}</Written>
          </p>
        </Notice>
      )}
      <Facts
        items={[
          { key: 'indications', term: t.indications, value: one.indications },
          { key: 'contraindications', term: t.contraindications, value: one.contraindications },
          {
            key: 'dose',
            term: t.dose,
            value: [t.people(one.people), t.days(one.days), t.money(formatMoney(one.money))].join(' · '),
          },
        ]}
      />
      <Section title={t.steps} id="steps" brief={inAll(one.steps.length)}>
        <DataTable
          caption={t.steps}
          headed
          columns={[
            { key: 'what', label: t.step },
            { key: 'who', label: t.who },
            { key: 'paper', label: t.paper },
          ]}
          rows={one.steps.map(({ what, who, paper }, at) => ({
            key: String(at),
            cells: { what: `${formatNumber(at + 1, locale)}. ${what}`, who, paper: paper || '—' },
          }))}
        />
      </Section>
      <Section title={t.effect} id="effect" brief={t.proposal(one.proposal.no, one.proposal.title)}>
        <p>
          <a className="tap" href={to.proposal(locale, one.slug, one.proposal.no)}>
            {t.proposal(one.proposal.no, one.proposal.title)}
          </a>
        </p>
        <Effect effect={one.effect} locale={locale} />
      </Section>
      <Section title={t.adoptions} id="adoptions">
        {one.adoptions.length > 0 && <p>{pick(messages, locale).tally(one.tally)}</p>}
        <Adoptions adoptions={one.adoptions} locale={locale} />
      </Section>
      <Section title={t.reviews} id="reviews" brief={inAll(one.reviews.length)}>
        {!one.retired && <p>{(one.reviewOn < one.today ? t.overdue : t.next)(formatDate(one.reviewOn, locale))}</p>}
        <ul>
          {one.reviews.map((each) => (
            <li key={each.at}>
              {t.review(formatDate(each.at, locale), t.verdicts[each.verdict], each.version)}
              <p>
                <Written>{each.reason}</Written>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {one.versions.length > 1 && (
        <Section title={t.versions} id="versions">
          <ul>
            {one.versions.map((each) => (
              <li key={each.version}>
                {t.versionOf(each.version, formatDate(each.at, locale))}
                <p>
                  <Written>{each.change || t.first1}</Written>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
