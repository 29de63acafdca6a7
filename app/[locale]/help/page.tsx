import { Leaflet } from '@/features/leaflets/components/leaflet';
import type { P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Help({ params }: P) {
  return <Leaflet name="help" edition={(await params).locale} />;
}
