import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inEach } from '@/lib/in-each';
import { ok, refuse } from '@/lib/result';
import { closeAll, makeCommunity } from './fixture';

after(closeAll);

test('what goes wrong in one community is named, and keeps no other from its own', async () => {
  const [first, second] = [await makeCommunity(), await makeCommunity()];
  const came: string[] = [];
  const job = inEach('night', async ({ call, must }) => {
    const { community } = call;
    assert.deepEqual(call, { by: { system: 'night' }, community });
    came.push(community);
    must(refuse('done_already'), new Set(['done_already']));
    must(community === first.slug ? refuse('stuck') : ok());
  });
  await assert.rejects(job({ _cron: {} }), { message: `night: ${first.slug}: stuck` });
  assert.ok(came.includes(first.slug) && came.includes(second.slug));
  came.length = 0;
  await job({ community: second.slug });
  assert.deepEqual(came, [second.slug]);
});
