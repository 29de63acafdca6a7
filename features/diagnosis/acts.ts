import type { CrackState } from '@/db/words/diagnosis';
import { type Act, because, never } from '@/lib/act';
import { mayDiagnose, mayReportCrack } from './policy';
import { isOver, MOST_CRACKS } from './rules';

/** 先诊断. */
export const publishDiagnosis: Act<object, never> = { name: 'diagnosis.publish', why: never, by: mayDiagnose };

interface Open {
  diagnosed: boolean;
  open: number;
}

/** 集中破题: promised on the board, after it was said what is wrong. */
export const addCrack: Act<Open, 'not_diagnosed' | 'enough_matters'> = {
  name: 'crack.add',
  why: ({ diagnosed, open }) =>
    because(!diagnosed, 'not_diagnosed') ?? because(open >= MOST_CRACKS, 'enough_matters', { most: MOST_CRACKS }),
  by: mayDiagnose,
};

interface Stands {
  state: CrackState | null;
}

const underWay = ({ state }: Stands) => because(isOver(state), 'matter_over');

/** 进展. */
export const reportCrack: Act<Stands, 'matter_over'> = { name: 'crack.report', why: underWay, by: mayReportCrack };

/** 往上报. */
export const raiseCrack: Act<Stands & { raised: boolean }, 'matter_over' | 'raised_already'> = {
  name: 'crack.raise',
  why: (facts) => underWay(facts) ?? because(facts.raised, 'raised_already'),
  by: mayDiagnose,
};

/** 驻了几天、走了几户. */
export const notePresence: Act<object, never> = { name: 'presence.note', why: never, by: mayDiagnose };
