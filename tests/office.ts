import assert from 'node:assert/strict';
import { recordCase } from '@/features/cases/commands';
import { closeCase } from '@/features/orders/commands/end';
import { dispatchCase } from '@/features/orders/commands/give';
import { contactCase, handleCase, replyCase, signCase } from '@/features/orders/commands/work';
import type { Call } from '@/lib/gate';
import type { Result } from '@/lib/result';
import { makeCommunity, sql } from './fixture';

export const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
export const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** What is reported, where it does not matter what. */
export const leak = {
  kind: 'complaint',
  source: 'walk_in',
  title: '楼道顶上漏水',
  words: '下雨就往下滴，我家门口全湿了',
  place: '14号楼2单元',
  complainant: '刘桂芬',
  phone: '13800000000',
};

/** A community with its lists, and people for them. */
export async function office() {
  const place = await makeCommunity();
  await sql('select begin_handling($1)', [place.communityId]);
  const agencies = await sql<{ id: number; name: string }>('select id, name from agency where community_id = $1', [
    place.communityId,
  ]);
  const tiers = await sql<{ id: number; amount: number; measure: string }>(
    'select id, amount, measure from case_tier where community_id = $1',
    [place.communityId],
  );
  const worker = await place.staff('social-worker');
  const hotline = await place.staff('hotline');
  return {
    place,
    worker,
    hotline,
    property: await place.staff('property'),
    agency: (name: string) => agencies.find((one) => one.name === name)?.id ?? 0,
    tier: (amount: number, measure = 'days') =>
      tiers.find((one) => one.amount === amount && one.measure === measure)?.id ?? 0,
    by: (person: number): Call => place.by(person),
  };
}
export type Office = Awaited<ReturnType<typeof office>>;

type More = Record<string, unknown>;

/** 派单 to the neighbourhood committee; its number. */
export async function given(of: Office, more: More = {}, said: More = {}): Promise<number> {
  const { no } = value(await recordCase(of.by(of.hotline), { ...leak, ...said }));
  value(
    await dispatchCase(of.by(of.hotline), {
      case: no,
      agency: of.agency('居委会'),
      tier: of.tier(7),
      // Whoever does not read a case is told what to do.
      ...(more.agency === of.agency('物业') && { words: '看看楼道顶上哪儿漏' }),
      ...more,
    }),
  );
  return no;
}

/** Signed, rung, begun. */
export async function inHand(of: Office, more: More = {}, said: More = {}): Promise<number> {
  const no = await given(of, more, said);
  const call = of.by(of.worker);
  value(await signCase(call, { case: no }));
  value(await contactCase(call, { case: no, reached: 'no' }));
  value(await contactCase(call, { case: no, reached: 'yes', words: '约了下午去看' }));
  value(await handleCase(call, { case: no, words: '请人上房看' }));
  return no;
}

/** Answered, and on to whoever rings back. */
export async function closed(of: Office, more: More = {}, said: More = {}): Promise<number> {
  const no = await inHand(of, more, said);
  value(await replyCase(of.by(of.worker), { case: no, words: '补好了，请看看。' }));
  value(await closeCase(of.by(of.worker), { case: no }));
  return no;
}
