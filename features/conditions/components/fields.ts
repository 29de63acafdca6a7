import type { FieldsOf } from '@/components/form/spec';
import type { markConditions } from '@/features/conditions/actions';
import type { Staked } from '@/features/proposals/facts';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { ConditionFacts } from '../facts';
import { messages } from '../messages';
import { MOST_CLASHES, MOST_CONDITIONS } from '../rules';

type Fields = FieldsOf<typeof markConditions>;

const yuan = (fen: number) => (fen === 0 ? '0' : (fen / 100).toFixed(2));

/** What stands, or to begin with what hangs of the objections: each in a row of its own, and two rows more. */
function rowsOf({ marked, raised }: Pick<ConditionFacts, 'marked' | 'raised'>) {
  const hanging = raised.filter(({ hangs }) => hangs).slice(0, MOST_CONDITIONS);
  const begun =
    marked?.conditions ??
    hanging.map(({ no, wording }, index) => ({ no: index + 1, text: wording, cost: 0, objections: [no] }));
  const last = Math.min(MOST_CONDITIONS, Math.max(2, ...begun.map(({ no }) => no + 2)));
  return Array.from({ length: last }, (_, index) => ({
    n: index + 1,
    old: begun.find(({ no }) => no === index + 1),
  }));
}

/** A list as it is written: conditions, what excludes each other, and what all may cost. */
export function markFields(facts: Pick<ConditionFacts, 'marked' | 'raised'> & Staked, locale: Locale): Fields {
  const t = pick(messages, locale).desk;
  const between = locale === 'zh' ? '、' : ', ';
  const conditions = rowsOf(facts).flatMap(
    ({ n, old }): Fields => [
      {
        kind: 'text',
        name: `text_${n}`,
        label: t.text(n),
        hint: n === 1 ? t.textHint : undefined,
        when: n > 2 ? t.textWhen : undefined,
        needed: n <= 2,
        defaultValue: old?.text,
      },
      {
        kind: 'text',
        name: `objections_${n}`,
        label: t.objections(n),
        hint: n === 1 ? t.objectionsHint : undefined,
        defaultValue: old?.objections.join(between),
      },
      {
        kind: 'text',
        name: `cost_${n}`,
        label: t.cost(n),
        hint: n === 1 ? t.costHint : undefined,
        inputMode: 'decimal',
        defaultValue: old && yuan(old.cost),
      },
    ],
  );
  const clashes = facts.marked?.clashes ?? [];
  const rows = Math.min(MOST_CLASHES, Math.max(3, clashes.length + 2));
  const apart = Array.from({ length: rows }, (_, index): Fields => {
    const [n, old] = [index + 1, clashes[index]];
    return [
      {
        kind: 'text',
        name: `nos_${n}`,
        label: t.nos(n),
        hint: n === 1 ? t.nosHint : undefined,
        defaultValue: old?.nos.join(between),
      },
      { kind: 'text', name: `why_${n}`, label: t.why(n), defaultValue: old?.why },
    ];
  }).flat();
  const { rounds, answers } = facts.atStake ?? { rounds: 0, answers: 0 };
  const isAsking = facts.marked !== null && rounds > 0;
  const reason: Fields = [
    { kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint, when: t.reasonWhen, rows: 2 },
  ];
  return [
    ...conditions,
    ...apart,
    {
      kind: 'text',
      name: 'budget',
      label: t.budget,
      hint: isAsking ? t.budgetRound(answers) : t.budgetHint,
      inputMode: 'decimal',
      defaultValue: facts.marked?.budget == null ? '' : (facts.marked.budget / 100).toFixed(2),
    },
    ...(isAsking ? reason : []),
  ];
}
