import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { type AnyPgColumn, check, customType, foreignKey, integer, primaryKey, timestamp } from 'drizzle-orm/pg-core';

/** A moment of the database clock. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Every table of a community starts with these two; its key is both together. */
export const inCommunity = () => ({
  communityId: integer('community_id').notNull(),
  id: integer('id').notNull().generatedByDefaultAsIdentity(),
});

type Keyed = { communityId: AnyPgColumn; id: AnyPgColumn };

export const communityKey = (table: Keyed) => primaryKey({ columns: [table.communityId, table.id] });

/** A foreign key that cannot leave its community. */
export const within = (community: AnyPgColumn, column: AnyPgColumn, target: Keyed) =>
  foreignKey({ columns: [community, column], foreignColumns: [target.communityId, target.id] });

/** A column with a list of words holds one of them, or null where it may. */
export const known = ({ table, name }: AnyPgColumn) => {
  const column = Object.values(getTableColumns(table)).find((one) => one.name === name);
  const words = column?.enumValues?.map((word) => `'${word}'`) ?? [];
  return check(`${getTableName(table)}_${name}_known`, sql`${column} in (${sql.raw(words.join(', '))})`);
};
