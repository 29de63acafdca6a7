import { callerAddress } from '@/lib/auth';
import { knock } from '../../knock';

export const dynamic = 'force-dynamic';

/** `GET /api/open311/v2/services/7.xml`, `requests/12.xml`, `tokens/…xml`. */
export async function GET(request: Request, { params }: { params: Promise<{ resource: string; id: string }> }) {
  const { resource, id } = await params;
  return knock(request, [resource, id], await callerAddress());
}
