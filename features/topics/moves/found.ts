import { notAgainst } from '@/features/cases/moves';
import { corpusOf } from '@/features/likeness/rules/likeness';
import type { Spot } from '@/features/likeness/rules/places';
import type { Scope } from '@/lib/gate';
import { aYearBefore, type Complained, type Complaint, complainedOf, toldIn } from '../moves';
import { commonest } from '../rules';
import { repeatsAmong } from '../rules/findings';
import { oppositesAmong, type Pair } from '../rules/opposites';
import { type Reasons, reasonsOf } from '../rules/reasons';
import { AT_ONCE, topicsIn } from '../rules/topics';

/** What people complain of, for whoever asks: nobody finds out what is brought against themselves. */
export interface Found extends Complained {
  now: Date;
  byId: Map<number, Complaint>;
  /** Those that were looked through. */
  told: { complaint: Complaint; text: string; at: Date; spot: Spot }[];
  /** There are too many to do it now, and nothing was worked out beforehand. */
  isLate: boolean;
}

export async function findingsFor(scope: Scope, also?: number): Promise<Found> {
  return foundOf(scope, await complainedOf(scope, { visible: notAgainst(scope), ...(also !== undefined && { also }) }));
}

export function foundOf({ community, now }: Pick<Scope, 'community' | 'now'>, complained: Complained): Found {
  const { complaints, counted, kept } = complained;
  const from = aYearBefore(now);
  const told = complaints
    .filter(({ at }) => at >= from)
    .map((complaint) => ({ complaint, ...toldIn(complaint, community) }));
  const byId = new Map(complaints.map((one) => [one.id, one]));
  return { ...complained, now, byId, told, isLate: kept === null && counted > AT_ONCE };
}

/** As of when it was worked out, and of how many; null: it has not been yet. */
export const asOf = ({ kept, counted, now, isLate }: Found): { at: Date | null; counted: number } =>
  kept ? { at: new Date(kept.at), counted: kept.counted } : { at: isLate ? null : now, counted };

export interface TopicView {
  words: string[];
  reasons: Reasons;
  /** The latest first. */
  cases: Complaint[];
  /** Proposals under way that some of them are put with. */
  proposals: { no: number; title: string }[];
}

const latestFirst = (of: readonly Complaint[]): Complaint[] =>
  [...of].sort((a, b) => b.at.getTime() - a.at.getTime() || b.no - a.no);

export const proposalsOf = (of: readonly Complaint[]): { no: number; title: string }[] => [
  ...new Map(of.flatMap((one) => one.proposals.map((each) => [each.no, each] as const))).values(),
];

const viewOf = (words: string[], of: readonly Complaint[], now: Date): TopicView => ({
  words,
  reasons: reasonsOf(of, now),
  cases: latestFirst(of),
  proposals: proposalsOf(of),
});

/** Complaints of one matter, with how each stands now. */
export function topicsFrom({ kept, byId, told, now, isLate }: Found): TopicView[] {
  if (isLate) return [];
  if (!kept)
    return topicsIn(corpusOf(told.map(({ text }) => text))).map(({ members, words }) =>
      viewOf(
        words,
        members.flatMap((one) => told[one]?.complaint ?? []),
        now,
      ),
    );
  return kept.topics.flatMap((topic) => {
    const of = topic.cases.flatMap((id) => byId.get(id) ?? []);
    return of.length < 2 ? [] : [viewOf(of.length === topic.cases.length ? topic.words : [], of, now)];
  });
}

/** Of each complaint that repeats others those it repeats. What goes on with another is counted there. */
export function repeatsFrom({ kept, byId, told, isLate }: Found): Map<Complaint, Complaint[]> {
  if (isLate) return new Map();
  if (kept)
    return new Map(
      kept.repeats.flatMap(([id, earlier]) => {
        const [one, before] = [byId.get(id), earlier.flatMap((each) => byId.get(each) ?? [])];
        return one && before.length > 0 ? [[one, before] as const] : [];
      }),
    );
  const own = told.filter(({ complaint }) => !complaint.merged);
  const found = repeatsAmong(own);
  const of = (at: number) => own[at]?.complaint as Complaint;
  return new Map([...found].map(([later, earlier]) => [of(later), earlier.map(of)]));
}

/** A complaint on one side, and what it says that puts it there. */
export interface Sided {
  complaint: Complaint;
  words: string;
}

export interface Candidate {
  matter: string;
  asks: Sided[];
  bears: Sided[];
}

export function candidatesFrom({ told }: Found): Candidate[] {
  const own = told.filter(({ complaint }) => !complaint.merged);
  const side = (of: { text: number; words: string }[]): Sided[] =>
    of.map(({ text, words }) => ({ complaint: own[text]?.complaint as Complaint, words }));
  return oppositesAmong(own).map(({ matter, asks, bears }) => ({ matter, asks: side(asks), bears: side(bears) }));
}

/** The last word on two complaints, by their ids. */
export function verdictsIn({ decided }: Pick<Complained, 'decided'>) {
  const last = new Map<string, Complained['decided'][number]>();
  for (const one of decided)
    for (const asks of one.asks) for (const bears of one.bears) last.set(`${asks}-${bears}`, one);
  return ([asks, bears]: Pair) => last.get(`${asks}-${bears}`);
}

/** What the form of a proposal begins with: words of the board alone, because it is for the board. */
export function begun(of: readonly Complaint[]) {
  const hung = latestFirst(of).flatMap((one) => one.hung ?? []);
  return {
    title: hung[0]?.title ?? '',
    place: commonest(hung.map(({ place }) => place)) ?? '',
    titles: [...new Set(hung.map(({ title }) => title))].slice(0, 8),
  };
}
