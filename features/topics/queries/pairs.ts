import { mayReadCases } from '@/features/cases/policy';
import { areNeighbours } from '@/features/likeness/rules/places';
import { whyNot } from '@/lib/act';
import { query } from '@/lib/query';
import { decideOpposite, proposeTopic } from '../acts';
import type { Complaint, Decided } from '../moves';
import {
  asOf,
  begun,
  type Candidate,
  candidatesFrom,
  type Found,
  findingsFor,
  proposalsOf,
  repeatsFrom,
  type Sided,
  verdictsIn,
} from '../moves/found';
import { openPairs } from '../moves/open';
import { MOST_GATHERED } from '../rules';
import { sidesOf } from '../rules/opposites';

/** What somebody has spoken of, as it stands now. */
export interface Spoken extends Omit<Decided, 'asks' | 'bears' | 'at'> {
  at: Date;
  asks: Complaint[];
  bears: Complaint[];
  /** Proposals under way that gathered both sides. */
  proposals: { no: number; title: string }[];
}

/** What was said last: of a pair that was spoken of again the earlier word counts no more. */
function spokenOf(found: Found): Spoken[] {
  const verdictOf = verdictsIn(found);
  return found.decided.toReversed().flatMap((one) => {
    const stands = one.asks.some((a) => one.bears.some((b) => verdictOf([a, b])?.id === one.id));
    if (!stands) return [];
    const of = (ids: number[]) => ids.flatMap((id) => found.byId.get(id) ?? []);
    const [asks, bears] = [of(one.asks), of(one.bears)];
    const theirs = new Set(proposalsOf(bears).map(({ no }) => no));
    return [
      { ...one, at: new Date(one.at), asks, bears, proposals: proposalsOf(asks).filter(({ no }) => theirs.has(no)) },
    ];
  });
}

/** Complaints that may pull against each other, for somebody to say whether they do; and those of which somebody has. */
export const deskPairs = query({
  name: 'topics.opposites',
  allow: (who) => mayReadCases(who),
  read: async (scope, _: Record<never, never>) => {
    const found = await findingsFor(scope);
    const spoken = spokenOf(found);
    return {
      ...asOf(found),
      open: openPairs(found),
      confirmed: spoken.filter(({ verdict }) => verdict === 'confirmed'),
      dismissed: spoken.filter(({ verdict }) => verdict === 'dismissed'),
      mayDecide:
        whyNot(decideOpposite, { facts: { verdicts: [], wanted: null }, who: scope.who, now: scope.now }) === null,
    };
  },
});

/** The pair a complaint stands in: to be spoken of, or as somebody has. */
export const pairOf = query({
  name: 'topic.opposite',
  allow: (who) => mayReadCases(who),
  read: async (scope, { no }: { no: number }) => {
    const found = await findingsFor(scope, no);
    const stands = ({ asks, bears }: Candidate) => [...asks, ...bears].some(({ complaint }) => complaint.no === no);
    const [open, candidate] = [openPairs(found).find(stands), candidatesFrom(found).find(stands)];
    // The latest, and the one that is asked about: of more somebody says so the next time.
    const atOnce = (of: Sided[]) => {
      const own = of.filter(({ complaint }) => complaint.no === no);
      return [...of.filter((one) => !own.includes(one)).slice(own.length - MOST_GATHERED), ...own];
    };
    const spoken = spokenOf(found).find(({ asks, bears }) => [...asks, ...bears].some((one) => one.no === no));
    if (!open && !candidate && !spoken) return undefined;
    const who = { who: scope.who, now: scope.now };
    const both = spoken?.verdict === 'confirmed' ? spoken : null;
    return {
      open: open ? { ...open, asks: atOnce(open.asks), bears: atOnce(open.bears) } : null,
      spoken: spoken ?? null,
      /** Proposals that have gathered it already. */
      gathered: proposalsOf(
        [...(candidate?.asks ?? []), ...(candidate?.bears ?? [])].map(({ complaint }) => complaint),
      ),
      begun: begun([...(both?.asks ?? []), ...(both?.bears ?? [])]),
      mayDecide: whyNot(decideOpposite, { facts: { verdicts: [], wanted: null }, ...who }),
      mayPropose: whyNot(proposeTopic, { facts: {}, ...who }),
    };
  },
});

/** What of a complaint came back, and who stands on the other side of it; undefined where nothing is to be said. */
export const echoesOf = query({
  name: 'case.echoes',
  allow: (who) => mayReadCases(who),
  read: async (scope, { no }: { no: number }) => {
    const found = await findingsFor(scope, no);
    const own = found.told.find(({ complaint }) => complaint.no === no);
    if (!own) return undefined;
    const { complaint } = own;
    const repeats = repeatsFrom(found);
    const later = [...repeats].flatMap(([one, earlier]) => (earlier.includes(complaint) ? [one] : []));
    const among = ({ asks, bears }: { asks: readonly Complaint[]; bears: readonly Complaint[] }) =>
      [...asks, ...bears].some((one) => one.id === complaint.id);
    const spoken = spokenOf(found).filter((one) => one.verdict === 'confirmed' && among(one));
    const candidates = candidatesFrom(found);
    const stands = ({ asks, bears }: Candidate) =>
      among({ asks: asks.map((one) => one.complaint), bears: bears.map((one) => one.complaint) });
    const beside = found.buildings.filter(
      (name) => !own.spot.buildings.includes(name) && own.spot.buildings.some((mine) => areNeighbours(mine, name)),
    );
    const alone = complaint.answered
      ? []
      : sidesOf(own.text)
          .filter(({ matter }) => !candidates.some((one) => one.matter === matter && stands(one)))
          .map((side) => ({ ...side, beside }));
    return {
      earlier: repeats.get(complaint) ?? [],
      later,
      also: complaint.also,
      opposite: spoken.map((one) => ({
        ...one,
        others: one.asks.some(({ id }) => id === complaint.id) ? one.bears : one.asks,
        side: one.asks.some(({ id }) => id === complaint.id) ? ('asks' as const) : ('bears' as const),
      })),
      open: openPairs(found).some(stands),
      /** Nobody near has said the other thing yet. */
      alone,
    };
  },
});
export type Echoes = NonNullable<Awaited<ReturnType<typeof echoesOf>>>;
