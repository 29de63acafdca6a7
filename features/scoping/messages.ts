import { messages as proposals } from '@/features/proposals/messages';
import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import { overtaken } from '@/lib/messages';

type Details = Record<string, string | number>;

/** A group as it was shown, with its effect in words. */
const group = (effects: Record<string, string>) => (_: string, text: string) =>
  text.replace(/^\w+/, (effect) => `${effects[effect] ?? effect} ·`);

const zh = {
  letters: {
    consultation_started: ({ title }: Titled) => `“${title}”跟您家有关系，开始商量了。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    record: { groups: '相关方', gate: '依法须办的手续' },
    desk: {
      groups: { act: '写明相关方', task: '谁家受影响，等您写明', why: { not_allowed: '相关方由社工或书记来写。' } },
      regroup: { act: '改相关方，已经问的作废' },
      confirmation: {
        act: '确认相关方',
        task: '相关方写好了，等您确认',
        why: { not_allowed: '相关方由社工或书记来写。', not_at_this_step: '提案在摸底的时候才到这一步。' },
      },
      consultation: {
        act: '开始商量',
        task: '相关方确认过了，等您开始商量',
        why: { not_allowed: '开始商量由书记来定。', not_at_this_step: '提案在摸底的时候才到这一步。' },
      },
      gates: {
        act: '定依法须办的手续',
        task: '依法须办的手续，等您来定',
        why: { not_allowed: '手续由书记签名来定。' },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      groups_named: (d) => `写明了${d.groups ?? ''}个相关方`,
      groups_confirmed: () => '第二个人确认了相关方',
      groups_changed: () => '改了相关方，正在问的一轮作废',
      consultation_started: (d) => `开始商量，定下${d.households ?? ''}户`,
      gate_decided: () => '定了一项依法须办的手续',
    } satisfies Record<string, Step>,
    part: {
      name: '依法须办的手续',
      note: (all: number, open: number) =>
        open === 0
          ? all === 0
            ? '没有要办的'
            : `${all}项，都定了`
          : all === 0
            ? `${open}项，都没定`
            : `定了${all}项，还有${open}项没定`,
    },
  },
  acts: {
    groups: '写明相关方',
    confirmation: '核对相关方',
    consultation: '开始商量',
    gates: '依法须办的手续',
  },
  groups: {
    lead: '谁得益、谁受影响，按楼栋或单元写明。每一方各自算，不合在一起算。',
    changing: '商量已经开始。现在改相关方，正在进行的一轮作废，要重新核对、重新开始。',
    nth: (n: number) => `第${n}方`,
    name: (n: number) => `第${n}方叫什么`,
    nameHint: '比如：坡下15号楼。',
    moreHint: '没有这一方就空着；不要了，把写的和勾的都去掉。',
    when: '（有这一方就要写）',
    effect: (n: number) => `这事对第${n}方`,
    why: (n: number) => `为什么这样说第${n}方`,
    places: (n: number) => `第${n}方是哪些楼、哪些单元`,
    building: (name: string) => `${name}号楼，整栋`,
    entrance: (building: string, no: number) => `${building}号楼${no}单元`,
    door: (no: number) => `${no}单元`,
    otherBuildings: '别的楼',
    allBuildings: (n: number) => `从${n}栋楼里选`,
    submit: '写好了，请别人核对',
    reason: '为什么要改',
    reasonHint: '大家都看得到。',
    households: (n: number | null) => (n === null ? '户数在开始商量时定' : `${n}户`),
    none: '还没有写明相关方。',
    namedBy: '写明的人和核对的人不能是同一个。',
  },
  confirmation: {
    lead: '您是第二个人。看看有没有漏掉谁、有没有把受影响的写成影响不大。',
    submit: '核对过，没有漏',
  },
  consultation: {
    lead: '开始以后：各方的户数定下来，谈拢的标准也定下来，不能中途改。',
    rule: '谈拢的标准',
    reach: (n: number, d: number) => `每一方听到的，至少${d}户里有${n}户`,
    agree: (n: number, d: number) => `表了态的，至少${d}户里有${n}户同意`,
    each: '每一方各自过，不看总数。',
    uncovered: (n: number) => `有${n}个单元没有楼门长，要写明由哪位社工上门。`,
    covered: '每个单元都有楼门长。',
    standIn: '没有楼门长的门，由哪位社工上门',
    submit: '开始商量',
  },
  gates: {
    lead: '这一类事，法律上可能要先办这些。办好了写凭据，不涉及写理由，谁定谁签名。',
    outcome: '怎么定',
    outcomes: { satisfied: '已经办好', not_applicable: '不涉及' },
    evidence: '凭据；不涉及的写理由',
    decidedOn: '哪天办好的',
    decidedWhen: '（办好了要写）',
    submit: '签名定下',
    again: '改定',
    none: '受理以后，这里会列出来。',
  },
  refusals: {
    overtaken: (details: Details): string => overtaken.zh(details, group(proposals.zh.effects)),
    no_groups: '还没有写明相关方。',
    place_missing: '请勾上这一方的楼或单元',
    group_named_twice: '有两方同名，请改一个。',
    group_without_place: (d: Record<string, string | number>) => `「${d.group}」没有写明是哪些楼或单元。`,
    place_in_two_groups: (d: Record<string, string | number>) =>
      `「${d.group}」里有的门已经在另一方里了。一户只能在一方。`,
    group_in_use: '已经按这几方问过人了，可以改，不能减少。',
    accept_first: '先受理这件提案，才轮到这一步。',
    groups_fixed: '到了这一步，相关方不能再改。',
    groups_confirmed: '已经核对过了。',
    groups_unconfirmed: '相关方还没有第二个人核对。',
    groups_same_person: '写明的人不能自己核对，请另一个人来。',
    group_empty: '有一方一户也没有。',
    household_in_two_groups: '有的户同时在两方里。',
    entrance_without_captain: (d: Record<string, string | number>) =>
      `有${d.count}个单元没有楼门长，请写明由哪位社工上门。`,
    not_at_this_step: '提案现在不在这一步。',
    gates_fixed: '公示以后手续就不再改了。',
  },
};

const en: typeof zh = {
  letters: {
    consultation_started: ({ title }) => `“${title}” concerns your household; the talks have begun.`,
  },
  room: {
    record: { groups: 'Affected groups', gate: 'Legal gate' },
    desk: {
      groups: {
        act: 'Name the groups',
        task: 'For you to say whom it touches',
        why: { not_allowed: 'Social workers and secretaries name the groups.' },
      },
      regroup: { act: 'Change the groups, voiding what was asked' },
      confirmation: {
        act: 'Confirm the groups',
        task: 'Groups named, for you to confirm',
        why: {
          not_allowed: 'Social workers and secretaries name the groups.',
          not_at_this_step: 'Only while it is being found out whom it touches.',
        },
      },
      consultation: {
        act: 'Start the talks',
        task: 'Groups confirmed, for you to start the talks',
        why: {
          not_allowed: 'The secretaries start the talking.',
          not_at_this_step: 'Only while it is being found out whom it touches.',
        },
      },
      gates: {
        act: 'Decide the legal gates',
        task: 'Legal gates for you to decide',
        why: { not_allowed: 'The secretaries sign the gates.' },
      },
    },
    steps: {
      groups_named: (d) => `Named ${d.groups ?? ''} groups`,
      groups_confirmed: () => 'Confirmed the groups as second person',
      groups_changed: () => 'Changed the groups; the open round is void',
      consultation_started: (d) => `Started the talks with ${d.households ?? ''} households`,
      gate_decided: () => 'Decided a legal gate',
    },
    part: {
      name: 'Legal gates',
      note: (all, open) =>
        open === 0
          ? all === 0
            ? 'none needed'
            : `${all}, all decided`
          : all === 0
            ? `${open}, none decided`
            : `${all} decided, ${open} still open`,
    },
  },
  acts: {
    groups: 'Name the groups',
    confirmation: 'Confirm the groups',
    consultation: 'Start the talking',
    gates: 'Legal gates',
  },
  groups: {
    lead: 'Who benefits and who bears it, by building or entrance. Each group is counted by itself, never together.',
    changing:
      'The talking has started. Changing the groups now voids the open round; they are confirmed and it starts anew.',
    nth: (n) => `Group ${n}`,
    name: (n) => `Name of group ${n}`,
    nameHint: 'For example: building 15, below.',
    moreHint: 'Leave it blank if there is no such group; to drop it, clear its words and its ticks.',
    when: ' (if there is such a group)',
    effect: (n) => `For group ${n} it means`,
    why: (n) => `Why, for group ${n}`,
    places: (n) => `Buildings and entrances of group ${n}`,
    building: (name) => `Building ${name}, all of it`,
    entrance: (building, no) => `Building ${building}, entrance ${no}`,
    door: (no) => `${no}`,
    otherBuildings: 'Other buildings',
    allBuildings: (n) => `Choose from ${n} buildings`,
    submit: 'Done; somebody else confirms',
    reason: 'Why they change',
    reasonHint: 'Everybody can read it.',
    households: (n) => (n === null ? 'households are fixed when the talking starts' : `${n} households`),
    none: 'No groups have been named yet.',
    namedBy: 'Whoever named them does not confirm them.',
  },
  confirmation: {
    lead: 'You are the second person. Is anybody left out? Is somebody who bears it written down as little affected?',
    submit: 'I have checked: nobody is left out',
  },
  consultation: {
    lead: 'From then on the households of each group and the rule of agreement are fixed.',
    rule: 'The rule of agreement',
    reach: (n, d) => `reached in each group: at least ${n} of every ${d} households`,
    agree: (n, d) => `agreeing, of those who took a side: at least ${n} of every ${d}`,
    each: 'Each group by itself; the total does not count.',
    uncovered: (n) => `${n} entrances have no captain: say which social worker knocks there.`,
    covered: 'Every entrance has a captain.',
    standIn: 'Who knocks where there is no captain',
    submit: 'Start the talking',
  },
  gates: {
    lead: 'The law may ask for these first. Satisfied needs evidence, not applicable needs a reason; whoever decides signs.',
    outcome: 'Decision',
    outcomes: { satisfied: 'Satisfied', not_applicable: 'Not applicable' },
    evidence: 'Evidence; or why it does not apply',
    decidedOn: 'Satisfied on',
    decidedWhen: ' (when it is satisfied)',
    submit: 'Sign',
    again: 'Decide again',
    none: 'They are listed once the proposal is taken up.',
  },
  refusals: {
    overtaken: (details) => overtaken.en(details, group(proposals.en.effects)),
    no_groups: 'No groups have been named yet.',
    place_missing: 'Tick the buildings or entrances of this group',
    group_named_twice: 'Two groups have the same name.',
    group_without_place: (d) => `"${d.group}" has no building and no entrance.`,
    place_in_two_groups: (d) => `"${d.group}" holds an entrance of another group. A household is in one group.`,
    group_in_use: 'People have been asked in these groups: they may change, not become fewer.',
    accept_first: 'The proposal has to be accepted first.',
    groups_fixed: 'The groups can no longer change at this step.',
    groups_confirmed: 'They are confirmed already.',
    groups_unconfirmed: 'No second person has confirmed the groups yet.',
    groups_same_person: 'Whoever named them cannot confirm them; somebody else must.',
    group_empty: 'A group has no household.',
    household_in_two_groups: 'A household is in two groups.',
    entrance_without_captain: (d) => `${d.count} entrances have no captain: say which social worker knocks there.`,
    not_at_this_step: 'The proposal is not at this step now.',
    gates_fixed: 'Gates no longer change once it is on notice.',
  },
};

export const messages = { zh, en };
