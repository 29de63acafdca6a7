import { DataTable } from '@/components/data/table';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as acts from '@/features/alternatives/acts';
import { AlternativeText } from '@/features/alternatives/components/alternative';
import { Counts } from '@/features/alternatives/components/counts';
import { AlternativeOnSite } from '@/features/alternatives/components/on-site';
import { letterOf, MOST_ALTERNATIVES } from '@/features/alternatives/rules';
import { messages as proposals } from '@/features/proposals/messages';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatNumber, formatUntil, pick } from '@/lib/words';
import { comparisonPage } from './comparison-page';

export default comparisonPage(({ locale, community, no, asked, drawings, drawn, counts, t, here }) => {
  const { comparison, title } = asked.facts;
  const { effects } = pick(proposals, locale);
  const writes = whyNot(acts.draftAlternative, asked) === null;
  const steps = [
    ['opening', acts.openComparison, t.room.desk.alternatives_opening.act],
    ['extension', acts.extendComparison, t.room.desk.alternatives_extension.act],
    ['closure', acts.closeComparison, t.room.desk.alternatives_closure.act],
    ['choice', acts.chooseAlternative, t.room.desk.alternatives_choice.act],
    ['end', acts.endComparison, t.room.desk.alternatives_end.act],
  ] as const;
  const open = steps.filter(([, act]) => whyNot(act, asked) === null);
  const all = comparison?.alternatives ?? [];
  const where = comparison?.closedAt
    ? t.desk.closed
    : comparison?.closesAt && t.desk.until(formatUntil(comparison.closesAt, locale));
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'proposals', no)}>{title}</a>}
        title={t.desk.title}
        lead={t.desk.lead}
        next={where ? `${where} · ${t.desk.asked(comparison?.heard ?? 0)}` : undefined}
      />
      {all.length === 0 && <Empty text={t.desk.none} />}
      <Actions>
        {open.map(([path, , label], index) => (
          <ActionLink key={path} href={`${here}/${path}`} ghost={index > 0 || path === 'end'}>
            {label}
          </ActionLink>
        ))}
        {writes && all.length < MOST_ALTERNATIVES && (
          <ActionLink href={`${here}/new`} ghost={open.length > 0}>
            {t.draft.add}
          </ActionLink>
        )}
        {all.length > 0 && comparison?.chosen === null && (
          <ActionLink href={`${here}/drawings`} ghost>
            {t.desk.drawings}
          </ActionLink>
        )}
      </Actions>
      {all.map((one) => (
        <Section key={one.id} title={t.named(letterOf(one.position), one.title)} id={`alternative-${one.position}`}>
          <AlternativeText
            one={one}
            drawings={drawings.filter((each) => each.of === one.id && each.onBoard)}
            locale={locale}
          />
          <AlternativeOnSite one={one} drawn={drawn} locale={locale} />
          {counts && one.result ? (
            <Counts one={one} locale={locale} />
          ) : (
            <DataTable
              caption={t.named(letterOf(one.position), one.title)}
              columns={[
                { key: 'group', label: t.desk.group },
                { key: 'effect', label: t.desk.effect },
                { key: 'households', label: t.desk.households, numeric: true },
              ]}
              rows={one.groups.map((group) => ({
                key: String(group.id),
                cells: {
                  group: placeIn(group.name, locale),
                  effect: `${effects[group.effect]} · ${group.why}`,
                  households: group.households === null ? '—' : formatNumber(group.households, locale),
                },
              }))}
            />
          )}
          {writes && (
            <Actions>
              <ActionLink href={`${here}/${one.position}`} ghost>
                {t.draft.edit}
              </ActionLink>
            </Actions>
          )}
        </Section>
      ))}
    </>
  );
});
