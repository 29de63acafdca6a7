import { Leaflet } from '@/features/leaflets/components/leaflet';
import type { P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function How({ params }: P) {
  return <Leaflet name="how" edition={(await params).locale} />;
}
