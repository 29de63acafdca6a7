import { addPicture } from '@/features/pictures/commands';
import { buildPlace, namePlace } from '@/features/places/commands/build';
import { planMilestone } from '@/features/works/commands/report';
import { makeAccepted } from './building';
import { done } from './consultation';
import { checkPlace } from './shown';

const pixel = { data: Buffer.from('shed').toString('base64'), width: 4, height: 3 };

/** Everything accepted but a milestone of so many sheds; the first stands beside entrance 1 of building 15. */
export async function makeSheds(target: number) {
  const here = await makeAccepted();
  const property = here.by(here.property);
  const sheds = { works: 1, name: '车棚', plannedOn: '2022-04-12', target: String(target), places: 'yes' };
  const { milestone } = done(await planMilestone(property, sheds));
  const of = { works: 1, milestone };
  const beside = here.entrance('15', 1);
  const name = (n: number, more = {}) => namePlace(property, { ...of, name: `${n}号棚`, spot: `${n} 2.5`, ...more });
  const first = done(await name(1, { beside: [beside] }));
  const photo = (subjectId: number) =>
    addPicture(property, { subject: 'place', subjectId, small: pixel, large: pixel });
  const built = async (place: number, id: number) => {
    done(await photo(id));
    done(await buildPlace(property, { ...of, place, builtOn: '2022-04-12' }));
    done(await checkPlace(here.by(here.worker), { ...of, place }));
  };
  return { ...here, of, name, first, built, photo, beside };
}
