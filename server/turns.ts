/** Requests of this process being answered at once; one that takes longer than `LONG` leaves its place to another. */
const PLACES = 6;
const LONG = 2_000;
/** Requests of one at once, and waiting. */
const AT_ONCE = { person: 1, address: 4 };
const MOST_WAITING = 40;
/** So much of the house's time one may use in a row; then no more than this part of it while others are there. */
const BURST = 2_000;
const PART = 1 / 4;
/** So long somebody is there after their last request has begun. */
const THERE = 2_000;

/** Whose turn it is: a person's, or of an address behind which somebody is who has not signed in. */
export interface Whose {
  kind: keyof typeof AT_ONCE;
  key: string;
}

/** What is needed of time; tests bring their own. */
interface Clock {
  now: () => number;
  after: (milliseconds: number, work: () => void) => void;
}

const real: Clock = {
  now: () => performance.now(),
  after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
};

/** Ends a turn; twice is once. */
type End = () => void;

interface One {
  most: number;
  waiting: ((end: End) => void)[];
  /** Since when the first of them has been the first. */
  since: number;
  inWork: number;
  begun: number;
  /** Milliseconds of the house's time used beyond their part of it, as of `at`. */
  used: number;
  at: number;
}

/**
 * A fair queue: whoever has eight connections gets their turn, not eight, and whoever keeps the house busy for longer than
 * a burst pauses for the others, if there are any.
 *
 * @returns `take`, which resolves when it is their turn; undefined: too many of theirs wait already
 */
export function turns(clock: Clock = real) {
  const all = new Map<string, One>();
  let places = PLACES;
  let inWork = 0;
  /** How far each request in work has come, of the time that all of them share. */
  let share = 0;
  let at = clock.now();
  let looksAgain = Number.POSITIVE_INFINITY;

  const goOn = (now: number) => {
    if (inWork > 0) share += (now - at) / inWork;
    at = now;
  };
  const used = (one: One, now: number) => Math.max(0, one.used - (now - one.at) * PART);
  const isThere = (one: One, now: number) => one.inWork + one.waiting.length > 0 || now - one.begun < THERE;
  const alone = (one: One, now: number) => ![...all.values()].some((other) => other !== one && isThere(other, now));
  const pause = (one: One, now: number) => {
    const over = used(one, now) - BURST;
    // Whole milliseconds: so little that the clock stands still would be waited for without end.
    return over > 0 && !alone(one, now) ? Math.ceil(over / PART) : 0;
  };

  function begin(one: One): End {
    goOn(clock.now());
    const from = share;
    let ended = false;
    let holdsPlace = true;
    const leavePlace = () => {
      if (holdsPlace) places += 1;
      holdsPlace = false;
    };
    one.begun = at;
    one.inWork += 1;
    inWork += 1;
    places -= 1;
    clock.after(LONG, () => {
      leavePlace();
      next();
    });
    return () => {
      if (ended) return;
      ended = true;
      goOn(clock.now());
      // What waits for others, a gateway or a register of thousands, is not time of the house.
      one.used = used(one, at) + Math.min(share - from, LONG);
      one.at = at;
      one.inWork -= 1;
      inWork -= 1;
      leavePlace();
      next();
    };
  }

  function next(): void {
    const now = clock.now();
    while (places > 0) {
      let soonest = Number.POSITIVE_INFINITY;
      let first: One | undefined;
      for (const one of all.values()) {
        if (one.waiting.length === 0 || one.inWork >= one.most) continue;
        const wait = pause(one, now);
        if (wait > 0) soonest = Math.min(soonest, wait);
        else if (!first || one.since < first.since) first = one;
      }
      if (!first) {
        lookAgain(now, soonest);
        return;
      }
      first.since = now;
      first.waiting.shift()?.(begin(first));
    }
  }

  function lookAgain(now: number, wait: number): void {
    if (now + wait >= looksAgain) return;
    looksAgain = now + wait;
    // Others may have left meanwhile.
    clock.after(Math.min(wait, THERE), () => {
      looksAgain = Number.POSITIVE_INFINITY;
      next();
    });
  }

  /** Who is not there, and owes nothing, is not remembered. */
  function forget(now: number): void {
    for (const [key, one] of all) if (!isThere(one, now) && used(one, now) === 0) all.delete(key);
  }

  function take({ kind, key }: Whose): Promise<End> | undefined {
    const now = clock.now();
    const name = `${kind} ${key}`;
    if (!all.has(name) && all.size > 1_000) forget(now);
    const one: One = all.get(name) ?? {
      most: AT_ONCE[kind],
      waiting: [],
      since: now,
      inWork: 0,
      begun: Number.NEGATIVE_INFINITY,
      used: 0,
      at: now,
    };
    all.set(name, one);
    if (one.waiting.length >= MOST_WAITING) return undefined;
    if (one.waiting.length === 0) one.since = now;
    const turn = new Promise<End>((resolve) => one.waiting.push(resolve));
    next();
    return turn;
  }

  return { take };
}
