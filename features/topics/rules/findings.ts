import { corpusOf } from '@/features/likeness/rules/likeness';
import type { Spot } from '@/features/likeness/rules/places';
import { sidesOf } from './opposites';
import { repeatsOf } from './repeats';
import { type Topic, topicsIn } from './topics';

export interface Told {
  text: string;
  at: Date;
  spot: Spot;
}

/** What stands in complaints, by their places among them. */
export interface Findings {
  topics: Topic[];
  /** Of each that repeats others those it repeats, the latest first. */
  repeats: Map<number, number[]>;
  /** Those that may have another side. */
  sided: number[];
}

/** What one asks for and the other bears is no repeat, however alike their words are. */
export function repeatsAmong(
  told: readonly Told[],
  corpus = corpusOf(told.map(({ text }) => text)),
): Map<number, number[]> {
  const sides = told.map(({ text }) => sidesOf(text));
  const areOpposed = (a: number, b: number) =>
    sides[a]?.some(({ matter, side }) => sides[b]?.some((one) => one.matter === matter && one.side !== side));
  const found = [...repeatsOf(told, corpus)].map(
    ([later, earlier]) => [later, earlier.filter((one) => !areOpposed(later, one))] as const,
  );
  return new Map(found.flatMap(([later, earlier]) => (earlier.length > 0 ? [[later, earlier]] : [])));
}

export function findingsOf(told: readonly Told[]): Findings {
  const corpus = corpusOf(told.map(({ text }) => text));
  return {
    topics: topicsIn(corpus),
    repeats: repeatsAmong(told, corpus),
    sided: told.flatMap(({ text }, at) => (sidesOf(text).length > 0 ? [at] : [])),
  };
}
