import { sql } from 'drizzle-orm';
import { dated, fact, list, type Texts } from '@/lib/facts';

/** A picture nobody has looked at yet. */
interface Waiting {
  by: number;
  at: Date;
}

export const pictureFacts = {
  /** Of the proposal itself. */
  pictures: fact<Waiting[], Texts<Waiting>[]>(
    list(sql`select json_agg(json_build_object('by', x.uploaded_by, 'at', x.uploaded_at)) from picture x
      where x.community_id = proposal.community_id and x.subject = 'proposal' and x.subject_id = proposal.id
        and x.looked_at_at is null`),
    (rows) => rows.map((row) => dated<Waiting>(row, 'at')),
  ),
};
