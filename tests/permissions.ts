import type { CasePlace } from '@/features/cases/policy';
import type { Needed } from '@/features/council/policy';
import type { Raising } from '@/features/objections/policy';
import type { Voter } from '@/features/opinions/policy';
import type { Handled } from '@/features/orders/policy';
import type { PictureOf } from '@/features/pictures/policy';
import type { Authored, DraftFor } from '@/features/proposals/policy';
import type { Confided } from '@/features/visits/policy';
import type { Actor, Person, Role, Who } from '@/lib/actor';

/** The household everything is about, the door of its entrance, and who else there is. */
const HOME = { householdId: 1, entranceId: 11, buildingId: 111 };
const NEXT_DOOR = { householdId: 2, entranceId: 11, buildingId: 111 };
const FAR = { householdId: 3, entranceId: 12, buildingId: 111 };

let people = 0;
const person = (households: Person['households'], ...held: [Role, number | null][]): Person => {
  people += 1;
  const grants = held.map(([role, entranceId], index) => ({ id: people * 10 + index, role, entranceId }));
  return { kind: 'person', personId: people, grants, households };
};

/** The columns. Captains live at another entrance; staff live elsewhere. */
export const identities: [string, Who][] = [
  ['of the household', person([HOME])],
  ['neighbour', person([NEXT_DOOR])],
  ['of another community', person([])],
  ['captain there', person([FAR], ['captain', 11])],
  ['captain elsewhere', person([FAR], ['captain', 12])],
  ['social worker', person([], ['social-worker', null])],
  ['Party secretary', person([], ['party-secretary', null])],
  ['governance secretary', person([], ['governance-secretary', null])],
  ['hotline', person([], ['hotline', null])],
  ['property', person([], ['property', null])],
  ['district', person([], ['district', null])],
  ['auditor', person([], ['auditor', null])],
  ['visitor', { kind: 'visitor' }],
  ['job', { kind: 'system', job: 'test' }],
  ['command line', { kind: 'import' }],
  ['program', { kind: 'machine', keyId: 1 }],
];

export const onWhat = (subject: unknown, who: Who): unknown => (typeof subject === 'function' ? subject(who) : subject);

const STRANGER = 999;
const idOf = (who: Who) => (who.kind === 'person' ? who.personId : -1);

/** What is acted on, in words, and as the policy wants it. A function where it depends on who asks. */
type Variant = [on: string, subject: unknown];

const anything: Variant[] = [['', {}]];
const inOffice: Variant[] = [
  ['in a term', { termActive: true }],
  ['between terms', { termActive: false }],
];
const voter: Variant[] = [['a household of the round', HOME satisfies Voter]];
const lookedAfter: Variant[] = [
  ...voter,
  ['a home at an entrance they look after in the team', { ...HOME, lookedAfter: true }],
];
const telling: Variant[] = [
  ['a household they lived in by then', { ...HOME, livedThere: true }],
  ['one they moved into later', { ...HOME, livedThere: false }],
];
const ticking: Variant[] = [
  ['the household', { homes: [HOME] }],
  ['households of two entrances', { homes: [HOME, FAR] }],
];
const confided: Variant[] = [
  ['of somebody else, with another', { ...HOME, personId: STRANGER, helperId: STRANGER } satisfies Confided],
  ['their own', (who: Who) => ({ ...HOME, personId: idOf(who), helperId: STRANGER }) satisfies Confided],
  ['theirs to help', (who: Who) => ({ ...HOME, personId: STRANGER, helperId: idOf(who) }) satisfies Confided],
];
const raiser: Variant[] = [['a household that raised it', HOME satisfies Raising]];
const draft: Variant[] = [
  ['for their own home', { household: null } satisfies DraftFor],
  ['for the household', { household: { id: 1, entranceId: 11 } } satisfies DraftFor],
];
const speaking: Variant[] = [
  ['for their own home', { household: null }],
  ['for the household', { household: 1 }],
];
const authored: Variant[] = [
  ['of the household', { authorId: STRANGER, authorHouseholdId: 1 } satisfies Authored],
  ['their own, no household', (who: Who) => ({ authorId: idOf(who), authorHouseholdId: null }) satisfies Authored],
  ['a stranger’s', { authorId: STRANGER, authorHouseholdId: null } satisfies Authored],
];
const request: Variant[] = [
  ['to the entrance', { personId: STRANGER, entranceId: 11 }],
  ['their own', (who: Who) => ({ personId: idOf(who), entranceId: 11 })],
];
const letIn: Variant[] = [
  ['let in by somebody else', { personId: STRANGER, entranceId: 11, confirmedBy: null }],
  ['let in by them', (who: Who) => ({ personId: STRANGER, entranceId: 11, confirmedBy: idOf(who) })],
  ['their own', (who: Who) => ({ personId: idOf(who), entranceId: 11, confirmedBy: null })],
];
const granted: Variant[] = [
  ...(['captain', 'social-worker', 'auditor', 'governance-secretary', 'party-secretary', 'district'] as const).map(
    (role): Variant => [role, { personId: STRANGER, role }],
  ),
  ['to themself', (who: Who) => ({ personId: idOf(who), role: 'auditor' })],
];
const office: Variant[] = [
  ['somebody else’s', { personId: STRANGER }],
  ['their own', (who: Who) => ({ personId: idOf(who) })],
];
const theirs: Variant[] = [
  ['somebody else’s', { personId: STRANGER, householdId: 1 }],
  ['their own', (who: Who) => ({ personId: idOf(who), householdId: 1 })],
];
const nobody = { persons: [], households: [], entrances: [] };
type Sent = { uploadedBy: number };
const pictured: Variant[] = (
  [
    ['a proposal of the household', { ...nobody, subject: 'proposal', persons: [STRANGER], households: [1] }],
    ['a plan', { ...nobody, subject: 'plan' }],
    ['an opinion of the household', { ...nobody, subject: 'opinion', households: [1], entrances: [11] }],
    ['an opposition of theirs', { ...nobody, subject: 'opposition', households: [1], entrances: [11] }],
    ['a word on alternatives of theirs', { ...nobody, subject: 'alternative_word', households: [1], entrances: [11] }],
    ['an objection of the household', { ...nobody, subject: 'objection', households: [1] }],
    ['a milestone', { ...nobody, subject: 'milestone' }],
    ['what was held', { ...nobody, subject: 'occasion' }],
    ['a case of the household', { ...nobody, subject: 'case', persons: [STRANGER], households: [1] }],
    [
      'a case against property',
      { ...nobody, subject: 'case', persons: [STRANGER], against: { againstRole: 'property', againstId: null } },
    ],
  ] satisfies [string, PictureOf][]
).map(([on, of]) => [on, of]);
const sentPictures: Variant[] = [
  [
    'one they sent',
    (who: Who) =>
      ({ ...nobody, subject: 'proposal', households: [1], uploadedBy: idOf(who) }) satisfies PictureOf & Sent,
  ],
  [
    'somebody else’s',
    { ...nobody, subject: 'proposal', households: [1], uploadedBy: STRANGER } satisfies PictureOf & Sent,
  ],
];
const place: Variant[] = (
  [
    ['of the household', { household: { id: 1, entranceId: 11 }, entranceIds: [11] }],
    ['of the building', { household: null, entranceIds: [11] }],
    ['of the community', { household: null, entranceIds: [] }],
  ] satisfies [string, CasePlace][]
).map(([on, of]) => [on, of]);
/** A case as it is in somebody's hands; `more` says in whose. */
const order = (more: Partial<Handled>): Handled => ({
  reportedBy: STRANGER,
  keyId: null,
  households: [1],
  given: true,
  agencyRole: null,
  handlerId: null,
  againstRole: null,
  againstId: null,
  answered: false,
  helpers: [],
  posted: false,
  ...more,
});
const orders: Variant[] = [
  ['nobody has it', order({ given: false })],
  ['with the social workers', order({ agencyRole: 'social-worker' })],
  ['with the property service', order({ agencyRole: 'property' })],
  ['their own to handle', (who: Who) => order({ agencyRole: 'social-worker', handlerId: idOf(who) })],
  ['somebody else’s to handle', order({ agencyRole: 'social-worker', handlerId: STRANGER })],
  ['with somebody outside', order({})],
  ['against the property service', order({ agencyRole: 'social-worker', againstRole: 'property' })],
  ['against themself', (who: Who) => order({ agencyRole: 'social-worker', againstId: idOf(who) })],
];
/** Where nothing matters but whom it is against. */
const anyhow = orders.slice(-3);
const reported: Variant[] = [
  ['of the household', order({})],
  ['their own, no household', (who: Who) => order({ reportedBy: idOf(who), households: [] })],
  ['of another household', order({ households: [3] })],
  ['brought by the program', order({ households: [], keyId: 1 })],
];
const opposing: Variant[] = [
  ['for their own home', { householdId: null }],
  ['for the household', { householdId: 1 }],
];
const signing: Variant[] = [
  ['in a term', { termActive: true, signed: [] }],
  ['between terms', { termActive: false, signed: [] }],
];

/** What each act is tried on. An act without a line here fails the test by its name. */
export const subjects: Record<string, Variant[]> = {
  'case.record': place,
  'case.post': anything,
  'case.take_down': anything,
  'case.link': anything,
  'case.unlink': anything,
  'case.dispatch': anyhow,
  'case.dispatch_many': anyhow.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.hand_on': anyhow,
  'case.assign': orders.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.sign_many': orders.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.reply_many': orders.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.close_many': anyhow.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.archive_many': anyhow.map(([on, subject]): Variant => [on, (who: Who) => [onWhat(subject, who)]]),
  'case.assist': orders,
  'case.dismiss': anyhow,
  'case.sign': orders,
  'case.object': orders,
  'case.contact': orders,
  'case.handle': orders,
  'case.extend': orders,
  'case.whistle': orders,
  'case.arrive': orders,
  'case.escalate': orders,
  'case.settle': anyhow,
  'case.supervise': anyhow,
  'case.reply': orders,
  'case.close': anyhow,
  'case.rework': [...reported, ...orders.slice(-2)],
  'case.archive': anyhow,
  'case.merge': anyhow,
  'case.split': anyhow,
  'case.nudge': reported,
  'case.supplement': reported.slice(-2),
  'case.join': [['the household', { household: { id: 1, entranceId: 11 } }]],
  'case.look': [...orders, ['answered', order({ agencyRole: 'social-worker', handlerId: STRANGER, answered: true })]],
  'case.call': anyhow,
  'case.ask_scope': anyhow,
  'case.decide_scope': anyhow,
  'feed.renew': anything,
  'export.ask': [
    ['cases', { what: 'cases', personal: false, rows: 1, lately: 0 }],
    ['cases with who complained', { what: 'cases', personal: true, rows: 1, lately: 0 }],
    ['figures', { what: 'figures', personal: false, rows: 1, lately: 0 }],
  ],
  'export.blank': [
    ['homes', { of: 'homes', personal: false }],
    ['homes with who lives and owns there', { of: 'homes', personal: true }],
    ['cases with who complained', { of: 'cases', personal: true }],
    ['works', { of: 'works', personal: false }],
    ['visits with what was said', { of: 'visits', personal: true }],
    ['what homes need, in their words', { of: 'needs', personal: true }],
  ],
  'blank.put': anything,
  'export.approve': anything,
  'export.refuse': anything,
  'key.give': anything,
  'key.withdraw': anything,
  'handling.add': anything,
  'handling.rename': anything,
  'handling.retire': anything,
  'household.join': anything,
  'household.confirm': request,
  'household.refuse': request,
  'household.take_back': letIn,
  'household.revoke': letIn,
  'register.import': anything,
  'topic.propose': anything,
  'topic.keep': anything,
  'opposite.decide': anything,
  'opposite.keep': anything,
  'selection.keep': anything,
  'orders.import': anything,
  'orders.columns': anything,
  'grant.import': anything,
  'grant.give': granted,
  'grant.revoke': granted,
  'grant.hand_over': granted,
  'term.open': office,
  'proposal.draft': draft,
  'proposal.discard': draft,
  'proposal.submit': draft,
  'support.give': speaking,
  'support.take_back': speaking,
  'comment.add': speaking,
  'comment.hide': anything,
  'comment.show': anything,
  'proposal.choose_looking': anything,
  'proposal.look': anything,
  'proposal.accept': inOffice,
  'proposal.merge': anything,
  'proposal.separate': anything,
  'proposal.decline': anything,
  'proposal.undecline': anything,
  'proposal.appeal': authored,
  'appeal.decide': anything,
  'shelving.propose': inOffice,
  'shelving.confirm': anything,
  'shelving.refuse': anything,
  'proposal.reopen_shelved': anything,
  'proposal.withdraw': authored,
  'proposal.reopen': anything,
  'proposal.resume': inOffice,
  'alternative.draft': anything,
  'alternative.open': anything,
  'alternative.extend': anything,
  'alternative.close': anything,
  'alternative.choose': inOffice,
  'alternative.end': inOffice,
  'alternative.say': voter,
  'alternative.record': [['the household', HOME satisfies Voter]],
  'alternative.visit': [['the household', HOME satisfies Voter]],
  'outside.ask': anything,
  'outside.answer': anything,
  'outside.drop': anything,
  'place.name': anything,
  'place.build': anything,
  'place.check': anything,
  'place.miss': anything,
  'place.judge': voter,
  'place.record': [['the household', HOME satisfies Voter]],
  'place.settle': anything,
  'repair.open': anything,
  'repair.list': anything,
  'repair.batch': anything,
  'repair.start': anything,
  'repair.look': anything,
  'repair.done': anything,
  'repair.judge': voter,
  'repair.record': [['the household', HOME satisfies Voter]],
  'repair.leaks_again': voter,
  'repair.drop': voter,
  'repair.complete': anything,
  'short.set_limit': anything,
  'short.propose': anything,
  'short.confirm': anything,
  'short.refuse': anything,
  'short.object': speaking,
  'short.record_objection': [['the household', HOME satisfies Voter]],
  'short.finish': anything,
  'short.answer': authored,
  'short.do_again': inOffice,
  'picture.add': pictured,
  'picture.look': anything,
  'picture.remove': sentPictures,
  'groups.name': anything,
  'groups.confirm': anything,
  'proposal.consult': anything,
  'gate.decide': anything,
  'plan.draft': anything,
  'plan.drawing': anything,
  'plan.changes': anything,
  'plan.materiality.judge': anything,
  'plan.materiality.confirm': anything,
  'plan.publish': inOffice,
  'condition.mark': anything,
  'round.open': inOffice,
  'round.extend': inOffice,
  'round.take_back_extension': inOffice,
  'round.take_back_opening': inOffice,
  'round.close': anything,
  'letter.duties': anything,
  'round.summarise': inOffice,
  'round.redesign': inOffice,
  'invitation.make': voter,
  'invitation.take_back': voter,
  'invitation.keep': voter,
  'council.add_member': anything,
  'council.end_member': anything,
  'council.offer': anything,
  'council.withdraw': anything,
  'demand.add': anything,
  'demand.withdraw': anything,
  'demand.claim': anything,
  'project.start': anything,
  'project.report': anything,
  'project.end': anything,
  'project.review': [['for a need of the household', { households: [1] } satisfies Needed]],
  'project.explain': anything,
  'home_visit.plan': voter,
  'home_visit.drop': [
    ...lookedAfter,
    ['where they were asked to go in the team', { ...HOME, lookedAfter: true, askedToGo: true }],
  ],
  'home_visit.record': lookedAfter,
  'care_note.write': voter,
  'care_note.end': confided,
  'care_note.expire': anything,
  'need.note': lookedAfter,
  'need.give': anything,
  'need.answer': voter,
  'need.judge': voter,
  'need.turn': anything,
  'no_visits.ask': lookedAfter,
  'no_visits.take_back': voter,
  'steward.name': anything,
  'steward.assign': anything,
  'steward.leave': anything,
  'steward.part': anything,
  'steward.join': anything,
  'steward.free': anything,
  'steward.show': office,
  'shift.plan': anything,
  'shift.offer': office,
  'shift.keep': office,
  'shift.return': office,
  'shift.take': office,
  'shift.give': anything,
  'shift.remove': office,
  'shift.confirm': office,
  'shift.correct': office,
  'programme.plan': anything,
  'programme.dates': anything,
  'occasion.move': anything,
  'occasion.places': anything,
  'occasion.cancel': anything,
  'occasion.remind': anything,
  'depicted.name': anything,
  'depicted.drop': anything,
  'depicted.answer': telling,
  'depicted.record': voter,
  'meeting.call': anything,
  'meeting.move': anything,
  'meeting.cancel': anything,
  'coming.tell': voter,
  'coming.record': ticking,
  'coming.take_back': voter,
  'meeting.remind': anything,
  'attendance.tick': ticking,
  'attendance.tell': voter,
  'attendance.strike': voter,
  'meeting.minute': anything,
  'meeting.open_minutes': anything,
  'meeting.correct': telling,
  'meeting.answer': anything,
  'meeting.fix': anything,
  'meeting.keep': anything,
  'skill.offer': voter,
  'skill.take_back': theirs,
  'skill.part': anything,
  'skill.ask': anything,
  'help.call': anything,
  'help.join': voter,
  'help.leave': theirs,
  'help.name': theirs,
  'help.thank': anything,
  'help.cancel': anything,
  'sign_up.make': voter,
  'sign_up.record': voter,
  'sign_up.for_need': voter,
  'sign_up.walk_in': anything,
  'sign_up.take_back': voter,
  'sign_up.attend': anything,
  'sign_up.tell': telling,
  'opinion.give': voter,
  'opinion.correct': voter,
  'opinion.record': voter,
  'visit.note': voter,
  'recheck.draw': anything,
  'recheck.note': voter,
  'objection.draw': inOffice,
  'objection.merge': inOffice,
  'objection.split': inOffice,
  'objection.reword': inOffice,
  'objection.acknowledge': inOffice,
  'objection.answer': inOffice,
  'objection.approve-wording': raiser,
  'objection.dispute-wording': raiser,
  'objection.verdict': raiser,
  'objection.take_back': raiser,
  'objection.try': raiser,
  'objection.reopen': inOffice,
  'objection.escalate': inOffice,
  'agreement.declare': inOffice,
  'notice.post': anything,
  'notice.oppose': opposing,
  'notice.record_opposition': [['the household', HOME satisfies Voter]],
  'notice.answer': inOffice,
  'resolution.return': anything,
  'resolution.sign': signing,
  'works.start': inOffice,
  'milestone.plan': anything,
  'milestone.report': anything,
  'milestone.check': anything,
  'milestone.return': anything,
  'works.delegate': anything,
  'commitment.mend': anything,
  'commitment.decide': [['the household is a delegate', { works: { named: [{ household: 1 }] } }]],
  'acceptance.record': [['a delegate at the entrance', { household: 1, entrance: 11 }]],
  'acceptance.give': [['the household is a delegate', { works: { named: [{ household: 1 }] } }]],
  'works.complete': anything,
  'works.break': anything,
  'works.resume': anything,
  'callback.draw': anything,
  'callback.note': anything,
  'callback.follow': [
    ['they let the office know', { call: { mayTell: true } }],
    ['only the hotline knows', { call: { mayTell: false } }],
  ],
  'callback.close': anything,
  'figures.record': anything,
  'figures.correct': anything,
  'figures.derive': anything,
  'report.arrange': [
    ['the monthly report', { sheet: 'report' }],
    ['visits of a month', { sheet: 'visits' }],
  ],
  'term.take_over': [
    ['a governance secretary’s', { personId: STRANGER, role: 'governance-secretary' }],
    ['their own', (who: Who) => ({ personId: idOf(who), role: 'governance-secretary' })],
    ['a social worker’s', { personId: STRANGER, role: 'social-worker' }],
  ],
  'thing.keep': anything,
  'thing.end': [['with them', (who: Who) => ({ keeper: idOf(who), ended: false })]],
  'site.draw': anything,
  'site.publish': anything,
  'diagnosis.publish': anything,
  'crack.add': anything,
  'crack.report': anything,
  'crack.raise': anything,
  'presence.note': anything,
  'playbook.draw': anything,
  'playbook.revise': anything,
  'playbook.review': anything,
  'playbook.retire': anything,
  'playbook.adopt': anything,
  'playbook.outcome': anything,
};

const hidden = { subject: 'milestone', household: null, entrance: null, asked: [], againstRole: null, againstId: null };

/** What a reading policy is asked about, where it asks about anything. */
export const readings: Record<string, Variant[]> = {
  'pictures.maySeePicture': [
    ['somebody else sent it', { ...hidden, uploadedBy: STRANGER }],
    ['they sent it', (who: Who) => ({ ...hidden, uploadedBy: idOf(who) })],
    ['the household signed', { ...hidden, subject: 'opinion', uploadedBy: STRANGER, household: 1, entrance: 11 }],
    ['others signed', (who: Who) => ({ ...hidden, subject: 'opinion', uploadedBy: idOf(who) })],
    [
      'of an occasion, they are on it',
      (who: Who) => ({ ...hidden, subject: 'occasion', uploadedBy: STRANGER, asked: [idOf(who)] }),
    ],
    ['of a case', { ...hidden, subject: 'case', uploadedBy: STRANGER }],
    ['of a case against the hotline', { ...hidden, subject: 'case', uploadedBy: STRANGER, againstRole: 'hotline' }],
  ],
  'orders.mayReadOrder': orders,
  'orders.maySeeContact': orders,
};

const words: Record<Actor['as'], string> = {
  resident: 'home',
  captain: 'door',
  staff: 'staff',
  system: 'job',
  machine: 'key',
  import: 'line',
};

/** In what capacity, in a word; a dot is no. */
export const capacity = (actor: Actor | null): string => (actor ? words[actor.as] : '·');

/** A Markdown table whose columns stand under each other. */
export function aligned(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
