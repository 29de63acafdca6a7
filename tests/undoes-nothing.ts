/**
 * Acts whose name says that something ends, goes back or goes away, and that cost nobody else anything; why. Whoever adds one
 * says why here, or says in `undoes` what it costs: `tests/permissions.test.ts` knows every act.
 */
export const UNDOING =
  /\.(take_back\w*|take_down|with?draw|retire|return|refuse|revoke|end|cancel|hide|recall|move|decline|remove|discard|break|unlink|leave|dismiss|reject|stop)$/;

export const undoesNothing: Record<string, string[]> = {
  'their own words, claim, place or support': [
    ...['invitation.take_back', 'objection.take_back', 'sign_up.take_back', 'support.take_back', 'proposal.discard'],
    ...['shift.return', 'skill.take_back', 'coming.take_back', 'help.leave', 'picture.remove', 'no_visits.take_back'],
  ],
  'the answer to a question that was put for a yes or a no; who asked may ask again': [
    ...['export.refuse', 'shelving.refuse', 'short.refuse', 'case.dismiss'],
  ],
  'within a day, while nobody has built on it': ['round.take_back_opening', 'round.take_back_extension'],
  'where something is put at the desk, and may be put again; what stands keeps it': [
    ...['case.unlink', 'handling.retire', 'thing.end', 'care_note.end'],
    ...['council.withdraw', 'project.end'],
  ],
};
