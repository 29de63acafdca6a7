/** The four versions of the plan. The trees, the bend, the lower end ten-odd metres north, the rail and 23 steps are the article's. */
const base = [
  '在14号楼与15号楼之间，沿大家踩出来的小道修一条台阶小路。',
  '路线取直，台阶宽1.5米。',
  '路线上的6棵树移走。',
  '下口接15号楼前的人行道，正对15号楼1单元。',
  '台阶用防滑预制块，约20级。',
];

const changed = (clauses: readonly string[], changes: Record<number, string>): string[] => {
  const next = [...clauses];
  for (const [no, text] of Object.entries(changes)) next[Number(no) - 1] = text;
  return next;
};

const second = changed(base, {
  2: '路线在中间拐一个弯，不正对15号楼的窗户，台阶宽1.5米。',
  3: '避开现有的6棵树，一棵不砍、一棵不移。',
});
const third = changed(second, { 4: '下口向北移12米，接人行道，离开15号楼的窗户。', 5: '台阶用防滑预制块，共23级。' });
const fourth = [...third, '临坡一侧从上口到下口全程装扶手护栏。'];

export const versions: { title: string; summary: string; cost: string; clauses: string[] }[] = [
  { title: '沿大家踩出来的小道修直台阶', summary: '路最短，花钱最少。', cost: '68000.00', clauses: base },
  {
    title: '避开树木，中间拐一个弯',
    summary: '树都留下；拐一个弯，路不再正对窗户。',
    cost: '79000.00',
    clauses: second,
  },
  { title: '下口北移十多米', summary: '下口离开15号楼窗下，上下的脚步声远了。', cost: '86000.00', clauses: third },
  { title: '一侧加装护栏', summary: '临坡一侧全程有扶手。', cost: '98000.00', clauses: fourth },
];
