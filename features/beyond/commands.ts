import { outsideConsent } from '@/db/schema/beyond';
import { step } from '@/features/proposals/moves';
import { personOf } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { answerInput, askInput, consentShown, dropInput } from './input';
import { lockConsent, lockConsents, ofConsent } from './moves';
import { checkAnswered, checkAsked, isOpen } from './rules';

/** An organisation outside is asked; in place of a refusal or of silence, which stays to be read. */
export const askOutside = command({
  act: acts.askOutside,
  input: askInput,
  facts: lockConsents,
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const may = checkAsked(input, shanghaiDate(now));
    if (!may.ok) return may;
    const { organisation, asked, askedOn, due, instead } = input;
    const before = facts.consents.find((one) => one.position === instead);
    if (instead !== undefined && !(before && isOpen(before))) return refuse('consent_over');
    if (before) await db.update(outsideConsent).set({ state: 'replaced' }).where(ofConsent(facts.row, before.position));
    const position = (facts.consents.at(-1)?.position ?? 0) + 1;
    await db.insert(outsideConsent).values({
      communityId,
      proposalId: facts.row.id,
      position,
      organisation,
      asked,
      askedOn,
      due,
      askedBy: personOf(actor) ?? 0,
    });
    const done = await step(scope, facts.row, 'outside_asked', { detail: { consent: position, organisation } });
    const content = { ...done.leaf.content, asked, askedOn, due, instead: before?.position ?? null };
    return { ...done, value: { proposal: facts.no, consent: position }, leaf: { ...done.leaf, content } };
  },
});

/** Given or refused, in their words. */
export const answerOutside = command({
  act: acts.answerOutside,
  input: answerInput,
  facts: lockConsent,
  shown: ({ facts }) => consentShown(facts.consent),
  run: async (scope) => {
    const { db, now, actor, input, facts } = scope;
    const { outcome: state, answer, answeredOn } = input;
    const { position, organisation, ...held } = facts.consent;
    const may = checkAnswered(held, answeredOn, shanghaiDate(now));
    if (!may.ok) return may;
    if (held.state === state && held.answer === answer && held.answeredOn === answeredOn)
      return refuse('nothing_changed');
    await db
      .update(outsideConsent)
      .set({ state, answer, answeredOn, answeredBy: personOf(actor), answeredAt: now })
      .where(ofConsent(facts.row, position));
    const detail = { consent: position, organisation, outcome: state };
    const done = await step(scope, facts.row, 'outside_answered', { detail });
    const content = { ...done.leaf.content, answer, answeredOn };
    return { ...done, value: { proposal: facts.no, consent: position }, leaf: { ...done.leaf, content } };
  },
});

/** It is not needed any more: why stands where the answer would. */
export const dropOutside = command({
  act: acts.dropOutside,
  input: dropInput,
  facts: lockConsent,
  shown: ({ facts }) => consentShown(facts.consent),
  run: async (scope) => {
    const { db, now, actor, input, facts } = scope;
    const { position, organisation } = facts.consent;
    await db
      .update(outsideConsent)
      .set({ state: 'dropped', answer: input.reason, answeredBy: personOf(actor), answeredAt: now })
      .where(ofConsent(facts.row, position));
    const said = { reason: input.reason, detail: { consent: position, organisation } };
    const done = await step(scope, facts.row, 'outside_dropped', said);
    return { ...done, value: { proposal: facts.no, consent: position } };
  },
});
