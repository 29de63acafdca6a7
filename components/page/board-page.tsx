import { orMissing, type Params, type Place, placeAt, type Shown } from '@/components/page/place';

/** A page of the notice board: it knows of nobody who reads it. `numbers`: the segments that are numbers. */
export function boardPage<No extends string>(numbers: readonly No[], show: (place: Place<No>) => Shown) {
  return async ({ params }: { params: Params }) => {
    const { numbers: found, ...place } = await placeAt(numbers, params);
    return orMissing(found ? show({ ...place, ...found }) : null, place.locale, place.community);
  };
}
