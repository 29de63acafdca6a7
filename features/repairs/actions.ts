'use server';

import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { form } from '@/lib/forms';
import * as drop from './commands/drop';
import * as judge from './commands/judge';
import * as list from './commands/list';
import * as work from './commands/work';
import { messages } from './messages';

interface Done {
  locale: Locale;
  community: string;
  value: { proposal: number };
}

const atDesk = ({ locale, community, value }: Done) =>
  to.desk(locale, community, 'proposals', value.proposal, 'repair');
const atHome = ({ locale, community, value }: Done) => to.act(locale, community, 'proposals', value.proposal, 'repair');

export const openRepair = form(list.openRepair, { messages, then: atDesk });
export const listUnits = form(list.listUnits, { messages, then: atDesk });
export const planBatch = form(list.planBatch, { messages, then: atDesk });
export const startRepairs = form(list.startRepairs, { messages, then: atDesk });
export const lookAtUnits = form(work.lookAtUnits, { messages, then: atDesk });
export const finishUnits = form(work.finishUnits, { messages, then: atDesk });
export const completeRepairs = form(work.completeRepairs, { messages, then: atDesk });
export const judgeUnit = form(judge.judgeUnit, { messages, then: atHome });
export const leaksAgain = form(judge.leaksAgain, { messages, then: atHome });
export const dropUnit = form(drop.dropUnit, {
  messages,
  then: (done) => (to.isLocalAddress(done.values.back) ? done.values.back : atHome(done)),
});
export const recordUnit = form(judge.recordUnit, {
  messages,
  then: ({ locale, community }) => to.door(locale, community, 'repairs'),
});
