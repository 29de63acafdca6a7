import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternativesShown, resultShown, wordShown } from '@/features/alternatives/input';
import { messages as alternatives } from '@/features/alternatives/messages';
import { versionsShown } from '@/features/meetings/input';
import { messages as meetings } from '@/features/meetings/messages';
import { wordShown as opinionShown } from '@/features/opinions/input';
import { messages as opinions } from '@/features/opinions/messages';
import { placesShown } from '@/features/programmes/input';
import { messages as programmes } from '@/features/programmes/messages';
import { listShown } from '@/features/repairs/input';
import { messages as repairs } from '@/features/repairs/messages';
import { inWords, type Words } from '@/lib/in-words';
import { overtaken, type Shown } from '@/lib/shown';

const seal = 'a1e2e41d'.repeat(8);
const long = '夜里十点以后不开大灯，'.repeat(20);

const told = (messages: Words, was: Shown, now: Shown, locale: 'zh' | 'en' = 'zh') => {
  const refusal = overtaken(was, now);
  assert.ok(refusal);
  return inWords(refusal, locale, messages).message;
};

const alternative = (cost: bigint, effect: string) =>
  ({
    alternatives: [
      {
        position: 2,
        title: '草坪',
        summary: long,
        cost,
        costNote: '',
        clauses: [{ no: 1, text: '六棵树不动' }],
        groups: [{ name: '14号楼', effect, why: '近', places: [{ building: 7, entrance: null }] }],
        drawing: null,
        result: { proposed: true },
      },
    ],
  }) as unknown as Parameters<typeof alternativesShown>[0];

test('what a household said of the alternatives is told in words, and no seal', () => {
  const said = (answer: 'can' | 'cannot', takes: number | null) =>
    wordShown(seal, { takes, answers: [{ position: 2, answer, ground: null, words: '夜里吵' }] });
  const message = told(alternatives, said('cannot', null), said('can', 2));
  assert.match(message, /您看的是：\n备选B：不行 夜里吵\n现在是：\n备选B：可以 夜里吵\n挑：备选B\n看过/);
  assert.match(told(alternatives, said('cannot', null), said('can', 2), 'en'), /Alternative B: We cannot 夜里吵/);
});

test('no code, no seal and no bare number stands in what somebody is told has changed', () => {
  const [before, after] = [alternative(5_800_000n, 'bears'), alternative(5_900_000n, 'benefits')];
  const nobody = { reported: 0, looked: 0, repaired: 0, confirmed: 0, refused: 0, dropped: 0 };
  const list = (n: number) =>
    listShown({ what: '屋面', warranty: 60, counts: { ...nobody, reported: n }, loose: 2, batches: [], homes: seal });
  const cases: [Words, Shown, Shown, RegExp][] = [
    [
      alternatives,
      alternativesShown(before),
      alternativesShown(after),
      /备选B：58,000\.00[\s\S]*备选B的图或者相关的各方改了/,
    ],
    [alternatives, resultShown(null), resultShown(after), /备选B/],
    [
      meetings,
      versionsShown([{ position: 1, version: 2 }]),
      versionsShown([{ position: 1, version: 3 }]),
      /第1项：第2稿/,
    ],
    [programmes, placesShown({ places: 6 }), placesShown({ places: 5 }), /6个位子/],
    [repairs, list(3), list(4), /保修60个月[\s\S]*还有2户没有排进批次/],
    [
      opinions,
      opinionShown({ stance: 'oppose', condition: null, words: long } as never),
      opinionShown({ stance: 'support', condition: null, words: long } as never),
      /（后面还有）/,
    ],
  ];
  for (const [messages, was, now, what] of cases)
    for (const locale of ['zh', 'en'] as const) {
      const message = told(messages, was, now, locale);
      if (locale === 'zh') assert.match(message, what);
      assert.doesNotMatch(message, /[0-9a-f]{16}|\b(?:can|cannot|no_view|bears|benefits)$|^\d+$/m, message);
      assert.doesNotMatch(message, /\b(?:no_view|bears|benefits|building)\b/);
    }
});
