import { messages as alternatives } from '@/features/alternatives/messages';
import { messages as cases } from '@/features/cases/messages';
import { messages as council } from '@/features/council/messages';
import { messages as evaluations } from '@/features/evaluations/messages';
import { messages as meetings } from '@/features/meetings/messages';
import { messages as objections } from '@/features/objections/messages';
import { messages as offices } from '@/features/offices/messages';
import { messages as opinions } from '@/features/opinions/messages';
import { messages as orders } from '@/features/orders/messages';
import { messages as programmes } from '@/features/programmes/messages';
import { messages as proposals } from '@/features/proposals/messages';
import { messages as repairs } from '@/features/repairs/messages';
import { messages as stewards } from '@/features/stewards/messages';
import { messages as visits } from '@/features/visits/messages';
import type { Locale } from '@/lib/edition';
import { roles } from '@/lib/roles';
import { pick } from '@/lib/words';
import { messages } from '../messages';

type Words = Readonly<Record<string, string>>;
type OfFields = Readonly<Record<string, Words>>;

/** What the closed words of a field are called in its room: of every part, and of one part alone, which goes first. */
export function closedWords(locale: Locale): { every: OfFields; parts: Readonly<Record<string, OfFields>> } {
  const { words: own } = messages[locale].taken;
  const said = pick(opinions, locale);
  const about = pick(proposals, locale);
  const reported = pick(cases, locale);
  const called = pick(evaluations, locale);
  const handled = pick(orders, locale);
  const raised = pick(objections, locale);
  const visited = pick(visits, locale);
  const every = {
    ground: said.grounds,
    channel: said.channels,
    proof: said.proofs,
    role: roles[locale],
    as: { ...roles[locale], resident: own.resident },
    by: roles[locale],
    outcome: own.judged,
    satisfaction: called.satisfaction,
    resolved: called.resolved,
  };
  const parts = {
    opinions: { stance: said.stances },
    comments: { stance: about.stances },
    proposals: { kind: about.kinds },
    cases: { kind: reported.kinds, source: reported.sources },
    caseSteps: {
      step: Object.fromEntries(Object.entries(handled.steps).map(([name, step]) => [name, step.act])),
    },
    caseCalls: { outcome: called.outcomes },
    shortAnswers: { answer: own.shortAnswers },
    repairs: { step: pick(repairs, locale).own.step },
    alternatives: { answer: pick(alternatives, locale).answers },
    alternativeVisits: { outcome: pick(alternatives, locale).door.outcomes },
    visits: { outcome: pick(alternatives, locale).door.outcomes },
    pictures: { of: own.pictures },
    objections: {
      state: raised.states,
      answerKind: raised.answers,
      verdict: raised.verdicts,
      wordingApproved: own.wordingApproved,
    },
    appeals: { decision: own.appeals },
    meetings: { how: own.attended },
    meetingCorrections: { outcome: pick(meetings, locale).outcomes },
    signUps: { state: own.signUps, channel: pick(programmes, locale).channels },
    councilReviews: { verdict: pick(council, locale).verdicts },
    joins: { state: own.joins },
    depicted: { mayHang: own.mayHang },
    stewardship: { kind: pick(stewards, locale).kinds },
    turnsOnDuty: { part: pick(stewards, locale).parts },
    homeVisits: { purpose: visited.purposes, outcome: visited.outcomes, place: visited.places },
    careNotes: { consent: visited.consents },
    needs: { state: visited.states },
    needSteps: { step: visited.steps, into: visited.turns },
    offices: { office: pick(offices, locale).offices },
    term_changes: { kind: own.termChanges },
    letters: { channel: own.ways, state: own.sendings },
  };
  return { every, parts };
}
