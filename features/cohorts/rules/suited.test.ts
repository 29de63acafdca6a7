import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonsFor, suited, type Trouble } from './suited';

const trouble: Trouble = {
  matters: [
    { title: '顶层漏雨的修好', cause: 'maintenance' },
    { title: '两栋楼之间修一条正经路', cause: 'neighbours' },
  ],
  opposites: 6,
};

test('a word of their skills, by what the matter is about or by where it comes from', () => {
  assert.deepEqual(reasonsFor('修过漏雨的屋面', trouble), [{ word: '屋顶', matter: '顶层漏雨的修好' }]);
  assert.deepEqual(reasonsFor('会调解', trouble), [
    { word: '调解', matter: '两栋楼之间修一条正经路' },
    { word: '调解', opposites: 6 },
  ]);
  assert.deepEqual(reasonsFor('会唱歌', trouble), []);
  assert.deepEqual(reasonsFor('', trouble), []);
});

test('what is too few to be told is no reason', () => {
  assert.deepEqual(reasonsFor('会调解', { matters: [], opposites: null }), []);
});

test('whoever answers more stands first, of equals as they were given; nobody is left out', () => {
  const all = ['会唱歌', '懂维修', '会调解', '也会维修'].map((skills) => ({ skills }));
  assert.deepEqual(
    suited(all, trouble).map(({ one }) => one.skills),
    ['会调解', '懂维修', '也会维修', '会唱歌'],
  );
});
