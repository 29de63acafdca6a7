import { integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { at } from './columns';
import { community } from './people';

/** Complaints of one matter, by their ids, and what their texts share. */
export interface KeptTopic {
  cases: number[];
  words: string[];
}

/** What a community of many complaints complains of, as it was worked out last. */
export const topicSnapshot = pgTable(
  'topic_snapshot',
  {
    communityId: integer('community_id')
      .notNull()
      .references(() => community.id),
    /** Of so many complaints. */
    counted: integer('counted').notNull(),
    topics: jsonb('topics').$type<KeptTopic[]>().notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId] })],
);
