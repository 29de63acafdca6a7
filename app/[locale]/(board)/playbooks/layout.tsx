import { OfNone } from '@/components/page/of-none';

export const dynamic = 'force-dynamic';

export default OfNone;
