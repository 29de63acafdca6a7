/**
 * Acts whose form need not carry what it showed, and why not. Whoever adds one says why here, or takes `shown`:
 * `tests/permissions.test.ts` knows every act.
 */
export const needNot: Record<string, string[]> = {
  'their own words or deed, about what never changes under its number': [
    ...[
      'case.record',
      'case.post',
      'case.take_down',
      'case.link',
      'case.unlink',
      'comment.add',
      'comment.hide',
      'comment.show',
      'support.give',
    ],
    ...['support.take_back', 'picture.add', 'picture.look', 'picture.remove', 'proposal.accept', 'proposal.decline'],
    ...['proposal.appeal', 'appeal.decide', 'proposal.merge', 'proposal.separate', 'proposal.withdraw'],
    ...['proposal.reopen', 'proposal.resume', 'proposal.reopen_shelved', 'proposal.discard', 'shelving.propose'],
    ...['shelving.refuse', 'gate.decide', 'round.extend', 'round.summarise', 'round.redesign'],
    ...['visit.note', 'recheck.note', 'objection.draw', 'objection.merge', 'objection.split'],
    ...['objection.try', 'objection.reopen', 'resolution.return', 'works.start', 'milestone.plan'],
    ...[
      'milestone.report',
      'commitment.mend',
      'works.delegate',
      'works.break',
      'callback.note',
      'household.join',
      'household.refuse',
    ],
    ...['grant.give', 'grant.revoke', 'grant.hand_over', 'term.open', 'orders.columns'],
    ...['household.take_back', 'household.revoke', 'export.ask', 'export.approve', 'export.refuse'],
    ...['invitation.make', 'invitation.take_back', 'invitation.keep'],
    ...[
      'proposal.look',
      'proposal.choose_looking',
      'proposal.undecline',
      'round.take_back_opening',
      'objection.take_back',
      'topic.propose',
      'opposite.decide',
    ],
  ],
  'a step of a case, which is refused where the case stands elsewhere': [
    ...[
      'case.dispatch',
      'case.dispatch_many',
      'case.hand_on',
      'case.assign',
      'case.assist',
      'case.dismiss',
      'case.sign',
      'case.object',
    ],
    ...['case.contact', 'case.handle', 'case.extend', 'case.whistle', 'case.arrive', 'case.escalate', 'case.settle'],
    ...['case.supervise', 'case.reply', 'case.close', 'case.rework', 'case.archive', 'case.merge', 'case.split'],
    ...['case.nudge', 'case.supplement', 'case.join', 'case.look', 'case.call', 'case.ask_scope'],
  ],
  'a line of a list, or an address of their own': [
    ...[
      'handling.add',
      'handling.rename',
      'handling.retire',
      'feed.renew',
      'key.give',
      'key.withdraw',
      'report.arrange',
    ],
  ],
  'counted or drawn from what stands, under its lock': [
    ...[
      'round.close',
      'letter.duties',
      'recheck.draw',
      'works.complete',
      'works.resume',
      'callback.draw',
      'callback.close',
      'topic.keep',
      'selection.keep',
    ],
  ],
  'names by a field of its own what it replaces, and is refused with it where that is another': [
    ...['proposal.draft', 'plan.draft', 'round.take_back_extension', 'figures.record', 'figures.correct'],
    ...['case.decide_scope', 'figures.derive'],
  ],
};
