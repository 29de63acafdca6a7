import { picture } from '@/db/schema/pictures';
import type { Database } from '@/lib/gate';
import { digest } from '@/lib/ledger';

/** A picture in two sizes, already re-encoded; bytes as base64. */
export interface SentPicture {
  small: { data: string; width: number; height: number };
  large: { data: string; width: number; height: number };
}

/** A picture, or a paper as it came, in base64. */
export type Sent = SentPicture | { pdf: string };

/** Which it was, for the record, without itself: SHA-256 of a picture's larger size, or of a paper, in hexadecimal. */
export const pictureHash = (sent: Sent | undefined): string | null =>
  sent ? digest(Buffer.from('pdf' in sent ? sent.pdf : sent.large.data, 'base64')) : null;

const NOTHING = { data: '', width: 0, height: 0 };

type PictureOwner = Pick<typeof picture.$inferInsert, 'communityId' | 'subject' | 'subjectId' | 'position' | 'caption'>;

/** Keeps a picture of something; nobody has looked at it yet. Returns its id. */
export async function keepPicture(
  db: Database,
  of: PictureOwner,
  what: Sent,
  sent: { by: number; now: Date },
): Promise<number> {
  const { small, large, pdf } = 'pdf' in what ? { small: NOTHING, large: NOTHING, ...what } : { ...what, pdf: null };
  const [saved] = await db
    .insert(picture)
    .values({
      ...of,
      small: Buffer.from(small.data, 'base64'),
      large: Buffer.from(large.data, 'base64'),
      pdf: pdf === null ? null : Buffer.from(pdf, 'base64'),
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
