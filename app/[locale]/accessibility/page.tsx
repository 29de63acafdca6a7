import { Leaflet } from '@/features/leaflets/components/leaflet';
import type { P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Accessibility({ params }: P) {
  return <Leaflet name="accessibility" edition={(await params).locale} />;
}
