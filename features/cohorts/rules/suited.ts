import type { Cause } from '@/db/words/diagnosis';
import { termsOf } from '@/features/likeness/rules/words';

/** What is known of the trouble of a community: its matters to crack that are open, and how many pairs pull both ways. */
export interface Trouble {
  matters: readonly { title: string; cause: Cause }[];
  /** Null: too few to be told, or not counted. */
  opposites: number | null;
}

/** By which words one hears that somebody can do something about it. */
const CALLS_FOR: Record<Cause | 'opposites', readonly string[]> = {
  legacy: ['修缮', '规划', '工程', '建设', '产权', '改造'],
  maintenance: ['修缮', '维修', '防水', '工程', '设备'],
  management: ['物业', '合同', '资金', '算账', '审计', '办件'],
  neighbours: ['调解', '议事', '社会组织', '基层', '法律'],
  opposites: ['调解', '议事', '法律'],
};

/** Why somebody is offered: a word of what they are good at, and what it would be good for. */
export type Reason = { word: string } & ({ matter: string } | { opposites: number });

/** What of their skills answers the trouble there, each word once for each matter. */
export function reasonsFor(skills: string, { matters, opposites }: Trouble): Reason[] {
  const { themes, words } = termsOf(skills);
  const said = new Set([...themes, ...words]);
  const heard = (cause: keyof typeof CALLS_FOR) => CALLS_FOR[cause].find((word) => skills.includes(word));
  const byMatter = matters.flatMap(({ title, cause }): Reason[] => {
    const of = termsOf(title);
    const word = [...of.themes, ...of.words].find((one) => said.has(one)) ?? heard(cause);
    return word ? [{ word, matter: title }] : [];
  });
  const word = opposites === null ? undefined : heard('opposites');
  return opposites !== null && word ? [...byMatter, { word, opposites }] : byMatter;
}

/** Whoever answers most of the trouble first, of equals as they were given. */
export const suited = <C extends { skills: string }>(all: readonly C[], trouble: Trouble) =>
  all
    .map((one) => ({ one, reasons: reasonsFor(one.skills, trouble) }))
    .sort((a, b) => b.reasons.length - a.reasons.length);
