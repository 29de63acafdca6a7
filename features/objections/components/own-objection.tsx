import type { ReactNode } from 'react';
import { KeptForm } from '@/components/form/kept-form';
import { Done } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { approveWording, disputeWording, giveVerdict } from '@/features/objections/actions';
import { verdictFields } from '@/features/objections/components/fields';
import { Raised } from '@/features/objections/components/raised';
import { messages } from '@/features/objections/messages';
import type { RaisedView } from '@/features/objections/queries/raised';
import { JUDGED_IN, mayChangeMind } from '@/features/objections/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { keptOf } from '@/lib/kept';
import { formatDate, pick, roundMark } from '@/lib/words';

/** What one of them is known by on its page. */
export const keyOf = ({ community, proposal, objection, household }: RaisedView): string =>
  `${community}-${proposal}-${objection}-${household}`;

interface Props {
  one: RaisedView;
  /** As in its list. */
  heading: string;
  locale: Locale;
  /** The page has just said what was kept of it. */
  isSaid?: boolean;
  /** What else there is to know about what it asks for. */
  children?: ReactNode;
}

interface Form {
  community: string;
  locale: Locale;
  about: { proposal: number | undefined; objection: number; household: number };
}

/** Whether the sentence is what was meant: it may stand on the board, or what was meant instead. */
async function Wording({ one, id, form, first }: { one: RaisedView; id: string; form: Form; first: boolean }) {
  const t = pick(messages, form.locale).mine;
  const about = { ...form.about, shown: one.shown.wording };
  return (
    <>
      <h3 className="question">{first ? t.nth(1, t.wordingTitle) : t.wordingTitle}</h3>
      {one.disputed === null ? <p>{t.wordingWhy}</p> : <p>{t.disputed(one.disputed)}</p>}
      <KeptForm id={`${id}-w`} action={approveWording} submitLabel={t.approve} ghost {...form} about={about} />
      <details open={(await keptOf(`${id}-d`)) !== undefined}>
        <summary>{t.disputeTitle}</summary>
        <KeptForm
          id={`${id}-d`}
          action={disputeWording}
          fields={[
            {
              kind: 'textarea',
              name: 'words',
              label: t.disputeWords,
              hint: t.disputeHint,
              rows: 3,
            },
          ]}
          submitLabel={t.dispute}
          ghost
          {...form}
          about={about}
        />
      </details>
    </>
  );
}

/** What has just been kept, before everything else on the page, with the way to the objection it is about. */
export function KeptOfOwn({
  one,
  heading,
  locale,
  kept,
}: Pick<Props, 'one' | 'heading' | 'locale'> & { kept: string }) {
  const { mine: t } = pick(messages, locale);
  const sent = kept === 'wording' ? one.wording : kept === 'disputed' ? one.disputed : one.verdictWords;
  const title = t.done[kept];
  if (!title) return null;
  return (
    <Done title={title}>
      {sent && <p>{t.youSaid(sent)}</p>}
      <p>
        <a className="tap" href={`#o${keyOf(one)}`}>
          {heading}
        </a>
      </p>
    </Done>
  );
}

/** One objection of a household: where it is from, what it says, the wording to approve and the answer to judge. */
export function OwnObjection({ one, heading, locale, isSaid = false, children }: Props) {
  const t = pick(messages, locale);
  const id = `o${keyOf(one)}`;
  const { community, proposal, objection, household } = one;
  const form = { community, locale, about: { proposal: proposal ?? undefined, objection, household } };
  const open = JUDGED_IN.includes(one.proposalState);
  const heard = one.answerKind !== null || one.verdict === null;
  const may = open && heard && mayChangeMind(one.proposalState, one.verdict);
  const home = t.mine.place(one.building, one.entrance, one.door);
  const words = open && !one.approved && one.verdict !== 'withdrawn';
  return (
    <Section id={id} title={heading}>
      <p className="crumb">
        <a href={to.objections(locale, one.community, one.proposal ?? 0)}>
          {t.mine.from(one.place[locale], roundMark(one.k, locale), home)}
        </a>
      </p>
      <Raised one={one} locale={locale} />
      {children}
      {words && <Wording one={one} id={id} form={form} first={may} />}
      {words && may && <h3 className="question">{t.mine.nth(2, t.mine.verdictTitle)}</h3>}
      {one.verdict && one.verdictAt && (
        <p>
          {t.mine.judged(t.verdicts[one.verdict], formatDate(one.verdictAt, locale), one.verdictFor)}{' '}
          {one.verdictWords && !isSaid && t.mine.youSaid(one.verdictWords)} {may && t.mine.changeable}
        </p>
      )}
      {may ? (
        <KeptForm
          key={one.verdict}
          id={`${id}-v`}
          action={giveVerdict}
          fields={verdictFields(locale, one.answerKind !== null, one)}
          submitLabel={t.mine.judge}
          {...form}
          about={{ ...form.about, shown: one.shown.answer }}
        >
          {one.answerKind !== null && <p>{t.mine.maintainedNext}</p>}
        </KeptForm>
      ) : (
        <p>{t.mine.recorded}</p>
      )}
    </Section>
  );
}
