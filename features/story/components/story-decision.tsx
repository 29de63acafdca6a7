import { Explained } from '@/components/data/explained';
import { DataTable } from '@/components/data/table';
import { ActionLink, Actions, Section, Sheet } from '@/components/page/section';
import { Seal } from '@/components/seal/seal';
import { Papers } from '@/features/beyond/components/papers';
import { isOpenObjection } from '@/features/objections/rules';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import { lastDayOf } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { groupOf } from '@/lib/place-name';
import { formatDate, formatDays, formatList, pick } from '@/lib/words';

type Part = { story: Story; locale: Locale; slug: string };

const SETTLED = ['agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified', 'reopened'];

/** Each group against the rule, and who was never reached. No number for all together. */
export function StoryAgreement({ story, locale }: Part) {
  if (story.standings.length === 0) return null;
  const t = pick(messages, locale).agreement;
  const settled = SETTLED.includes(story.state);
  const result = (one: Story['standings'][number]) => {
    if (settled) return one.agrees === false ? t.passedConditions : t.passed;
    if (one.toReach > 0) return t.toReach(one.toReach);
    return one.agrees === null ? t.unknown : one.agrees ? t.passed : t.notYet;
  };
  const open = story.objections.filter((one) => isOpenObjection(one.state)).length;
  const maintained = story.objections.filter((one) => one.state === 'maintained').length;
  return (
    <Section title={t.title} id="agreement" brief={settled ? t.passed : t.notYet}>
      <p>
        <Explained locale={locale}>{t.lead(t.share(...story.rule.reach), t.share(...story.rule.agree))}</Explained>
      </p>
      <DataTable
        caption={t.caption(story.standings[0]?.k ?? 1)}
        columns={[
          { key: 'group', label: t.group },
          { key: 'heard', label: t.heard },
          { key: 'supports', label: t.supports },
          { key: 'notHeard', label: t.notHeard },
          { key: 'result', label: t.result },
        ]}
        rows={story.standings.map((one) => ({
          key: String(one.group),
          cells: {
            group: groupOf(story.groups, one.group, locale),
            heard: t.of(one.heard, one.households),
            supports: one.supports === null ? t.joined : t.of(one.supports, one.heard),
            notHeard: t.of(one.notHeard, one.households),
            result: <span className={settled || one.agrees ? 'tone-jade' : undefined}>{result(one)}</span>,
          },
        }))}
      />
      {story.objections.length > 0 && <p>{t.objections(open)}</p>}
      {maintained > 0 && <p className="tone-seal">{t.maintained(maintained)}</p>}
    </Section>
  );
}

export function StoryGates({ story, locale }: Part) {
  if (story.gates.length === 0) return null;
  const t = pick(messages, locale).gates;
  const p = pick(proposalMessages, locale);
  return (
    <Section title={t.title} id="gates" brief={t.caption}>
      <DataTable
        caption={t.caption}
        columns={[
          { key: 'gate', label: t.gate },
          { key: 'law', label: t.law },
          { key: 'state', label: t.state },
          { key: 'on', label: t.on },
        ]}
        rows={story.gates.map((gate) => ({
          key: gate.key,
          cells: {
            gate: p.gates[gate.key] ?? gate.key,
            law: gate.law ? `${p.statutes[gate.law.statute]}${p.article(gate.law.articles)}` : '—',
            state: (
              <>
                {[p.gateStates[gate.state], gate.evidence].filter(Boolean).join(locale === 'zh' ? '：' : ': ')}{' '}
                <Papers papers={gate.papers} locale={locale} />
              </>
            ),
            on: gate.decidedOn ? formatDate(gate.decidedOn, locale) : '—',
          },
        }))}
      />
      <p className="crumb">{p.lawyer}</p>
    </Section>
  );
}

export function StoryNotice({ story, locale, slug }: Part) {
  const { decision } = story;
  if (!decision) return null;
  const t = pick(messages, locale).notice;
  const lastDay = lastDayOf(decision.to);
  const running = decision.state === 'running' && story.state === 'noticed';
  const said = !decision.over ? t.while : decision.oppositions === 0 ? t.none : t.opposed(decision.oppositions);
  return (
    <Section title={t.title} id="notice">
      <p>
        <Explained locale={locale}>
          {running
            ? t.running(decision.version, formatDate(decision.from, locale), formatDate(lastDay, locale))
            : t.over(decision.version, formatDays(decision.from, `${lastDay}T00:00:00+08:00`, locale))}
        </Explained>
        {locale === 'zh' ? '' : ' '}
        {decision.state === 'returned' ? t.returned : said}
      </p>
      {running && (
        <Actions>
          <ActionLink ghost href={to.act(locale, slug, 'notices', story.no, 'opposition')}>
            {t.oppose}
          </ActionLink>
        </Actions>
      )}
    </Section>
  );
}

export function StoryResolution({ story, locale, slug }: Part) {
  const made = story.decision?.resolution;
  if (!made || !story.decision) return null;
  const t = pick(messages, locale).resolution;
  const roles = pick(proposalMessages, locale).roles as Record<string, string>;
  const standing = story.objections.filter((one) => one.state !== 'withdrawn');
  const maintained = standing.filter((one) => one.state === 'maintained').length;
  const signed = made.signatures.map((one) => `${roles[one.role] ?? one.role} ${formatDate(one.at, locale)}`);
  return (
    <Section title={t.title} id="resolution" brief={t.heading(made.no, story.decision.version)}>
      <Sheet seal={made.signedAt ? <Seal lines={t.seal} label={t.sealLabel} /> : undefined}>
        <h3>{t.heading(made.no, story.decision.version)}</h3>
        <p>{standing.length > 0 ? t.text(standing.length, maintained) : t.noObjections}</p>
        {signed.length > 0 && <p className="crumb">{t.signed(formatList(signed, locale))}</p>}
        {!made.signedAt && <p>{t.pending}</p>}
        <p className="story-sheet-links">
          <a className="tap" href={to.resolution(locale, slug, made.no)}>
            {t.read}
          </a>
          {made.leaf !== null && (
            <a className="tap" href={to.recordEntry(locale, slug, made.leaf)}>
              {t.leaf(made.leaf)}
            </a>
          )}
        </p>
      </Sheet>
    </Section>
  );
}
