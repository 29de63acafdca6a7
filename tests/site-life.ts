/**
 * A small pure model of what follows the signature, made of the rules and nothing else: the site, the promises, the
 * acceptance by a delegate of each group, the callbacks. Property tests play it with random people.
 */
import {
  type Call,
  callBlock,
  checkWave,
  dueWaves,
  isVerified,
  type Wave,
  waveResult,
} from '@/features/callbacks/rules';
import { mayMoveAs, type Role, type State } from '@/features/proposals/rules';
import {
  type Acceptance,
  builtBy,
  type Commitment,
  checkOutcome,
  checkReport,
  checkSite,
  completion,
  mayBeDelegate,
  type Outcome,
} from '@/features/works/rules';
import { addDays, type Day } from '@/lib/calendar';

/** Household n is person n; 21 named the groups, 27 works for property and in the office, 6 too, and lives here. */
export const GROUPS = [
  { id: 14, households: [1, 2, 3, 4] },
  { id: 15, households: [5, 6, 7] },
];
export const FLOOR = [2, 3] as const;
const ROLES = new Map<number, Role[]>([
  [6, ['resident', 'property', 'social-worker']],
  [21, ['social-worker']],
  [22, ['governance-secretary']],
  [24, ['property']],
  [25, ['hotline']],
  [27, ['property', 'social-worker', 'hotline']],
]);
export const PEOPLE = [...new Set([1, 2, 3, 4, 5, 6, 7, ...ROLES.keys()])];
export const HANDLERS = [21];
const rolesOf = (person: number): Role[] => ROLES.get(person) ?? ['resident'];

type Milestone = { reportedBy: number | null; checkedBy: number | null };
type Ring = Call & { caller: number | null };
/** `of`: the how-manieth completion it asks about. */
export type Drawn = { wave: Wave; of: number; calls: Ring[]; closed: boolean };
export type Site = {
  state: State;
  today: Day;
  milestones: Milestone[];
  acceptances: (Acceptance & { delegate: number })[];
  commitments: Commitment[];
  completedOn: Day | null;
  completions: number;
  snowOn: Day | null;
  waves: Drawn[];
  history: State[];
};

export type Act =
  | { do: 'start' | 'complete' | 'resume' | 'redesign' | 'reopen'; by: number }
  | { do: 'report'; by: number; milestone: number; pictures: number; late: number }
  | { do: 'check'; by: number; milestone: number }
  | { do: 'name'; group: number; person: number }
  | { do: 'accept'; person: number; outcome: Outcome; repairIn: number | null }
  | { do: 'decide'; index: number; outcome: Outcome; repairIn: number | null }
  | { do: 'pass'; days: number }
  | { do: 'snow' }
  | { do: 'draw'; wave: Wave }
  | { do: 'ring'; by: number; index: number; satisfaction: Call['satisfaction'] }
  | { do: 'close'; by: number; wave: Wave };

export const signed: Site = {
  state: 'signed_off',
  today: '2022-08-01',
  milestones: [],
  acceptances: [],
  commitments: [],
  completedOn: null,
  completions: 0,
  snowOn: null,
  waves: [],
  history: ['signed_off'],
};

export const builders = (s: Site): number[] => builtBy(s.milestones);
export const wavesNow = (s: Site): Drawn[] => s.waves.filter((one) => one.of === s.completions);
const repair = (s: Site, days: number | null): Day | null => (days === null ? null : addDays(s.today, days));
const moment = (completion: number): Date => new Date(completion);

function entered(s: Site, by: number | 'clock', to: State): Site | null {
  const roles: Role[] = by === 'clock' ? ['clock'] : rolesOf(by);
  if (!roles.some((role) => mayMoveAs(role, s.state, to, true))) return null;
  return { ...s, state: to, history: [...s.history, to] };
}

/** Built, or built again after it was reopened: one milestone more, and everybody looks anew. */
function building(s: Site, by: number): Site | null {
  const begun = entered(s, by, 'building');
  return (
    begun && {
      ...begun,
      milestones: [...s.milestones, { reportedBy: null, checkedBy: null }],
      acceptances: s.acceptances.map((one) => ({ ...one, outcome: null, repairOn: null })),
      commitments: [{ id: 1, outcome: null, repairOn: null }],
    }
  );
}

function close(s: Site, by: number, wave: Wave): Site | null {
  const held = wavesNow(s).find((one) => one.wave === wave);
  if (!held || !rolesOf(by).includes('hotline') || held.calls.some((one) => one.caller === null)) return null;
  const own = { completedAt: moment(held.of), closedAt: held.closed ? new Date(1) : null };
  if (!checkWave(s.state, own, moment(s.completions)).ok) return null;
  const after = { ...s, waves: s.waves.map((one) => (one === held ? { ...held, closed: true } : one)) };
  const groups = GROUPS.map(({ id }) => id);
  const results = new Map(
    wavesNow(after)
      .filter((one) => one.closed)
      .map((one) => [one.wave, waveResult(groups, one.calls, FLOOR)]),
  );
  if (results.get(wave)?.passes === false) return entered(after, 'clock', 'reopened');
  return isVerified(results) ? entered(after, by, 'verified') : after;
}

/** Every group in full: it is small, and all of it is called. */
function draw(s: Site, wave: Wave): Site | null {
  if ((s.state !== 'completed' && s.state !== 'verifying') || !s.completedOn) return null;
  if (!dueWaves(s.completedOn, s.snowOn, s.today).includes(wave)) return null;
  if (wavesNow(s).some((one) => one.wave === wave)) return null;
  const calls = GROUPS.flatMap(({ id, households }) =>
    households.map((): Ring => ({ group: id, reached: false, satisfaction: null, caller: null })),
  );
  const drawn = { ...s, waves: [...s.waves, { wave, of: s.completions, calls, closed: false }] };
  return s.state === 'completed' ? entered(drawn, 25, 'verifying') : drawn;
}

function ring(s: Site, by: number, index: number, satisfaction: Call['satisfaction']): Site | null {
  const held = wavesNow(s).find((one) => !one.closed);
  if (!held || !rolesOf(by).includes('hotline')) return null;
  if (callBlock(by, { handlers: HANDLERS, builders: builders(s) }) !== null) return null;
  if (!checkWave(s.state, { completedAt: moment(held.of), closedAt: null }, moment(s.completions)).ok) return null;
  const calls = held.calls.map((one, at) =>
    at === index % held.calls.length ? { ...one, reached: satisfaction !== null, satisfaction, caller: by } : one,
  );
  return { ...s, waves: s.waves.map((one) => (one === held ? { ...held, calls } : one)) };
}

function accept(s: Site, person: number, outcome: Outcome, repairOn: Day | null): Site | null {
  if (!checkSite(s.state, true).ok || !checkOutcome(outcome, repairOn, s.today).ok) return null;
  if (!s.acceptances.some((one) => one.delegate === person)) return null;
  const said = s.acceptances.map((one) => (one.delegate === person ? { ...one, outcome, repairOn } : one));
  return { ...s, acceptances: said };
}

function onMilestone(s: Site, at: number, change: (one: Milestone) => Milestone | null): Site | null {
  const one = s.milestones[at % Math.max(1, s.milestones.length)];
  const next = one && checkSite(s.state, true).ok && one.checkedBy === null ? change(one) : null;
  return next && { ...s, milestones: s.milestones.map((other) => (other === one ? next : other)) };
}

/** The act's effect, or null when a rule refuses it. */
function effect(s: Site, act: Act): Site | null {
  const site = checkSite(s.state, true).ok;
  switch (act.do) {
    case 'start':
      return s.state === 'signed_off' ? building(s, act.by) : null;
    case 'resume':
      return s.state === 'reopened' ? building(s, act.by) : null;
    case 'redesign':
      return entered(s, act.by, 'redesign');
    case 'reopen':
      return entered(s, act.by, 'reopened');
    case 'report':
      return onMilestone(s, act.milestone, (one) => {
        const done = act.pictures > 0 && checkReport(addDays(s.today, act.late), s.today).ok;
        return done && rolesOf(act.by).includes('property') ? { ...one, reportedBy: act.by } : null;
      });
    case 'check':
      return onMilestone(s, act.milestone, (one) => {
        const looks = one.reportedBy !== null && rolesOf(act.by).includes('social-worker');
        return looks && one.reportedBy !== act.by ? { ...one, checkedBy: act.by } : null;
      });
    case 'name': {
      const group = GROUPS.find(({ id }) => id === act.group);
      const person = { id: act.person, household: act.person };
      if (!site || !group || !mayBeDelegate(person, group.households, builders(s))) return null;
      const others = s.acceptances.filter((one) => one.group !== group.id);
      return {
        ...s,
        acceptances: [...others, { group: group.id, delegate: act.person, outcome: null, repairOn: null }],
      };
    }
    case 'accept':
      return accept(s, act.person, act.outcome, repair(s, act.repairIn));
    case 'decide': {
      const one = s.commitments[act.index % Math.max(1, s.commitments.length)];
      const repairOn = repair(s, act.repairIn);
      if (!site || !one || !checkOutcome(act.outcome, repairOn, s.today).ok) return null;
      return {
        ...s,
        commitments: s.commitments.map((other) => (other === one ? { ...one, outcome: act.outcome, repairOn } : other)),
      };
    }
    case 'complete': {
      const groups = GROUPS.map(({ id }) => id);
      if (!site || s.milestones.some((one) => one.checkedBy === null)) return null;
      if (!completion(groups, s.acceptances, s.commitments, builders(s)).complete) return null;
      const done = entered(s, act.by, 'completed');
      return done && { ...done, completedOn: s.today, completions: s.completions + 1, snowOn: null };
    }
    case 'pass':
      return { ...s, today: addDays(s.today, act.days) };
    case 'snow':
      return s.completedOn && !s.snowOn ? { ...s, snowOn: s.today } : null;
    case 'draw':
      return draw(s, act.wave);
    case 'ring':
      return ring(s, act.by, act.index, act.satisfaction);
    case 'close':
      return close(s, act.by, act.wave);
  }
}

/** Applies an act; what a rule refuses leaves everything as it was. */
export const apply = (s: Site, act: Act): Site => effect(s, act) ?? s;

/** What people of good will would do next; null when it is at an end. */
export function nextStep(s: Site): Act | null {
  switch (s.state) {
    case 'signed_off':
      return { do: 'start', by: 22 };
    case 'building': {
      const open = s.milestones.findIndex((one) => one.checkedBy === null);
      if (open >= 0 && s.milestones[open]?.reportedBy === null)
        return { do: 'report', by: 24, milestone: open, pictures: 1, late: 0 };
      if (open >= 0) return { do: 'check', by: 21, milestone: open };
      const builds = builders(s);
      const speaks = (id: number) => s.acceptances.some((one) => one.group === id && !builds.includes(one.delegate));
      const group = GROUPS.find(({ id }) => !speaks(id));
      if (group)
        return { do: 'name', group: group.id, person: group.households.find((one) => !builds.includes(one)) ?? 0 };
      const silent = s.acceptances.find((one) => one.outcome !== 'accepted');
      if (silent) return { do: 'accept', person: silent.delegate, outcome: 'accepted', repairIn: null };
      if (s.commitments.some((one) => one.outcome === null))
        return { do: 'decide', index: 0, outcome: 'accepted', repairIn: null };
      return { do: 'complete', by: 21 };
    }
    case 'completed':
    case 'verifying': {
      const held = wavesNow(s).find((one) => !one.closed);
      if (held) {
        const index = held.calls.findIndex((one) => one.caller === null);
        return index >= 0
          ? { do: 'ring', by: 25, index, satisfaction: 'satisfied' }
          : { do: 'close', by: 25, wave: held.wave };
      }
      const due = dueWaves(s.completedOn ?? s.today, s.snowOn, s.today);
      const wave = due.find((one) => !wavesNow(s).some((drawn) => drawn.wave === one));
      if (wave) return { do: 'draw', wave };
      return s.snowOn ? { do: 'pass', days: 30 } : { do: 'snow' };
    }
    case 'reopened':
      return { do: 'resume', by: 22 };
    default:
      return null;
  }
}
