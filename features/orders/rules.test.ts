import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  after,
  type CaseState,
  type CaseStep,
  checkExtension,
  checkNudge,
  checkStep,
  type Event,
  mayFollow,
  OPEN,
  received,
  type Standing,
  standingOf,
  type Tier,
} from './rules';
import { checkHandler, checkTogether } from './rules/guard';
import { filledIn, maskedName } from './rules/shown';
import { whenOf } from './rules/when';

const at = (time: string) => new Date(`${time}+08:00`);
const AT = at('2026-03-01T09:00');
const tiers: Tier[] = [
  { id: 1, amount: 2, measure: 'hours' },
  { id: 2, amount: 24, measure: 'hours' },
  { id: 3, amount: 7, measure: 'days' },
  { id: 4, amount: 15, measure: 'days' },
  { id: 5, amount: 7, measure: 'working_days' },
];
const event = (step: CaseStep, when: Date, more: Partial<Event> = {}): Event => ({
  step,
  at: when,
  personId: 1,
  agencyId: null,
  handlerId: null,
  tierId: null,
  fromAt: null,
  untilAt: null,
  intoId: null,
  reached: null,
  ...more,
});
const dispatched = (tierId: number, when = AT) => event('dispatch', when, { agencyId: 7, tierId });
const inHand = (tierId = 3): Event[] => [
  dispatched(tierId),
  event('sign', AT, { handlerId: 9 }),
  event('contact', AT, { reached: true }),
  event('handle', AT),
];

test('the four time limits count from the dispatch', () => {
  const due = (tierId: number) => standingOf(AT, [dispatched(tierId)], tiers).due?.toISOString();
  assert.equal(due(1), at('2026-03-01T11:00').toISOString());
  assert.equal(due(2), at('2026-03-02T09:00').toISOString());
  assert.equal(due(3), at('2026-03-08T09:00').toISOString());
  assert.equal(due(4), at('2026-03-16T09:00').toISOString());
});

test('a time limit in working days leaves out what the country has off, and says a year nobody has told', () => {
  const { due, unknownYear } = standingOf(AT, [dispatched(5, at('2025-09-30T09:00'))], tiers);
  assert.equal(due?.toISOString(), new Date(at('2025-10-17T00:00').getTime() - 1).toISOString());
  assert.equal(unknownYear, null);
  assert.equal(standingOf(AT, [dispatched(5, at('2090-03-01T09:00'))], tiers).unknownYear, 2090);
});

test('whose it is has to be seen within a day; what was given out earlier counts from then', () => {
  assert.equal(received(AT).due?.toISOString(), at('2026-03-02T09:00').toISOString());
  const early = event('dispatch', AT, { agencyId: 7, tierId: 2, fromAt: at('2026-02-28T20:00') });
  assert.equal(standingOf(AT, [early], tiers).due?.toISOString(), at('2026-03-01T20:00').toISOString());
});

test('by when the hotline wants an answer is no later for any time limit given here, and sooner for a shorter one', () => {
  const limit = (until: string) => event('limit', AT, { untilAt: at(until) });
  const due = (...events: Event[]) => standingOf(AT, events, tiers).due?.toISOString();
  assert.equal(due(limit('2026-03-01T10:00')), at('2026-03-01T10:00').toISOString(), 'seen before that too');
  assert.equal(due(limit('2026-03-05T10:00')), at('2026-03-02T09:00').toISOString(), 'and within a day');
  assert.equal(due(limit('2026-03-05T10:00'), dispatched(3)), at('2026-03-05T10:00').toISOString());
  assert.equal(due(limit('2026-03-05T10:00'), dispatched(2)), at('2026-03-02T09:00').toISOString());
  assert.equal(due(limit('2026-03-08T09:00'), dispatched(3)), at('2026-03-08T09:00').toISOString());
  assert.equal(
    due(limit('2026-03-05T10:00'), event('dispatch', AT, { agencyId: 7 })),
    at('2026-03-05T10:00').toISOString(),
  );
});

test('in time up to and including the moment it is due, and overdue after it', () => {
  const due = at('2026-03-02T09:00');
  const when = (now: string, state: CaseState = 'signed') => whenOf({ state, due }, at(now));
  assert.equal(when('2026-03-02T09:00'), 'today');
  assert.equal(whenOf({ state: 'signed', due }, new Date(due.getTime() + 1)), 'overdue');
  assert.equal(when('2026-03-02T00:00'), 'today');
  assert.equal(when('2026-03-01T23:59'), 'soon');
  assert.equal(when('2026-02-28T00:00'), 'soon');
  assert.equal(when('2026-02-27T23:59'), 'later');
  assert.equal(when('2026-03-09T09:00', 'escalated'), 'paused');
  assert.equal(whenOf({ state: 'replied', due: null }, AT), 'none');
});

test('the lead unit changes only through an objection that somebody agreed to', () => {
  for (const step of ['dispatch', 'hand_on'] as const)
    for (const state of ['dispatched', 'signed', 'contacted', 'handling', 'supervised'] as const)
      assert.equal(mayFollow(state, step), false, `${step} from ${state}`);
  const back = [dispatched(2), event('object', at('2026-03-01T12:00'), { personId: 5 })];
  assert.deepEqual(standingOf(AT, back, tiers).objectedBy, 5);
  const again = event('dispatch', at('2026-03-01T15:00'), { agencyId: 8, tierId: 2 });
  const elsewhere = standingOf(AT, [...back, again], tiers);
  assert.deepEqual([elsewhere.state, elsewhere.agencyId, elsewhere.objectedBy], ['dispatched', 8, null]);
  assert.equal(elsewhere.due?.toISOString(), at('2026-03-02T15:00').toISOString());
  const stays = standingOf(AT, [...back, event('dismiss', at('2026-03-01T15:00'))], tiers);
  assert.deepEqual([stays.state, stays.agencyId], ['dispatched', 7]);
  assert.equal(stays.due?.toISOString(), at('2026-03-02T09:00').toISOString(), 'an objection gains no time');
});

test('a call that reaches nobody contacts nobody', () => {
  const signed = [dispatched(2), event('sign', AT)];
  assert.equal(standingOf(AT, [...signed, event('contact', AT, { reached: false })], tiers).state, 'signed');
  assert.equal(standingOf(AT, [...signed, event('contact', AT, { reached: true })], tiers).state, 'contacted');
});

test('it is put off once, in time, to later, and by no more than the time it had', () => {
  const standing = standingOf(AT, inHand(), tiers);
  const due = standing.due ?? AT;
  const check = (until: Date, now = AT) => {
    const done = checkExtension(standing, until, { now, tiers });
    return done.ok ? 'ok' : done.refusal.code;
  };
  assert.equal(check(at('2026-03-15T09:00')), 'ok');
  assert.equal(check(at('2026-03-15T09:01')), 'extended_too_far');
  assert.equal(check(new Date(due.getTime() + 1)), 'ok');
  assert.equal(check(due), 'not_later');
  assert.equal(check(at('2026-03-15T09:00'), due), 'ok');
  assert.equal(check(at('2026-03-15T09:00'), new Date(due.getTime() + 1)), 'too_late_to_extend');
  const longer = standingOf(AT, [...inHand(), event('extend', AT, { untilAt: at('2026-03-15T09:00') })], tiers);
  assert.equal(longer.due?.toISOString(), at('2026-03-15T09:00').toISOString());
  const watched = after(longer, event('supervise', AT), tiers);
  assert.deepEqual(checkStep(watched, 'extend'), { code: 'extended_once' });
});

test('while it is handed up its clock stands still, and goes on from there', () => {
  const up = [...inHand(2), event('escalate', at('2026-03-01T21:00'))];
  assert.equal(whenOf(standingOf(AT, up, tiers), at('2026-03-20T00:00')), 'paused');
  const down = standingOf(AT, [...up, event('settle', at('2026-03-03T21:30'))], tiers);
  assert.equal(down.due?.toISOString(), at('2026-03-04T09:30').toISOString());
});

test('that something came after its time stays, whatever time follows', () => {
  const late = standingOf(AT, [event('dispatch', at('2026-03-02T12:00'), { agencyId: 7, tierId: 2 })], tiers);
  assert.deepEqual(late.lates, [{ step: 'dispatch', by: 3 * 3_600_000 }]);
  assert.ok(late.due && late.due > at('2026-03-02T12:00'), 'its own time begins');
  const inTime = standingOf(AT, [event('dispatch', at('2026-03-02T09:00'), { agencyId: 7, tierId: 2 })], tiers);
  assert.deepEqual(inTime.lates, [], 'to the moment is in time');
});

test('what is put with another stands as before once it is taken out again', () => {
  const before = standingOf(AT, inHand(), tiers);
  const merged = after(before, event('merge', AT, { intoId: 3 }), tiers);
  assert.deepEqual([merged.state, merged.intoId, merged.due], ['merged', 3, null]);
  assert.deepEqual(after(merged, event('split', AT), tiers), before);
});

test('what is not solved begins its time anew, and may be put off anew', () => {
  const answered = [...inHand(2), event('reply', at('2026-03-01T10:00'))];
  assert.equal(standingOf(AT, answered, tiers).due, null);
  const again = standingOf(AT, [...answered, event('rework', at('2026-03-05T10:00'))], tiers);
  assert.deepEqual([again.state, again.reworks, again.repliedAt], ['rework', 1, null]);
  assert.equal(again.due?.toISOString(), at('2026-03-06T10:00').toISOString());
});

test('one asks on once a day', () => {
  assert.equal(checkNudge(null, AT).ok, true);
  assert.equal(checkNudge(AT, new Date(at('2026-03-02T09:00').getTime() - 1)).ok, false);
  assert.equal(checkNudge(AT, at('2026-03-02T09:00')).ok, true);
});

test('whoever is complained of never gets it', () => {
  const property = { agencyId: 3, personId: null, role: 'property' };
  const ok = (given: Parameters<typeof checkHandler>[1], against = property) => checkHandler(against, given).ok;
  assert.equal(ok({ agencyId: 3, role: 'property', handler: null }), false);
  assert.equal(ok({ agencyId: 4, role: 'property', handler: null }), false, 'another agency of the office');
  assert.equal(ok({ agencyId: 4, role: null, handler: null }), true);
  assert.equal(
    ok({ agencyId: 1, role: 'social-worker', handler: { id: 5, roles: ['social-worker', 'property'] } }),
    false,
  );
  assert.equal(ok({ agencyId: 1, role: 'social-worker', handler: { id: 5, roles: ['social-worker'] } }), true);
  const captain = { agencyId: null, personId: 5, role: null } as unknown as typeof property;
  assert.equal(
    ok({ agencyId: 1, role: 'social-worker', handler: { id: 5, roles: ['social-worker'] } }, captain),
    false,
  );
  assert.equal(ok({ agencyId: 1, role: 'social-worker', handler: { id: 6, roles: [] } }, captain), true);
});

test('what goes on together is in the hands of nobody who is complained of in either', () => {
  const hands = (agencyId: number, role: string | null) => [{ agencyId, role, handler: null }];
  const plain = { againsts: [{ agencyId: null, personId: null, role: null }], hands: hands(1, 'social-worker') };
  const against = { againsts: [{ agencyId: 3, personId: null, role: 'property' }], hands: hands(1, 'social-worker') };
  const theirs = { ...plain, hands: hands(3, 'property') };
  assert.equal(checkTogether(plain, against).ok, true);
  assert.equal(checkTogether(against, theirs).ok, false);
  assert.equal(checkTogether(theirs, against).ok, false);
  assert.equal(checkTogether(theirs, plain).ok, true);
});

test('a template is filled in, and what nobody knows stays to be seen', () => {
  assert.equal(filledIn('{称呼}，“{事情}”{什么}', { 称呼: '刘女士', 事情: '灯不亮' }), '刘女士，“灯不亮”{什么}');
  assert.deepEqual(
    [maskedName('刘女士'), maskedName('刘桂芬'), maskedName('来电人保密'), maskedName('')],
    ['刘女士', '刘**', '来电人保密', ''],
  );
});

const STEPS: CaseStep[] = [
  ...([
    'dispatch',
    'hand_on',
    'assign',
    'sign',
    'object',
    'dismiss',
    'contact',
    'handle',
    'extend',
    'whistle',
  ] as const),
  ...(['arrive', 'escalate', 'settle', 'supervise', 'assist', 'reply', 'close', 'evaluate', 'rework'] as const),
  ...(['archive', 'merge', 'split', 'nudge'] as const),
];

test('whatever is done with a case: an answer is owed while it is open, and only then; a clock that stands has its reason', () => {
  const step = fc.record({
    step: fc.constantFrom(...STEPS),
    minutes: fc.integer({ min: 0, max: 5000 }),
    tier: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (tried) => {
      let now = AT;
      let standing: Standing = received(AT);
      const done: Event[] = [];
      for (const { step: name, minutes, tier } of tried) {
        now = new Date(now.getTime() + minutes * 60_000);
        if (checkStep(standing, name) !== null) continue;
        const one = event(name, now, {
          agencyId: tier,
          tierId: tier,
          reached: minutes % 2 === 0,
          intoId: 99,
          untilAt: name === 'extend' ? new Date((standing.due ?? now).getTime() + 1) : null,
        });
        standing = after(standing, one, tiers);
        done.push(one);
        assert.equal(standing.due !== null, OPEN.includes(standing.state), standing.state);
        assert.equal(standing.pausedAt !== null, standing.state === 'escalated');
        assert.equal(standing.called !== null, standing.state === 'whistled');
        assert.equal(standing.intoId !== null, standing.state === 'merged');
        assert.equal(
          standing.agencyId === null,
          ['received'].includes(standing.state) || standing.before?.agencyId === null,
        );
        if (standing.state === 'replied') assert.ok(standing.repliedAt);
      }
      assert.deepEqual(standingOf(AT, done, tiers), standing, 'what is kept is what follows from its events');
    }),
  );
});

test('an answer is in time up to and including the moment it is due; done again, only the last one says', () => {
  const answered = (when: Date) => standingOf(AT, [...inHand(2), event('reply', when)], tiers);
  const due = at('2026-03-02T09:00');
  assert.equal(answered(due).inTime, true);
  assert.equal(answered(new Date(due.getTime() + 1)).inTime, false);
  const again = standingOf(AT, [...inHand(2), event('reply', due), event('rework', at('2026-03-03T09:00'))], tiers);
  assert.deepEqual([again.inTime, again.repliedAt], [null, null]);
});
