import type { ReactNode } from 'react';
import { Facts } from '@/components/data/facts';
import { Pictures } from '@/components/data/pictures';
import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { messages } from '@/features/works/messages';
import type { BoardWork } from '@/features/works/queries/board';
import { isOverdue, isShort, type Outcome } from '@/features/works/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatMoney } from '@/lib/quantity';
import { formatDate, pick } from '@/lib/words';

type Planned = Omit<BoardWork['milestones'][number], 'pictures'>;

interface Verdict {
  outcome: Outcome | null;
  repairOn: string | null;
}

type Kept = Verdict & { mended: boolean };

/** What was seen of a promise, in words. */
export function promiseWords(one: Kept, locale: Locale, today: string): string {
  const t = pick(messages, locale).one;
  const { outcome, repairOn } = one;
  if (outcome === 'accepted') return `✓ ${t.accepted}`;
  if (outcome === 'refused' && one.mended) return t.mended;
  if (repairOn && isOverdue(one, today)) return t.overdue(formatDate(repairOn, locale));
  return outcome === 'refused' ? t.refused(repairOn && formatDate(repairOn, locale)) : t.waiting;
}

/** What a delegate said of the whole, in words. */
export function acceptanceWords(one: Verdict & { at: string | null; named: boolean }, locale: Locale): string {
  const t = pick(messages, locale).one;
  if (one.outcome === 'accepted' && one.at) return `✓ ${t.passed(formatDate(one.at, locale))}`;
  if (one.outcome === 'refused') return t.failed(one.repairOn && formatDate(one.repairOn, locale));
  return one.named ? t.waiting : t.nobody;
}

export function SiteFacts({ site, locale, slug }: { site: BoardWork; locale: Locale; slug: string }) {
  const t = pick(messages, locale).one;
  const months = t.months(site.warrantyMonths);
  const warranty = site.completedAt ? (
    <>
      {months} · <a href={to.proposal(locale, slug, site.proposal)}>{t.faulty}</a>
    </>
  ) : (
    months
  );
  const resolution = <a href={to.resolution(locale, slug, site.resolution)}>{t.resolutionNo(site.resolution)}</a>;
  return (
    <Facts
      items={[
        { key: 'resolution', term: t.resolution, value: resolution },
        { key: 'contractor', term: t.contractor, value: site.contractor },
        {
          key: 'budget',
          term: t.budget,
          value: [t.yuan(formatMoney(site.budget)), site.budgetReason && t.budgetReason(site.budgetReason)]
            .filter(Boolean)
            .join(' · '),
        },
        { key: 'permits', term: t.permits, value: site.permits },
        { key: 'warranty', term: t.warranty, value: warranty },
      ]}
    />
  );
}

/** How far a milestone is, and what is missing of what was planned. */
function stateOf(one: Planned, locale: Locale): string {
  const t = pick(messages, locale).one;
  const short = one.actual !== null && isShort(one) ? t.short((one.target ?? 0) - one.actual, one.unit) : null;
  return [one.checked ? `✓ ${t.done}` : one.actualOn ? t.unchecked : t.notYet, short].filter(Boolean).join(' · ');
}

/** What is done by when and how much of it; `name` gives a milestone its link. */
export function Milestones<T extends Planned>({
  milestones,
  locale,
  name = (one) => one.name,
}: {
  milestones: readonly T[];
  locale: Locale;
  name?: (one: T) => ReactNode;
}) {
  const t = pick(messages, locale).one;
  return (
    <DataTable
      caption={t.milestones}
      headed
      empty={t.noMilestones}
      columns={[
        { key: 'name', label: t.milestone },
        { key: 'planned', label: t.planned },
        { key: 'actual', label: t.actual },
        { key: 'amount', label: t.amount },
        { key: 'state', label: t.state },
      ]}
      rows={milestones.map((one) => ({
        key: String(one.position),
        cells: {
          name: name(one),
          planned: formatDate(one.plannedOn, locale),
          actual: one.actualOn ? formatDate(one.actualOn, locale) : '—',
          amount: t.amountOf(one.actual, one.target, one.unit),
          state: [stateOf(one, locale), one.note].filter(Boolean).join(t.colon),
        },
      }))}
    />
  );
}

export function SitePictures({ site, locale }: { site: BoardWork; locale: Locale }) {
  const t = pick(messages, locale).one;
  const shown = site.milestones.flatMap((one) => one.pictures.map((picture) => ({ ...picture, of: one.name })));
  if (shown.length === 0) return null;
  return (
    <Section title={t.pictures} id="pictures" brief={words(locale).inAll(shown.length)}>
      <Pictures
        items={shown.map((one) => ({
          key: String(one.id),
          src: to.picture(one.id, 'small'),
          large: to.picture(one.id, 'large'),
          alt: one.caption || t.pictureOf(one.of),
          width: one.width,
          height: one.height,
          caption: (
            <Written>
              {one.caption.includes(one.of) ? one.caption : [one.of, one.caption].filter(Boolean).join(' · ')}
            </Written>
          ),
        }))}
      />
    </Section>
  );
}

/** Promises and acceptance, by the name of the group. */
export function SiteAcceptance({ site, locale }: { site: BoardWork; locale: Locale }) {
  const t = pick(messages, locale).one;
  const unkept = site.commitments.filter(({ outcome }) => outcome === 'refused').length;
  return (
    <>
      {site.commitments.length > 0 && (
        <Section
          title={t.commitments}
          id="commitments"
          brief={unkept > 0 ? t.unkept(unkept) : words(locale).inAll(site.commitments.length)}
        >
          <p>{t.commitmentsLead}</p>
          {unkept > 0 && <p className="tone-seal">{t.unkept(unkept)}</p>}
          <ul className="entries">
            {site.commitments.map((one) => (
              <li key={`${one.objection ?? ''}-${one.text}`}>
                <p>{one.text}</p>
                <p className="crumb">
                  {[
                    one.group && t.toGroup(placeIn(one.group, locale), one.buildings),
                    one.objection && t.fromObjection(one.objection),
                    promiseWords(one, locale, site.today),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.acceptance} id="acceptance">
        <p>{t.acceptanceLead}</p>
        <Facts
          items={site.acceptances.map((one) => ({
            key: String(one.position),
            term: placeIn(one.name, locale),
            value: acceptanceWords(one, locale),
          }))}
        />
      </Section>
    </>
  );
}
