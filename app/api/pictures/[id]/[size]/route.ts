import { boardPicture, ownPicture, pictureCommunity } from '@/features/pictures/queries';
import { currentPerson } from '@/lib/auth';
import { numberFrom } from '@/lib/page';

const none = () =>
  new Response('Not found.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

interface Found {
  bytes: Buffer;
  isPdf: boolean;
}

/** A picture to be seen where it stands; a paper is saved, and never opened here. */
function shown({ bytes, isPdf }: Found, id: number, cacheControl: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': isPdf ? 'application/pdf' : 'image/webp',
      'content-length': String(bytes.length),
      'content-disposition': isPdf ? `attachment; filename="paper-${id}.pdf"` : `inline; filename="picture-${id}.webp"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': cacheControl,
    },
  });
}

/** `GET /api/pictures/<id>/small|large`, a paper in either: on the board for anybody, otherwise for its sender and those who look. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; size: string }> }) {
  const { id: given, size } = await params;
  const id = numberFrom(given);
  if (!id || (size !== 'small' && size !== 'large')) return none();
  const open = await boardPicture({ id, size });
  // A picture may be taken down again: a browser asks anew after ten minutes.
  if (open) return shown(open, id, 'public, max-age=600');
  const person = await currentPerson();
  const slug = person === null ? undefined : await pictureCommunity({ id });
  if (person === null || slug === undefined) return none();
  const own = await ownPicture({ by: { person }, community: slug }, { id, size });
  return own ? shown(own, id, 'private, no-store') : none();
}
