import { picture } from '@/db/schema/pictures';
import type { Database } from '@/lib/gate';
import { digest } from '@/lib/ledger';

/** A picture in two sizes, already re-encoded; bytes as base64. */
export interface SentPicture {
  small: { data: string; width: number; height: number };
  large: { data: string; width: number; height: number };
}

/** Which picture it was, for the record, without the picture: SHA-256 of the larger size, in hexadecimal. */
export const pictureHash = (sent: SentPicture | undefined): string | null =>
  sent ? digest(Buffer.from(sent.large.data, 'base64')) : null;

type PictureOwner = Pick<typeof picture.$inferInsert, 'communityId' | 'subject' | 'subjectId' | 'position' | 'caption'>;

/** Keeps a picture of something; nobody has looked at it yet. Returns its id. */
export async function keepPicture(
  db: Database,
  of: PictureOwner,
  { small, large }: SentPicture,
  sent: { by: number; now: Date },
): Promise<number> {
  const [saved] = await db
    .insert(picture)
    .values({
      ...of,
      small: Buffer.from(small.data, 'base64'),
      large: Buffer.from(large.data, 'base64'),
      smallWidth: small.width,
      smallHeight: small.height,
      width: large.width,
      height: large.height,
      uploadedBy: sent.by,
      uploadedAt: sent.now,
    })
    .returning({ id: picture.id });
  return saved?.id ?? 0;
}
