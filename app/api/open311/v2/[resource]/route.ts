import { callerAddress } from '@/lib/auth';
import { knock } from '../knock';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ resource: string }> };

const at = async (request: Request, { params }: Context) =>
  knock(request, [(await params).resource], await callerAddress());

/** `GET /api/open311/v2/discovery.xml`, `services`, `requests`, `servicerequestupdates`; `.xml` or `.json`. */
export const GET = at;
/** `POST /api/open311/v2/requests.xml` and `servicerequestupdates.xml`, with a key. */
export const POST = at;
