import type { Refusal } from '@/lib/result';
import { named } from './named';

/** Of many, which are held back, each for its reason: the first reason with those it is about, and beside it the others. */
export function heldBack<C extends string>(held: readonly { no: number; refusal: Refusal<C> }[]) {
  const of = (code: C) => named(held.filter(({ refusal }) => refusal.code === code).map(({ no }) => no));
  const [first] = held;
  if (!first) return null;
  const [code = first.refusal.code, ...others] = [...new Set(held.map(({ refusal }) => refusal.code))];
  const details = { case: of(code), ...Object.fromEntries(others.map((one) => [one, of(one)])) };
  return { ok: false as const, refusal: { ...first.refusal, details } };
}
