import { residentPage } from '@/features/people/components/resident-page';
import * as to from '@/lib/addresses';

export default residentPage('takeBack', (locale, community) => to.door(locale, community, 'joins'));
