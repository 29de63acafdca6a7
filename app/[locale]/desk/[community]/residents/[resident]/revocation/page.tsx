import { residentPage } from '@/features/people/components/resident-page';
import * as to from '@/lib/addresses';

export default residentPage('end', (locale, community) => to.desk(locale, community, 'residents'));
