import { Leaflet } from '@/features/leaflets/components/leaflet';
import type { P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Privacy({ params }: P) {
  return <Leaflet name="privacy" edition={(await params).locale} />;
}
