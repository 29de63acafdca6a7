import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { publishDiagnosis } from '@/features/diagnosis/commands/promise';
import { drawObjection } from '@/features/objections/commands/draw';
import { addComment } from '@/features/proposals/commands/comment';
import { witnessed } from '@/features/rooms';
import { drawSite, publishSite } from '@/features/siteplan/commands';
import { keepSelection } from '@/features/topics/commands/selection';
import { env } from '@/lib/env';
import { verifyWords } from '@/lib/told';
import { all, makeCounted } from './agreeing';
import { makeSigned } from './building';
import { makeComparison } from './choosing';
import { done } from './consultation';
import { closeAll, sql } from './fixture';
import { makeMinuted } from './meetings';
import { answerObjection, giveVerdict, objectShort } from './shown';
import { makeSmall } from './small';

after(closeAll);

const proposal = 1;

/** What it is changed to, where something else than other words. */
const others: Record<string, string> = {
  ...{
    'opinion.stance': `'no_view'`,
    'opinion.own': 'not own',
    'opinion.channel': `'door'`,
    'opinion.ground': `'trees'`,
  },
  ...{
    'comment.stance': `'question'`,
    'objection_raiser.verdict': `'maintained'`,
    'resolution.canonical': `'{"a": 1}'`,
  },
  'short_way.cost': '7',
  'meeting.minutes': `'{"a": 1}'`,
  'meeting.hash': `'other'`,
  'alternative_word_content.words': `'{"1": "别的话"}'`,
  'resolution.hash': `'other'`,
  'signature.hash': `'other'`,
  'signature.signer_id': `(select id from person order by id desc limit 1 offset length(role) % 2)`,
};
/** Led on by a foreign key, or of an act that is not tried here. */
const elsewhere =
  /^(opinion\.household_id|meeting_correction\.household_id|alternative_word\.|short_objection\.household_id|resolution\.plan_version|recheck|callback|case_call|proposal|cohort_place)/;

test('doctor finds each word that is not as it was said or signed, and each that is missing without an erasure', async () => {
  const signed = await makeSigned();
  done(await addComment(signed.by(signed.author), { proposal, stance: 'for', words: '盼了好几年' }));
  const spoken = await makeCounted({ '14': all(10), '15': [...all(2, 'oppose'), 'support_if'] });
  const opinions = [spoken.opinion('15', 0)];
  const drawn = { proposal, opinions, ground: 'noise', weight: 'harm', wording: '夜里吵' };
  done(await drawObjection(spoken.by(spoken.worker), drawn));
  const answer = { proposal, objection: 1, kind: 'not_possible', answer: '坡太陡' };
  done(await answerObjection(spoken.by(spoken.worker), answer));
  const judged = { proposal, objection: 1, verdict: 'settled', words: '明白了' };
  done(await giveVerdict(spoken.by(spoken.person('15', 0)), judged));

  done(await keepSelection({ by: { system: 'selection_keep' }, community: signed.slug }, {}));

  const owner = new pg.Client({ connectionString: env.databaseUrl });
  await owner.connect();
  const small = await makeSmall();
  const stopped = { proposal: await small.hung(), words: '挡光' };
  done(await objectShort(small.by(small.neighbour), stopped));
  done(await publishDiagnosis(signed.by(signed.governance), { neighbours: '上下两栋楼互不相让' }));
  const [compound] = await sql<{ id: number }>('select id from compound where community_id = $1', [signed.communityId]);
  const site = { compound: compound?.id ?? 0 };
  done(await drawSite(signed.by(signed.worker), { ...site, shapes: '树 T1: 1 1', source: '步量' }));
  done(await publishSite(signed.by(signed.governance), { ...site, rowVersion: 1 }));
  const compared = await makeComparison();
  await compared.opened();
  done(await compared.record('7', 0, [[1, 'cannot']]));
  const minuted = await makeMinuted();
  const places = [signed, spoken, small, compared, minuted].map(({ communityId }) => communityId);
  const told = async () => (await Promise.all(places.map((id) => verifyWords(owner, witnessed, id)))).flat();
  /** What is told after the owner did it with the guards off. */
  const afterwards = async (table: string, statement: string) => {
    await owner.query(`begin; alter table ${table} disable trigger user`);
    try {
      const changed = await owner.query(statement, [places]);
      assert.ok((changed.rowCount ?? 0) > 0, `${statement}: nothing there`);
      return await told();
    } finally {
      await owner.query('rollback');
    }
  };
  try {
    assert.deepEqual(await told(), []);
    const words = [
      ...witnessed.told.flatMap((one) => one.words.map(([of]) => [one.table, /r\.(\w+)/.exec(of)?.[1]] as const)),
      ...witnessed.hashed.flatMap(({ table, content, hash }) => [[table, content] as const, [table, hash] as const]),
    ].filter(([table, column]) => !elsewhere.test(`${table}.${column}`));
    assert.ok(words.length >= 15, `only ${words.length}`);
    for (const [table, column] of words) {
      const other = others[`${table}.${column}`] ?? `'别的话'`;
      const lines = await afterwards(table, `update ${table} set ${column} = ${other} where community_id = any ($1)`);
      assert.ok(
        lines.some((line) => line.startsWith(`${table} `)),
        `${table}.${column}: ${lines}`,
      );
    }
    for (const [table, { of }] of Object.entries(witnessed.said))
      if (of && of !== 'cases') {
        const lines = await afterwards(table, `delete from ${table} where community_id = any ($1)`);
        assert.ok(
          lines.some((line) => line.startsWith(`${table} `) && line.includes('is missing')),
          table,
        );
      }
    await owner.query('begin');
    await owner.query('select erase($1, moment())', [spoken.person('15', 0)]);
    assert.deepEqual(await told(), [], 'an erasure leaves nothing to wonder about');
    await owner.query('rollback');
  } finally {
    await owner.end();
  }
});
