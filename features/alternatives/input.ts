import { z } from 'zod';
import { GROUNDS } from '@/db/words/opinions';
import { metProof, withProof } from '@/features/opinions/input';
import { groupInput, groupsFromRows, MOST_GROUPS } from '@/features/scoping/input';
import { MOST_DRAWN } from '@/features/siteplan/input';
import { shapesText } from '@/features/siteplan/rules/shapes';
import { hung } from '@/lib/hung';
import { choice, count, day, id, line, nth, optionalText, orNothing, text, version, yuan } from '@/lib/input';
import { canonical, sha256 } from '@/lib/ledger';
import { inBrief, type Shown, shownInput } from '@/lib/shown';
import { isSeen } from '@/lib/text';
import type { ComparisonFact } from './facts';
import { ANSWERS, letterOf, MOST_ALTERNATIVES, type Said } from './rules';

/** `position`: of the one that is changed; without it another is added. `rowVersion`: of the text the writer saw. */
export const draftInput = z.preprocess(
  groupsFromRows,
  z.object({
    proposal: id,
    position: orNothing(count(1, MOST_ALTERNATIVES)),
    rowVersion: orNothing(version),
    title: hung(line(60)),
    summary: hung(text(600)),
    /** Yuan. */
    cost: yuan,
    costNote: hung(optionalText(300)),
    /** One to a line, `3. …` keeps its number. */
    clauses: hung(text(12_000)),
    /** The compound whose site plan it lies on, where there are several. */
    site: orNothing(id),
    /** In lines or as GeoJSON; none: nothing. */
    shapes: optionalText(MOST_DRAWN),
    groups: z.array(groupInput).min(1, 'no_groups').max(MOST_GROUPS),
  }),
);

/** `standIn`: the social worker who knocks at entrances that have no captain. */
export const openInput = z.object({ proposal: id, closesOn: day, standIn: orNothing(id), shown: shownInput });

export const extendInput = z.object({ proposal: id, closesOn: day });

export const closeInput = z.object({ proposal: id });

/** By its position. `reason`: for everybody to read. */
export const chooseInput = z.object({
  proposal: id,
  alternative: count(1, MOST_ALTERNATIVES),
  reason: hung(optionalText(600)),
  shown: shownInput,
});

export const endInput = z.object({ proposal: id, reason: hung(text(600)) });

export const answerInput = z.object({
  /** Of the alternative. */
  position: count(1, MOST_ALTERNATIVES),
  answer: choice(ANSWERS),
  ground: orNothing(choice(GROUNDS)),
  words: optionalText(600),
});

type Row = Record<string, unknown>;

const positions = Array.from({ length: MOST_ALTERNATIVES }, (_, index) => index + 1);
const seen = (value: unknown) => typeof value === 'string' && isSeen(value);

/** The alternatives a form says anything of; a choice nobody made posts nothing, and its other fields do. */
const rowsSaid = (row: Row) =>
  positions.filter(
    (n) => row[`answer_${n}`] !== undefined || row[`ground_${n}`] !== undefined || seen(row[`words_${n}`]),
  );

/** A form's rows `answer_1`, `ground_1`, `words_1` … as `answers`. */
function answersFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'answers' in raw) return raw;
  const row = raw as Row;
  const answers = rowsSaid(row).map((n) => ({
    position: n,
    answer: row[`answer_${n}`],
    ground: row[`answer_${n}`] === 'cannot' ? row[`ground_${n}`] : undefined,
    words: row[`words_${n}`],
  }));
  return { ...row, answers };
}

/** `answers.0.ground` → `ground_1`; of none at all the first there is: its words are posted, said or not. */
export function fieldOfAnswer(name: string, row: Row): string {
  if (name === 'answers') return `answer_${positions.find((n) => row[`words_${n}`] !== undefined) ?? 1}`;
  const [list, at, field] = name.split('.');
  const n = nth(rowsSaid(row), at);
  return list === 'answers' && n !== undefined && field !== undefined ? `${field}_${n}` : name;
}

const word = {
  proposal: id,
  answers: z.array(answerInput).min(1, 'choose_one').max(MOST_ALTERNATIVES),
  /** The position of the one the household would take. */
  takes: orNothing(count(1, MOST_ALTERNATIVES)),
  shown: shownInput,
};

/** Without `household`: the person's own. */
export const sayInput = z.preprocess(answersFromRows, z.object({ ...word, household: orNothing(id) }));

export const recordInput = z.preprocess(answersFromRows, withProof(z.object({ ...word, household: id, ...metProof })));

export const visitInput = z.object({ proposal: id, household: id, outcome: choice(['refused', 'not_home']) });

/** What is asked, and what stands for the household, as the form shows it. */
export const wordShown = (
  sealed: string,
  stands: { takes: number | null; answers: readonly (Said & { position: number })[] } | null,
): Shown => ({
  sealed,
  ...Object.fromEntries(
    (stands?.answers ?? []).map(({ position, answer, words }) => [
      `said_${letterOf(position)}`,
      [answer, inBrief(words)].filter(Boolean).join(' '),
    ]),
  ),
  takes: stands?.takes == null ? null : letterOf(stands.takes),
});

/** The alternatives with whom they concern, as they are shown to whoever opens them; `drawn_`: what is no text. */
export const alternativesShown = (comparison: Pick<ComparisonFact, 'alternatives'> | null): Shown =>
  Object.fromEntries(
    (comparison?.alternatives ?? []).flatMap((one) => {
      const letter = letterOf(one.position);
      const texts = [
        one.title,
        one.summary,
        one.costNote,
        ...one.clauses.map(({ no, text: says }) => `${no}. ${says}`),
        ...one.groups.map(({ name, why }) => `${name}：${why}`),
      ];
      const drawn = [
        ...one.groups.map(({ effect, places }) => [effect, JSON.stringify(places)].join(' ')),
        ...(one.drawing ? [one.drawing.site.hash, shapesText(one.drawing.shapes)] : []),
      ];
      return [
        [`text_${letter}`, inBrief(texts.filter(Boolean).join(' · '))],
        [`cost_${letter}`, String(one.cost)],
        [`drawn_${letter}`, sha256(canonical(drawn)).toString('hex')],
      ];
    }),
  );

/** What is proposed, as it is shown to whoever chooses. */
export const resultShown = (comparison: Pick<ComparisonFact, 'alternatives'> | null): Shown => ({
  proposed:
    (comparison?.alternatives ?? [])
      .filter(({ result }) => result?.proposed)
      .map(({ position }) => letterOf(position))
      .join(' ') || null,
});
