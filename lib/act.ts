import { type Actor, personOf, ROLES, type Role, type Who } from './actor';
import { type Refusal, type Result, refuse } from './result';
import type { Losses } from './undoing';

/**
 * An act, said once. The gate asks it under the locks, the page asks it for its reason, and the desk whom it waits for.
 * `F` is what has to be known, loaded by the loader of its room; `C` are the codes it refuses with. Pure: facts in, refusal
 * or null out.
 */
export interface Act<F, C extends string> {
  /** Stands in the record and in the permission matrix: `proposal.accept`. */
  name: string;
  /** Why nobody can do it now; null when it can be done. What is typed into the form is judged by the command. */
  why: (facts: F, now: Date) => Refusal<C> | null;
  /** Whose it is, and in what capacity; null: not theirs. */
  by: (who: Who, facts: F) => Actor | null;
  /** Why somebody whose it is still may not do this one: they proposed it themselves, they have signed. */
  unless?: (actor: Actor, facts: F) => Refusal<C> | null;
  /**
   * It undoes what others did: what it costs them, in numbers. Whoever does it says why, has seen these numbers, and
   * presses twice; the page says them beforehand. Where there is nothing to undo, it is an act like any other.
   */
  undoes?: (facts: F, now: Date) => Losses;
  /**
   * A step of what goes to and fro: the same words, sent again after something else was done with the same thing, are another
   * act. Without it they are the act that was done: somebody came back to the page.
   */
  recurs?: true;
}

/** What an act is asked about, who asks, and when. */
export interface Asked<F> {
  facts: F;
  who: Who;
  now: Date;
}

/** Nothing stands in the way: who may is the only question. */
export const never = () => null;

/** Refused with this code while it stands. */
export const because = <C extends string>(stands: boolean, code: C, details?: Refusal['details']): Refusal<C> | null =>
  stands ? refuse(code, details).refusal : null;

/** Nobody proposes and alone approves: whoever did the first of two steps does not do the second. */
export const secondPerson = (actor: Actor, first: number | null | undefined): Refusal<'second_person'> | null =>
  because(first !== undefined && first !== null && personOf(actor) === first, 'second_person');

/**
 * For the gate: in what capacity they act. Whoever may not do it at all learns nothing else; whoever has seen something
 * else than what stands now (`stale`) is told that first.
 */
export async function permit<F, C extends string>(
  { why, by, unless }: Act<F, C>,
  { facts, who, now }: Asked<F>,
  stale: () => Promise<Refusal<C | 'overtaken'> | null>,
): Promise<Result<Actor, C | 'not_allowed' | 'overtaken'>> {
  const actor = by(who, facts);
  if (!actor) return { ok: false, refusal: { code: 'not_allowed' } };
  const refusal = (await stale()) ?? why(facts, now) ?? unless?.(actor, facts);
  return refusal ? { ok: false, refusal } : { ok: true, value: actor };
}

/** Why whoever asks may not do it, whenever it can be done. */
export function notTheirs<F, C extends string>(
  { by, unless }: Pick<Act<F, C>, 'by' | 'unless'>,
  who: Who,
  facts: F,
): Refusal<C | 'not_allowed'> | null {
  const actor = by(who, facts);
  return actor ? (unless?.(actor, facts) ?? null) : { code: 'not_allowed' };
}

/** For pages and the desk: why whoever asks cannot do it now, what holds for everybody first; null when they can. */
export const whyNot = <F, C extends string>(
  act: Act<F, C>,
  { facts, who, now }: Asked<F>,
): Refusal<C | 'not_allowed'> | null => act.why(facts, now) ?? notTheirs(act, who, facts);

/** Nobody in particular, in an office: to find out whose an act is. */
export const somebodyAs = (role: Role): Who => ({
  kind: 'person',
  personId: -1,
  households: [],
  grants: [{ id: 0, role, entranceId: null }],
});

type Path = readonly (string | number)[];

/** Households of a group, and how many of them have been heard. */
interface Heard {
  name: string;
  households: number;
  reached: number;
}

/** An act with its address at the desk, whether something waits for it, since when, and by when it is due. */
export interface DeskAct<F, C extends string, D extends F = F> extends Act<F, C> {
  /** `D`: what the desk knows beside what the act asks about. */
  desk: {
    /** Names its words and its place. */
    word: string;
    /** Names its words where they are others now: a confirmation, a change. */
    wording?: (facts: D) => string;
    /** It stands among what waits today, and not on the page of its proposal. */
    todayOnly?: true;
    /** Below the desk's address of the community; `#part` at its end leads to a part of the page. */
    path: (facts: D) => Path;
    /** That it waits would tell others what households say: only whoever may do it is told. */
    theirsAlone?: true;
    /** It is done at the doors: `path` is below their address. */
    door?: true;
    /** What may be done but need not is not needed. */
    needed?: (facts: D, now: Date) => boolean;
    since?: (facts: D) => Date | null;
    due?: (facts: D, now: Date) => Date | null;
    count?: (facts: D, now: Date) => number;
    groups?: (facts: D) => Heard[];
    /** What households said that it is about, for whoever may do it. */
    words?: (facts: D) => string[];
  };
}

/** One act as it stands for whoever asks. */
export interface Standing {
  /** Its word. */
  act: string;
  wording: string;
  todayOnly: boolean;
  path: Path;
  door: boolean;
  needed: boolean;
  at: Date | null;
  due: Date | null;
  count: number | undefined;
  groups: Heard[];
  /** What households said; nothing for whoever cannot do it. */
  words: string[];
  /** Why whoever asks cannot do it now; null when they can. */
  block: Refusal | null;
  /** In which offices somebody can do it now. */
  offices: () => Role[];
}

/** What stands at the desk when `L` is known of one proposal. */
export type Standings<L> = (asked: Asked<L>) => Standing[];

const earliest = (dates: readonly (Date | null | undefined)[]): Date | null => {
  const times = dates.flatMap((one) => one?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
};

/** One line for each of these. */
export function each<L, F, D extends F>(
  act: DeskAct<F, string, D>,
  of: (life: L, now: Date) => readonly D[],
): Standings<L> {
  const { word, wording, todayOnly, theirsAlone, path, door, needed, since, due, count, groups, words } = act.desk;
  const told = (who: Who, facts: D) => !theirsAlone || act.by(who, facts) !== null;
  return ({ facts: life, who, now }) =>
    of(life, now)
      .filter((facts) => told(who, facts))
      .map((facts) => ({
        act: word,
        wording: wording?.(facts) ?? word,
        todayOnly: todayOnly === true,
        path: path(facts),
        door: door === true,
        needed: needed?.(facts, now) === true,
        at: since?.(facts) ?? null,
        due: due?.(facts, now) ?? null,
        count: count?.(facts, now),
        groups: groups?.(facts) ?? [],
        words: whyNot(act, { facts, who, now }) === null ? (words?.(facts) ?? []) : [],
        block: whyNot(act, { facts, who, now }),
        offices: () => ROLES.filter((role) => whyNot(act, { facts, who: somebodyAs(role), now }) === null),
      }));
}

/** One line for the proposal. */
export const once = <F, D extends F>(act: DeskAct<F, string, D>): Standings<D> => each(act, (life: D) => [life]);

interface Together<L, F> {
  of: (life: L) => readonly F[];
  /** Why nothing is to be done where there are none. */
  none: (life: L) => Refusal;
  /** Where there is another address for several, or for none. */
  path?: (life: L, all: readonly F[]) => Path | undefined;
}

/** One line for all of these together: as many as are needed and whoever asks may do, the oldest and the earliest first. */
export function together<L, F, D extends F>(
  act: DeskAct<F, string, D>,
  { of, none, path }: Together<L, D>,
): Standings<L> {
  const { desk } = act;
  return ({ facts: life, who, now }) => {
    const all = of(life);
    const [first] = all;
    const blocks = (asks: Who) => all.map((facts) => whyNot(act, { facts, who: asks, now }));
    const block = (asks: Who) => {
      const found = blocks(asks);
      return found.length === 0 ? none(life) : found.some((one) => one === null) ? null : (found[0] ?? null);
    };
    const needed = all.filter((one) => desk.needed?.(one, now) === true);
    const barred = (facts: D) => {
      const actor = act.by(who, facts);
      return actor !== null && (act.unless?.(actor, facts) ?? null) !== null;
    };
    return [
      {
        act: desk.word,
        wording: desk.word,
        todayOnly: false,
        path: path?.(life, all) ?? (first === undefined ? [] : desk.path(first)),
        door: desk.door === true,
        needed: needed.length > 0,
        at: earliest(needed.map((one) => desk.since?.(one))),
        due: earliest(needed.map((one) => desk.due?.(one, now))),
        count: needed.filter((one) => !barred(one)).length,
        groups: [],
        words: [],
        block: block(who),
        offices: () => ROLES.filter((role) => block(somebodyAs(role)) === null),
      },
    ];
  };
}
