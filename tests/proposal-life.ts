/**
 * A small pure model of a proposal's life, made of the rules and nothing else: one community, its people, and the
 * commands they may try. Property tests play it with random people.
 */
import { broughtAlong, checkUndoing } from '@/features/mergers/rules';
import {
  type AnswerKind,
  isUnanswered,
  type Objection,
  objectionState,
  openObjections,
  type Verdict,
  withAnswer,
  withVerdict,
} from '@/features/objections/rules';
import { isObjecting } from '@/features/objections/rules/draw';
import { checkRevision, materialVersions, type PlanVersion } from '@/features/plans/rules';
import {
  actorsOf,
  checkGroups,
  mayMove,
  mayMoveAs,
  maySupport,
  mayWithdraw,
  type Role,
  type State,
  transitions,
} from '@/features/proposals/rules';
import { GATES_OF, type Gate, openGates } from '@/features/proposals/rules/gates';
import { type Opinion, type Stance, standing } from '@/features/rounds/rules';
import {
  agreement,
  checkNotice,
  checkSignature,
  rolesMissing,
  type Signature,
  type SignerRole,
  signedText,
} from '@/features/signoff/rules';
import { daysAfter } from '@/lib/calendar';

/** A small community: above benefits, below bears the harm. Household n is person n. */
export const GROUPS = [
  { id: 14, effect: 'benefits' as const, households: [1, 2, 3, 4], entrances: [{ id: 141, captain: 20 }] },
  { id: 15, effect: 'bears' as const, households: [5, 6, 7], entrances: [{ id: 151, captain: 20 }] },
];
export const HOUSEHOLDS = GROUPS.flatMap((group) => group.households);
export const STUBBORN = 7;
export const [S, C] = [22, 23];
const GRANTS = new Map<number, Role>([
  [20, 'captain'],
  [21, 'social-worker'],
  [S, 'governance-secretary'],
  [C, 'party-secretary'],
  [24, 'property'],
  [25, 'hotline'],
  [26, 'district'],
]);
export const PEOPLE = [...HOUSEHOLDS, ...GRANTS.keys()];
export const KEYS = GATES_OF.path_green.map(({ key }) => key);

type Point = Objection & { escalated: boolean };
export type Model = {
  state: State;
  author: number;
  termActive: boolean;
  stubborn: boolean;
  supporters: number[];
  /** A neighbour's proposal for the same thing, who supports that, and what this one brought along when it joined. */
  other: { supporters: number[]; joined: { on: number; brought: number[] } | null };
  /** Days since the beginning. */
  day: number;
  namedBy: number | null;
  confirmedBy: number | null;
  gates: Gate[];
  versions: PlanVersion[];
  rounds: { version: number; open: boolean }[];
  opinions: Opinion[];
  objections: Point[];
  noticeOver: boolean;
  signatures: Signature[];
  consents: { to: State; roles: Role[] };
  history: State[];
};

export type Command =
  | { do: 'move'; by: number; to: State }
  | { do: 'groups' | 'open' | 'revise' | 'sign'; by: number }
  | { do: 'gate'; by: number; key: string }
  | { do: 'close' | 'wait' }
  | { do: 'support'; household: number; other?: boolean }
  | { do: 'pass'; days: number }
  | { do: 'speak'; household: number; stance: Stance; own: boolean }
  | { do: 'answer'; by: number; index: number; kind: AnswerKind }
  | { do: 'judge'; household: number; index: number; verdict: Verdict };

export const start = (author: number, termActive: boolean, stubborn: boolean): Model => ({
  state: 'draft',
  author,
  termActive,
  stubborn,
  supporters: [],
  other: { supporters: [2, 6], joined: null },
  day: 0,
  namedBy: null,
  confirmedBy: null,
  gates: [],
  versions: [{ version: 1, clauses: [{ no: 1, text: 'v1' }], changes: [], materiality: [] }],
  rounds: [],
  opinions: [],
  objections: [],
  noticeOver: false,
  signatures: [],
  consents: { to: 'draft', roles: [] },
  history: ['draft'],
});

export const version = (m: Model) => m.versions.length;
export const lastRound = (m: Model) => m.rounds.at(-1);
const rolesOf = (m: Model, person: number): Role[] => {
  const granted = GRANTS.get(person);
  return [...(granted ? [granted] : ['resident' as const]), ...(person === m.author ? ['author' as const] : [])];
};

/** Where each household stands on the current version, by the rules alone. */
export function stancesOf(m: Model, group: (typeof GROUPS)[number]): Map<number, Stance> {
  const material = materialVersions(m.versions, group.id);
  const stances = group.households.flatMap((household): [number, Stance][] => {
    const said = m.opinions.filter((opinion) => opinion.household === household);
    const stands = standing(said, material, version(m));
    return stands ? [[household, stands.opinion.stance]] : [];
  });
  return new Map(stances);
}

/** Households that object and that no objection was drawn from. */
const undrawnIn = (m: Model, group: (typeof GROUPS)[number]): number[] =>
  [...stancesOf(m, group)]
    .filter(([, stance]) => isObjecting(stance))
    .map(([household]) => household)
    .filter((household) => !m.objections.some((one) => one.raisers.some((raiser) => raiser.household === household)));

export const agreed = (m: Model) =>
  agreement(
    GROUPS.map((group) => ({
      group: group.id,
      effect: group.effect,
      households: group.households,
      stances: stancesOf(m, group),
      objections: m.objections.filter((objection) => objection.group === group.id),
      undrawn: undrawnIn(m, group),
    })),
    version(m),
  );

export const textHash = (m: Model) =>
  JSON.stringify(
    signedText({
      proposal: 1,
      plan: { version: version(m), hash: `v${version(m)}` },
      rule: null,
      snapshot: 's',
      groups: agreed(m).groups.map(({ group, reached, agreeing }) => ({ group, reached, agreeing })),
      objections: m.objections.map((one) => ({ id: one.id, state: objectionState(one), answer: one.answer })),
      gates: m.gates.map(({ key, state, evidence, signer }) => ({ key, state, evidence, signer })),
      vote: null,
    }),
  );

const entered = (m: Model, to: State): Model => ({ ...m, state: to, history: [...m.history, to] });

/** What must hold before a state is entered, beyond who may do it. */
function holds(m: Model, to: State): boolean {
  const asked = lastRound(m);
  if (to === 'withdrawn') return mayWithdraw(m.state, m.supporters, m.author);
  if (m.state === 'scoping' && to === 'consulting') return checkGroups(GROUPS, m.namedBy, m.confirmedBy).ok;
  if (m.state === 'redesign' && to === 'consulting') return version(m) > (asked?.version ?? 0);
  if (to === 'redesign' && m.state === 'consulting')
    return asked?.open === false && (!agreed(m).agreed || openObjections(m.objections).length > 0);
  if (to === 'agreed') return asked?.open === false && asked.version === version(m) && agreed(m).agreed;
  if (to === 'noticed') return openGates('path_green', m.gates).length === 0;
  return m.state !== to && to !== 'signed_off';
}

const moment = (day: number) => daysAfter(new Date(0), day);

/** Whether it can still be separated from what it joined; afterwards it goes on there for good. */
export const mayPart = (m: Model): boolean =>
  checkUndoing(m.state, m.other.joined && moment(m.other.joined.on), moment(m.day)).ok;

/** Joins the neighbour's proposal, or is separated from it again. */
function join(m: Model, to: State): Model | null {
  const { supporters, joined } = m.other;
  if (to === 'merged') {
    if (!mayMove(m.state, 'merged')) return null;
    const brought = broughtAlong(m.supporters, supporters);
    const other = { supporters: [...supporters, ...brought], joined: { on: m.day, brought } };
    return { ...entered(m, to), other };
  }
  if (!mayPart(m)) return null;
  return { ...entered(m, to), other: { supporters: broughtAlong(supporters, joined?.brought ?? []), joined: null } };
}

function move(m: Model, by: number, to: State): Model | null {
  const roles = rolesOf(m, by).filter((role) => mayMoveAs(role, m.state, to, m.termActive));
  if (roles.length === 0 || !holds(m, to)) return null;
  if (to === 'merged' || m.state === 'merged') return join(m, to);
  const row = transitions.find((one) => one.to === to && one.from.includes(m.state));
  const given = [...new Set([...(m.consents.to === to ? m.consents.roles : []), ...roles])];
  const wanted = row?.together ? actorsOf(row, m.termActive) : [];
  if (wanted.some((role) => !given.includes(role)))
    return given.length > m.consents.roles.length || m.consents.to !== to
      ? { ...m, consents: { to, roles: given } }
      : null;
  return { ...entered(m, to), consents: { to: 'draft', roles: [] }, noticeOver: false, signatures: [] };
}

/** Draws one objection for every household that is against, or for it only if, and has none yet. */
function close(m: Model): Model {
  const fresh = GROUPS.flatMap((group) => undrawnIn(m, group).map((household) => ({ group: group.id, household })));
  const objections = fresh.map(({ group, household }, index) => ({
    id: m.objections.length + index + 1,
    group,
    acknowledged: false,
    reopened: false,
    escalated: false,
    answer: null,
    raisers: [{ household, verdict: null, tries: 0 }],
  }));
  const rounds = m.rounds.map((round) => ({ ...round, open: false }));
  return { ...m, rounds, objections: [...m.objections, ...objections] };
}

function revise(m: Model, by: number): Model | null {
  const previous = m.versions.at(-1);
  if (!previous || m.state !== 'redesign' || by !== 21 || version(m) > (lastRound(m)?.version ?? 0)) return null;
  const next: PlanVersion = {
    version: previous.version + 1,
    clauses: [{ no: 1, text: `v${previous.version + 1}` }],
    changes: [{ clause: 1, reasons: [{ kind: 'technical', text: 'gentler slope' }] }],
    materiality: GROUPS.map(({ id }) => ({ group: id, material: id === 15, judgedBy: by, confirmedBy: S })),
  };
  const objections = m.objections.map((one) => ({ id: one.id, answered: !isUnanswered(objectionState(one)) }));
  const checked = checkRevision(previous, next, { groups: [14, 15], objections, gates: KEYS });
  return checked.ok ? { ...m, versions: [...m.versions, checked.value] } : null;
}

function sign(m: Model, by: number): Model | null {
  const role = rolesOf(m, by).find(
    (one): one is SignerRole => one === 'party-secretary' || one === 'governance-secretary',
  );
  if (m.state !== 'noticed' || !role || !agreed(m).agreed) return null;
  const [ends, now] = [new Date(1), new Date(m.noticeOver ? 1 : 0)];
  const hash = textHash(m);
  const facts = { hash, termActive: m.termActive, proposer: m.author };
  const standingSignatures = m.signatures.filter((one) => one.hash === hash);
  const next = { role, signer: by, hash };
  if (!checkNotice(ends, [], now).ok || !checkSignature(standingSignatures, next, facts).ok) return null;
  const signatures = [...standingSignatures, next];
  const done = rolesMissing(signatures, hash, m.termActive).length === 0;
  return done ? { ...entered(m, 'signed_off'), signatures } : { ...m, signatures };
}

/** The command's effect, or null when a rule refuses it. */
function effect(m: Model, c: Command): Model | null {
  const secretary = 'by' in c && (c.by === C || (c.by === S && m.termActive));
  switch (c.do) {
    case 'move':
      return move(m, c.by, c.to);
    case 'support': {
      const known = c.other ? m.other.supporters : m.supporters;
      if (known.includes(c.household) || (!c.other && !maySupport(m.state))) return null;
      const supporters = [...known, c.household];
      return c.other ? { ...m, other: { ...m.other, supporters } } : { ...m, supporters };
    }
    case 'pass':
      return { ...m, day: m.day + c.days };
    case 'groups':
      if (m.state !== 'scoping') return null;
      return m.namedBy === null ? { ...m, namedBy: c.by } : { ...m, confirmedBy: c.by };
    case 'gate': {
      if (!secretary || m.gates.some((gate) => gate.key === c.key)) return null;
      const gate: Gate = { key: c.key, state: 'satisfied', evidence: 'paper', decidedOn: '2022-08-01', signer: c.by };
      return { ...m, gates: [...m.gates, gate] };
    }
    case 'open': {
      if (m.state !== 'consulting' || !secretary || lastRound(m)?.open) return null;
      return { ...m, rounds: [...m.rounds, { version: version(m), open: true }] };
    }
    case 'close':
      return m.state === 'consulting' && lastRound(m)?.open ? close(m) : null;
    case 'wait':
      return m.state === 'noticed' ? { ...m, noticeOver: true } : null;
    case 'speak': {
      if (m.state !== 'consulting' || !lastRound(m)?.open) return null;
      const { household, own } = c;
      const stance = m.stubborn && household === STUBBORN ? 'oppose' : c.stance;
      const said = {
        disowned: false,
        household,
        own,
        stance,
        round: m.rounds.length,
        seq: m.opinions.length,
        version: version(m),
      };
      return { ...m, opinions: [...m.opinions, said] };
    }
    case 'revise':
      return revise(m, c.by);
    case 'sign':
      return sign(m, c.by);
    case 'answer':
    case 'judge': {
      const one = m.objections[c.index % Math.max(1, m.objections.length)];
      if (!one || (c.do === 'answer' && c.by !== 21)) return null;
      const result = c.do === 'answer' ? answerTo(m, one, c.kind) : judge(m, one, c.household, c.verdict);
      if (!result.ok) return null;
      return { ...m, objections: m.objections.map((other) => (other === one ? result.value : other)) };
    }
  }
}

const answerTo = (m: Model, one: Point, kind: AnswerKind) =>
  withAnswer(one, { kind, version: version(m), clause: 1, reason: 'a pipe lies there' });

const judge = (m: Model, one: Point, household: number, verdict: Verdict) =>
  withVerdict(one, household, m.stubborn && household === STUBBORN ? 'maintained' : verdict);

/** Applies a command; what a rule refuses leaves everything as it was. */
export const apply = (m: Model, c: Command): Model => effect(m, c) ?? m;
