import { corpusOf, likenesses } from './likeness';
import { isNear, spotOf } from './places';

/** So alike near it may be the same; further away, or where nobody says where, it must say nearly the same. Tried in the test beside this. */
const NEAR = 0.35;
const ANYWHERE = 0.85;

interface Titled {
  title: string;
  place: string;
}

/** Of what hangs what may be what somebody is about to write, by its place among them: the near ones first, then the likest. */
export function alikeAmong(said: Titled, open: readonly Titled[], home: string): number[] {
  const corpus = corpusOf([...open.map(({ title }) => title), said.title]);
  const here = spotOf(said.place, null, home);
  const isClose = open.map(({ place }) => isNear(here, spotOf(place, null, home)));
  return [...likenesses(corpus, open.length).subarray(0, open.length)]
    .map((score, at) => ({ at, score, close: isClose[at] === true }))
    .filter(({ score, close }) => score >= (close ? NEAR : ANYWHERE))
    .sort((a, b) => Number(b.close) - Number(a.close) || b.score - a.score || b.at - a.at)
    .map(({ at }) => at);
}

/** Both say where they are, and it is nowhere near. */
export function isElsewhere(one: Pick<Titled, 'place'>, other: Pick<Titled, 'place'>, home: string): boolean {
  const [here, there] = [spotOf(one.place, null, home), spotOf(other.place, null, home)];
  const isSaid = ({ buildings, named }: typeof here) => buildings.length > 0 || named !== '';
  return isSaid(here) && isSaid(there) && !isNear(here, there);
}
