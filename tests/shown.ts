import { havingSeen } from '@/db/seed/shown';
import * as answered from '@/features/objections/commands/answer';
import * as escalating from '@/features/objections/commands/reopen';
import * as rewording from '@/features/objections/commands/reword';
import * as judged from '@/features/objections/commands/verdict';
import * as worded from '@/features/objections/commands/wording';
import * as speaking from '@/features/opinions/commands/give';
import * as recording from '@/features/opinions/commands/record';
import * as joining from '@/features/people/commands/join';
import * as citing from '@/features/plans/commands/cite';
import * as judging from '@/features/plans/commands/judge';
import * as publishing from '@/features/plans/commands/publish';
import * as submitting from '@/features/proposals/commands/draft';
import * as shelving from '@/features/proposals/commands/shelve';
import * as opening from '@/features/rounds/commands/open';
import * as consulting from '@/features/scoping/commands/consult';
import * as grouping from '@/features/scoping/commands/groups';
import * as agreeing from '@/features/signoff/commands/agree';
import * as opposing from '@/features/signoff/commands/oppose';
import * as answering from '@/features/signoff/commands/return';
import * as signing from '@/features/signoff/commands/sign';
import { deskSignoff } from '@/features/signoff/queries/desk';
import * as accepting from '@/features/works/commands/accept';
import * as atDoors from '@/features/works/commands/door';
import * as checking from '@/features/works/commands/report';
import type { Call } from '@/lib/gate';

/** Commands as somebody sends them who has just opened the page: what the form carries is what stands. */
export const confirmJoin = havingSeen(joining.confirmJoin);
export const submitProposal = havingSeen(submitting.submitProposal);
export const confirmShelving = havingSeen(shelving.confirmShelving);
export const nameGroups = havingSeen(grouping.nameGroups);
export const confirmGroups = havingSeen(grouping.confirmGroups);
export const startConsultation = havingSeen(consulting.startConsultation);
export const citeChanges = havingSeen(citing.citeChanges);
export const judgeMateriality = havingSeen(judging.judgeMateriality);
export const confirmMateriality = havingSeen(judging.confirmMateriality);
export const publishPlan = havingSeen(publishing.publishPlan);
export const openRound = havingSeen(opening.openRound);
export const giveOpinion = havingSeen(speaking.giveOpinion);
export const correctOpinion = havingSeen(speaking.correctOpinion);
export const recordOpinion = havingSeen(recording.recordOpinion);
export const acknowledgeObjection = havingSeen(answered.acknowledgeObjection);
export const answerObjection = havingSeen(answered.answerObjection);
export const escalateObjection = havingSeen(escalating.escalateObjection);
export const rewordObjection = havingSeen(rewording.rewordObjection);
export const giveVerdict = havingSeen(judged.giveVerdict);
export const approveWording = havingSeen(worded.approveWording);
export const disputeWording = havingSeen(worded.disputeWording);
export const declareAgreement = havingSeen(agreeing.declareAgreement);
export const postNotice = havingSeen(agreeing.postNotice);
export const opposeNotice = havingSeen(opposing.opposeNotice);
export const recordOpposition = havingSeen(opposing.recordOpposition);
export const answerOpposition = havingSeen(answering.answerOpposition);
export const signResolution = havingSeen(signing.signResolution);
export const checkMilestone = havingSeen(checking.checkMilestone);
export const returnMilestone = havingSeen(checking.returnMilestone);
export const decideCommitment = havingSeen(accepting.decideCommitment);
export const recordAcceptance = havingSeen(atDoors.recordAcceptance);
export const giveAcceptance = havingSeen(accepting.giveAcceptance);

/** The fingerprint the page of the signature shows to somebody; noughts where there is no text to sign yet. */
export async function textShown(call: Call, no: number): Promise<string> {
  return (await deskSignoff(call, { no }))?.text?.hash ?? '0'.repeat(64);
}
