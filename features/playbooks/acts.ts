import type { State } from '@/features/proposals/rules';
import { atStep } from '@/features/proposals/rules';
import { type Act, because, type DeskAct, once } from '@/lib/act';
import { mayAdoptPlaybook, mayKeepPlaybook } from './policy';

interface Drawn {
  no: number;
  state: State;
  playbook: number | null;
}

/** 开方: from a proposal whose callbacks have shown that it helped. */
export const drawPlaybook: DeskAct<Drawn, 'not_at_this_step' | 'drawn_already'> = {
  name: 'playbook.draw',
  why: ({ state, playbook }) => because(playbook !== null, 'drawn_already') ?? atStep(state, 'verified'),
  by: mayKeepPlaybook,
  desk: { word: 'playbook', path: ({ no }) => ['proposals', no, 'playbook'] },
};

interface Kept {
  retired: boolean;
}

const inUse = ({ retired }: Kept) => because(retired, 'retired');

/** 改方: what it said before stays to be read. */
export const revisePlaybook: Act<Kept, 'retired'> = { name: 'playbook.revise', why: inUse, by: mayKeepPlaybook };

/** 复诊. */
export const reviewPlaybook: Act<Kept, 'retired'> = { name: 'playbook.review', why: inUse, by: mayKeepPlaybook };

/** 停用: it stays to be read, with the reason. */
export const retirePlaybook: Act<Kept, 'retired'> = {
  name: 'playbook.retire',
  why: inUse,
  by: mayKeepPlaybook,
  undoes: () => ({ playbooks: 1 }),
};

interface Offered extends Kept {
  own: boolean;
  adopted: boolean;
}

/** 照方: in another community. */
export const adoptPlaybook: Act<Offered, 'retired' | 'own_playbook' | 'adopted_already'> = {
  name: 'playbook.adopt',
  why: (facts) => because(facts.own, 'own_playbook') ?? inUse(facts) ?? because(facts.adopted, 'adopted_already'),
  by: mayAdoptPlaybook,
};

/** 用得怎么样: said once. */
export const tellOutcome: Act<{ told: boolean }, 'told_already'> = {
  name: 'playbook.outcome',
  why: ({ told }) => because(told, 'told_already'),
  by: mayAdoptPlaybook,
};

/** What stands at the desk of a proposal. */
export const standings = [once(drawPlaybook)];
