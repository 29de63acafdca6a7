import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { z } from 'zod';
import { draftInput as alternative } from '@/features/alternatives/input';
import { clashInput, conditionInput } from '@/features/conditions/input';
import { changeInput, judgementInput, draftInput as plan, unmetInput } from '@/features/plans/input';
import { groupInput } from '@/features/scoping/input';
import { fieldsIn } from '@/lib/demands';
import { commands, fieldErrors } from '@/lib/gate';
import { officeInputs } from '@/lib/office';
import { filesBelow } from '@/scripts/test-files.mjs';

const SAID = '请张女士来，14号楼1单元301室';

/** Fields that take a name and a door as they are. */
function taking(input: z.ZodType): string[] {
  const errors = (field: string) => {
    const { error } = input.safeParse({ [field]: SAID });
    return error ? fieldErrors(error) : {};
  };
  return fieldsIn(input).filter((field) => errors(field)[field] === undefined);
}

/** What an office may write, by its act, that is not looked at when its form is read, and why. */
const UNCHECKED: Readonly<Record<string, readonly string[]>> = {
  'looked at by the command itself, with what else stands there': [
    ...['case.post place title', 'case.record place title', 'case.take_down reason', 'case.unlink reason'],
    ...['council.end_member reason', 'council.offer title words', 'council.withdraw reason'],
    ...['crack.add sign title', 'crack.raise asks', 'crack.report loosener words'],
    ...['demand.add title words', 'demand.claim brings', 'demand.withdraw reason'],
    ...['diagnosis.publish legacy maintenance management neighbours', 'figures.correct reason'],
    ...['help.call place title words', 'help.cancel reason', 'help.thank thanks'],
    ...['meeting.answer answer decided said', 'meeting.call place title words', 'meeting.cancel reason'],
    ...['meeting.keep note', 'meeting.minute decided promises said', 'meeting.move reason'],
    ...['need.turn place problem title', 'occasion.cancel reason', 'occasion.move reason'],
    ...['playbook.adopt changed place', 'playbook.draw contraindications indications name steps'],
    ...['playbook.outcome reason', 'playbook.retire reason', 'playbook.review reason'],
    ...['playbook.revise change contraindications indications name steps', 'programme.plan bring place title words'],
    ...['project.end reason', 'project.explain why', 'project.report note', 'project.review words'],
    ...['project.start steps title'],
  ],
  'read by whoever works on it, and by the household it is of': [
    ...['callback.follow words', 'callback.note words', 'case.archive words', 'case.archive_many words'],
    ...['case.arrive words', 'case.ask_scope reason', 'case.assign words', 'case.assist reason', 'case.call words'],
    ...['case.close words', 'case.close_many words', 'case.contact words', 'case.decide_scope answer'],
    ...['case.dismiss reason', 'case.dispatch longer words', 'case.dispatch_many longer words', 'case.escalate reason'],
    ...['case.extend reason', 'case.hand_on reason', 'case.handle words', 'case.join words', 'case.merge into reason'],
    ...[
      'case.object reason',
      'case.reply words',
      'case.reply_many words',
      'case.rework reason',
      'case.settle reason',
      'case.sign words',
    ],
    ...['case.sign_many words', 'case.split reason', 'case.supervise reason', 'case.whistle reason'],
    ...['household.refuse reason', 'household.revoke reason', 'household.take_back reason', 'need.answer words'],
    ...['need.note wording', 'objection.take_back reason', 'objection.try note', 'opposite.decide reason'],
    ...['picture.look reason', 'recheck.note note', 'repair.done note', 'repair.drop reason', 'repair.look note'],
    ...['shift.correct reason', 'shift.offer words', 'shift.remove reason', 'skill.ask words'],
    ...['steward.leave reason', 'thing.end ending', 'thing.keep place title'],
  ],
  'in a household’s own words, who wrote it down and who heard it': [
    ...['acceptance.record message note witnessName'],
    ...[
      'alternative.record message witnessName',
      'case.record category complainant externalNo home words',
      'demand.add case',
    ],
    ...['need.judge message witnessName words', 'notice.record_opposition message witnessName words'],
    ...['objection.escalate words', 'objection.verdict provenance words'],
    ...['opinion.record condition message witnessName words', 'place.record message reason witnessName'],
    ...['repair.record message note witnessName', 'short.answer words'],
    ...['short.record_objection message witnessName words'],
  ],
  'in its writer’s words, and somebody looks before it hangs': [
    ...['picture.add caption', 'proposal.draft ask place problem provenance title', 'proposal.look ask problem'],
  ],
  'an organisation as it is called, and whom it sends': [
    ...['council.add_member contactName name', 'outside.ask organisation', 'repair.batch contractor'],
    ...['works.start contractor'],
  ],
  'who is meant, or which door': [
    ...['depicted.name building door people', 'depicted.record witness', 'grant.give alike name'],
    ...['repair.list doors', 'term.open cohort name post'],
  ],
  'of the office’s own grants, keys, lists and exports': [
    ...['blank.put name', 'grant.hand_over reason', 'grant.revoke reason', 'handling.add body name'],
    ...['handling.rename name', 'key.give name purpose', 'key.withdraw reason', 'export.ask asked purpose'],
    ...['export.blank asked columns purpose', 'export.refuse reason', 'orders.columns heading'],
  ],
  'no words: what was chosen, drawn, or shown before': [
    ...['alternative.draft shapes', 'condition.mark clashes', 'figures.correct looked', 'figures.derive looked'],
    ...['figures.record looked', 'objection.draw opinions', 'objection.split households', 'place.name spot'],
    ...['plan.drawing shapes', 'site.draw file shapes'],
  ],
};

/** Of a district's form: which district, and what was shown. */
const NO_WORDS = ['district', 'seen', 'undoes', 'weights'];

/** A candidate is a name with what is known of them, read by the office alone; the others' commands look themselves. */
const ABOVE = [
  ...['candidate.add homeUnit name post skills', 'cohort.draft name'],
  ...['crack.answer_district answer', 'crack.answer_street answer'],
  ...['profile.propose name reason', 'term.extend reason', 'term.recall reason'],
];

const listed = (lines: readonly string[]) =>
  lines.flatMap((line) => {
    const [act = '', ...fields] = line.split(' ');
    return fields.map((field) => `${act} ${field}`);
  });

test('whatever an office writes for everybody names nobody and no door, or it is said why that is not asked', async () => {
  const files = filesBelow('.', 'features').filter((file) => /\/commands(\/[^/]+)?\.ts$/.test(file));
  for (const file of files.filter((one) => !one.endsWith('.test.ts'))) await import(`../${file}`);
  const matrix = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');
  const offices = new Set([...matrix.matchAll(/^\| ([a-z]+\.[a-z_]+) .*\| staff /gm)].map(([, act = '']) => act));
  assert.ok(offices.size > 100, `${offices.size} acts`);
  const open = [...commands.values()]
    .filter(({ act }) => offices.has(act))
    .flatMap(({ act, input }) => taking(input).map((field) => `${act} ${field.replace(/^column\d+$/, 'columns')}`));
  assert.deepEqual([...new Set(open)].sort(), listed(Object.values(UNCHECKED).flat()).sort());
  const above = [...officeInputs].flatMap(([act, input]) =>
    taking(input).flatMap((field) => (NO_WORDS.includes(field) ? [] : [`${act} ${field}`])),
  );
  assert.deepEqual(above.sort(), listed(ABOVE).sort());
});

test('rows of a form are looked at as its fields are', () => {
  const open = [groupInput, changeInput, judgementInput, unmetInput, conditionInput, clashInput].map(taking);
  assert.deepEqual(open, [[], ['gate'], [], [], [], []]);
  for (const input of [plan, alternative])
    assert.ok(['title', 'summary', 'costNote', 'clauses'].every((field) => !taking(input).includes(field)));
});
