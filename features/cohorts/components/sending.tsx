import { KeptForm } from '@/components/form/kept-form';
import { Empty, Notice } from '@/components/page/notice';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatDays, pick } from '@/lib/words';
import { sendCandidate } from '../actions';
import { messages } from '../messages';
import type { Offered } from '../queries/candidates';
import { inOne } from './people';

interface Props {
  found: Offered;
  /** What was looked for. */
  find: string;
  community: number;
  district: string;
  locale: Locale;
}

/** Somebody by a word of what they are called or good at: no list is so long that one is not found. */
function Find({ found: { place, left }, find, community, district, locale }: Props) {
  const t = pick(messages, locale).sending;
  return (
    <search>
      <form
        className="form"
        method="get"
        action={to.office(locale, district, 'cohorts', place.no, 'sending', community)}
      >
        <p className="field">
          <label htmlFor="find">{t.find}</label>
          <input className="input" id="find" name="find" type="search" defaultValue={find} maxLength={20} />
        </p>
        <p className="actions">
          <button className="btn btn-ghost" type="submit">
            {t.findSubmit}
          </button>
        </p>
        {left > 0 && <p className="crumb">{t.left(left)}</p>}
      </form>
    </search>
  );
}

/** Whom to send, and for how long: the days of the cohort, if nothing else is said. */
export function Sending(props: Props) {
  const { found, find, community, district, locale } = props;
  const { place, offered } = found;
  const t = pick(messages, locale).sending;
  const why = (reasons: Offered['offered'][number]['reasons']) =>
    reasons.map((one) => ('matter' in one ? t.answers(one.word, one.matter) : t.sides(one.word, one.opposites)));
  return (
    <>
      {found.over && <Notice kind="warn">{t.over(formatDate(place.to, locale))}</Notice>}
      {place.taken.map((one) => (
        <Notice key={one.from} kind="warn">
          {pick(messages, locale).cohorts.taken(formatDays(one.from, one.to, locale))}
        </Notice>
      ))}
      <p className="crumb">{place.diagnosed ? t.order : t.noDiagnosis}</p>
      <Find {...props} />
      {offered.length === 0 ? (
        <Empty text={find === '' ? t.none : t.notFound}>
          <a className="tap" href={to.office(locale, district, 'candidates')}>
            {pick(messages, locale).candidates.title}
          </a>
        </Empty>
      ) : (
        <KeptForm
          id="send"
          action={sendCandidate}
          about={{ district, cohort: place.id, community }}
          fields={[
            {
              kind: 'radio',
              name: 'candidate',
              label: t.candidate,
              options: offered.map(({ one, reasons }) => ({
                value: String(one.id),
                label: inOne(one.name, one.homeUnit, one.skills),
                ...(reasons.length > 0 && { hint: why(reasons).join(locale === 'zh' ? '；' : '; ') }),
              })),
            },
            {
              kind: 'date',
              name: 'from',
              label: t.from,
              defaultValue: place.from,
              hint: t.within(formatDays(place.from, place.to, locale)),
            },
            { kind: 'date', name: 'to', label: t.to, defaultValue: place.to },
          ]}
          submitLabel={t.submit}
          cancel={{ href: to.office(locale, district, 'cohorts', place.no), label: place.name }}
          locale={locale}
        />
      )}
    </>
  );
}
