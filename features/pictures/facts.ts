import { sql } from 'drizzle-orm';
import { dated, fact, type Known, list, type Texts } from '@/lib/facts';

/** A picture nobody has looked at yet. */
interface Waiting {
  uploadedBy: number;
  at: Date;
}

export const pictureFacts = {
  no: fact<number>(sql`proposal.no`),
  /** Of the proposal itself. */
  pictures: fact<Waiting[], Texts<Waiting>[]>(
    list(sql`select json_agg(json_build_object('uploadedBy', x.uploaded_by, 'at', x.uploaded_at)) from picture x
      where x.community_id = proposal.community_id and x.subject = 'proposal' and x.subject_id = proposal.id
        and x.looked_at_at is null`),
    (rows) => rows.map((row) => dated<Waiting>(row, 'at')),
  ),
};
export type PictureFacts = Known<typeof pictureFacts>;
