import { type SQL, sql } from 'drizzle-orm';
import type { Erasure } from '@/db/said';
import type { Messages } from './words';

/** Columns by table. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Rows of one name in a person's export; the statement gives each as JSON in a column `view`. */
interface Exported {
  columns: Columns;
  rows: (personId: number) => SQL;
}

interface Erased {
  columns: Columns;
  statement: Erasure;
}

/**
 * What a capability holds of people: every column that leads to a person or a household stands in an export, goes when
 * its person deletes their data, or stays for a reason (Personal Information Protection Law art. 45 and 47).
 */
export interface Personal {
  exported?: Readonly<Record<string, Exported>>;
  /** One after the other. */
  erased?: readonly Erased[];
  kept?: readonly (readonly [why: Messages<string>, columns: Columns])[];
}

/** Why something stays, as it is said to whoever is about to delete their data. */
export const stays = {
  counted: {
    zh: '已经数过的数。公开记录里只剩一个编号，再也连不到您。',
    en: 'Counts already made. The public record keeps a number that no longer leads to you.',
  },
  matter: {
    zh: '提出去的提案和报过的诉求：大家正照着它商量、办理，上面没有您的名字。',
    en: 'Proposals you brought and cases you reported, which others are answering. They bear no name.',
  },
  household: {
    zh: '替一户说的话：那一户还有别人住着。',
    en: 'What was said for a household in which others live.',
  },
  group: {
    zh: '替一片邻居说的话，像验收、异议的写法：那是大家的话，不写谁的名字。',
    en: 'What was said for a group of neighbours, such as an acceptance or the wording of an objection. It names nobody.',
  },
  office: {
    zh: '担着职务办的事：谁办的，要能问得着。',
    en: 'What was done in an office and in its name: whoever answers for it can be asked.',
  },
  course: {
    zh: '一件事是怎么走过来的，哪一天办了哪一步。',
    en: 'The course of a matter: which step was taken on which day.',
  },
  register: {
    zh: '社区的产权登记：社区依法保管，用来认定谁能做主（民法典第二百七十八条），不再连着您的账号。有错请找社工改。',
    en: 'The register of owners, which the community keeps by law to know who may decide (Civil Code art. 278). It no longer leads to an account; a social worker corrects it.',
  },
  ended: {
    zh: '住过哪一户、登录过几次这样的记录：都已经结束，没有姓名和号码，认不出是谁。',
    en: 'That somebody lived there or signed in: ended, and without name and number nobody.',
  },
} as const satisfies Record<string, Messages<string>>;

/** The home of `row` is one this person lived in at the moment `at`. */
export const livedThere = (
  personId: number | SQL,
  row: string,
  at: string,
): SQL => sql`exists (select 1 from residency v
  where v.community_id = ${sql.raw(row)}.community_id and v.household_id = ${sql.raw(row)}.household_id
    and v.person_id = ${personId} and v.from_at <= ${sql.raw(at)} and (v.to_at is null or v.to_at > ${sql.raw(at)}))`;

/**
 * A row whose words were said for a home by whoever lived there, or written down for it by somebody who did not, as `by` says: they
 * are this person's where they said them, or lived there when they were written down.
 */
export const saidOrWrittenDown = (personId: number, row: string, { by, at }: { by: string; at: string }): SQL => {
  const who = sql`${sql.identifier(row)}.${sql.identifier(by)}`;
  const when = `${row}.${at}`;
  return sql`(${livedThere(personId, row, when)} and (${who} = ${personId} or not ${livedThere(who, row, when)}))`;
};

/**
 * Keys of rows that are theirs: said by this person, or written down for a household by somebody else while this person
 * lived there. Words are a person's and not a flat's: who moves in takes away nothing of those before.
 */
export const theirs = (personId: number | SQL, table: string, { by, at }: { by: string; at: string }): SQL => {
  const [name, who, when] = [sql.identifier(table), sql.identifier(by), sql.identifier(at)];
  return sql`(select x.community_id, x.id from ${name} x where x.${who} = ${personId}
    union all select x.community_id, x.id from residency v join ${name} x on x.community_id = v.community_id
      and x.household_id = v.household_id and v.from_at <= x.${when} and (v.to_at is null or v.to_at > x.${when})
    where v.person_id = ${personId} and x.${who} is null)`;
};
