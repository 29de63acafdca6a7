import { DataTable } from '@/components/data/table';
import { FEW_CALLBACKS, wilson } from '@/features/cohorts/rules/interval';
import { profileSaid } from '@/features/figures/components/profiles';
import {
  type Counted,
  type Credit,
  changeOf,
  points,
  RATES,
  type RateName,
  readBy,
} from '@/features/figures/rules/cohort';
import type { Locale } from '@/lib/edition';
import { percent } from '@/lib/quantity';
import { formatDays, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DiagnosisMonth } from '../queries/month';

/** So much of a hash is compared by eye. */
const HASH = 16;

/** `n/d = pct%`, of few callbacks with the interval the true one lies in. */
function shareOf(counted: Counted, rate: RateName, by: Credit, locale: Locale): string {
  const t = pick(messages, locale).month;
  const read = readBy(by)[rate](counted);
  if (!read) return t.unknown;
  const tenths = read.n % 10n;
  const n = `${read.n / 10n}${tenths === 0n ? '' : `.${tenths}`}`;
  const said = t.of(n, String(counted.effective), percent(read.n, read.d) ?? '');
  const between = counted.effective < FEW_CALLBACKS ? wilson(read.n, BigInt(counted.effective)) : null;
  return between ? `${said} ${t.few(between)}` : said;
}

const FIGURES = ['period', 'resolution', 'resolutionChange', 'satisfaction', 'satisfactionChange'] as const;
type Row = Record<(typeof FIGURES)[number], string>;

/** The baseline and each period after it, with how far it is from the baseline in percentage points. */
export function figureRows({ baseline, beside, profile }: DiagnosisMonth, locale: Locale): Row[] {
  const t = pick(messages, locale).month;
  const row = (name: string, { counts }: { counts: Counted }, before: Counted | null): Row => {
    const change = (rate: RateName) =>
      before ? (points(changeOf({ before, after: counts }, rate, profile)) ?? t.unknown) : t.noBaseline;
    const [resolution, satisfaction] = RATES.map((rate) => shareOf(counts, rate, profile, locale));
    return {
      period: name,
      resolution: resolution ?? '',
      resolutionChange: change('resolution'),
      satisfaction: satisfaction ?? '',
      satisfactionChange: change('satisfaction'),
    };
  };
  const first = baseline && {
    ...row(`${t.baseline} ${formatDays(baseline.from, baseline.to, locale)}`, baseline, null),
    resolutionChange: '',
    satisfactionChange: '',
  };
  const after = beside.map((one) => row(formatDays(one.from, one.to, locale), one, baseline?.counts ?? null));
  return [...(first ? [first] : []), ...after];
}

/** What the others are held beside, and whether anybody could have changed it. */
export function baselineSaid({ baseline, later }: DiagnosisMonth, locale: Locale): string {
  const t = pick(messages, locale).month;
  if (later) return t.notOver(formatDays(later.from, later.to, locale));
  const sealed = baseline?.sealed;
  return sealed ? t.sealed(sealed.cohort, sealed.hash.slice(0, HASH)) : t.unsealed;
}

const figureColumns = (locale: Locale) =>
  FIGURES.map((key) => ({ key, label: pick(messages, locale).month.figureColumns[key] }));

export function Figures({ month, locale }: { month: DiagnosisMonth; locale: Locale }) {
  const t = pick(messages, locale).month;
  const rows = figureRows(month, locale);
  if (rows.length === 0)
    return (
      <p>
        {t.noFigures} {month.later && baselineSaid(month, locale)}
      </p>
    );
  return (
    <>
      <DataTable
        caption={t.figures}
        headed
        columns={figureColumns(locale)}
        rows={rows.map((cells) => ({ key: cells.period, cells }))}
      />
      <p className="crumb">
        {baselineSaid(month, locale)} {t.method} {profileSaid(month.profile, locale)}
      </p>
    </>
  );
}
