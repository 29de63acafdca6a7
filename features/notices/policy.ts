import { mayCallBack } from '@/features/callbacks/policy';
import { mayAnswer } from '@/features/objections/policy';
import { mayHandOver } from '@/features/people/policy';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { mayPublishPlan } from '@/features/plans/policy';
import { mayAccept, mayDecideAppeal, mayReadDesk } from '@/features/proposals/policy';
import { mayOpenRound, maySummarise } from '@/features/rounds/policy';
import { mayNameGroups, mayStartConsultation } from '@/features/scoping/policy';
import { mayAnswerOpposition, mayPostNotice } from '@/features/signoff/policy';
import { requiredRoles } from '@/features/signoff/rules';
import { mayCheck, mayReport, mayStart } from '@/features/works/policy';
import { has, type Who } from '@/lib/actor';
import { DESK_TASKS, type DeskTask } from './rules';

type Allow = (who: Who, subject: { termActive: boolean }) => unknown;

/** Whose each task is: the policies of the acts themselves, so that nobody is shown what they would be refused. */
const TASK_OF: Readonly<Record<DeskTask, Allow>> = {
  accept: mayAccept,
  appeal: mayDecideAppeal,
  name_groups: mayNameGroups,
  confirm_groups: mayNameGroups,
  consultation: mayStartConsultation,
  publish: mayPublishPlan,
  closing: mayOpenRound,
  summarise: maySummarise,
  acknowledge: mayAnswer,
  answer: mayAnswer,
  recheck: (who) => has(who, 'social-worker', 'governance-secretary', 'party-secretary'),
  post_notice: mayPostNotice,
  opposition: mayAnswerOpposition,
  sign: (who, { termActive }) => has(who, ...requiredRoles(termActive)),
  start: mayStart,
  silent: (who) => mayCheck(who) ?? mayReport(who),
  check: mayCheck,
  callbacks: mayCallBack,
  joins: (who) => has(who, 'social-worker'),
  pictures: mayLookAtPictures,
  drawings: mayLookAtPictures,
  site_pictures: mayLookAtPictures,
  handover: (who) => mayHandOver(who, { personId: 0, role: 'social-worker' }),
};

/** The tasks this person's roles can act on. */
export const tasksOf = (who: Who, subject: { termActive: boolean }): DeskTask[] =>
  DESK_TASKS.filter((task) => Boolean(TASK_OF[task](who, subject)));

export const mayReadToday = mayReadDesk;
