/** The compound between the two buildings, invented but for what the article says: metres, north is up, the gate to the south. */
const homes = (building: string, x: number, door: number, top: number, entrances: number): string[] =>
  Array.from({ length: entrances }, (_, at) => {
    const [name, y] = [`${building}-${at + 1}`, top - 26 * at];
    return [
      `窗 ${name}/01: ${x} ${y - 2}, ${x} ${y - 12}`,
      `窗 ${name}/02: ${x} ${y - 14}, ${x} ${y - 24}`,
      `门 ${name}: ${door} ${y - 13}`,
    ];
  }).flat();

const TREES = [
  [65, -11],
  [70, -11.4],
  [75, -10.6],
  [80, -11.3],
  [85, -10.7],
  [90, -11],
];

export const site = [
  '坡 坡地: 61 -70, 94 -70, 94 30, 61 30',
  '楼 14: 40 -67, 53 -67, 53 37, 40 37',
  '楼 15: 100 -86, 113 -86, 113 -8, 100 -8',
  ...homes('14', 53, 53, 37, 4),
  ...homes('15', 100, 113, -8, 3),
  '路 坡上的路 宽3: 57 -75, 57 45',
  '路 坡下的路 宽2: 97 20, 97 -110',
  '路 主路 宽5: 57 45, 57 150, 118 150, 118 -104, 97 -104',
  '小道 旧道 宽0.6: 57 -11, 65 -9, 85 -9, 97 -11',
  ...TREES.map(([x, y], at) => `树 T${at + 1} 宽4: ${x} ${y}`),
  '灯 L1: 59.5 -30',
  '灯 L2: 59.5 20',
  '灯 L3: 95 -60',
  '大门 南门: 97 -110',
].join('\n');

const trees = (word: string) => TREES.map((_, at) => `${word} T${at + 1} 第3条`);
const path = (steps: number, places: string) => `路 台阶路 宽1.5 ${steps}级 第1条 第2条 第4条 第5条: ${places}`;
const gone = '移走 旧道 第1条';
const north = '57 -5, 72 -3, 86 1, 97 1';

/** What each version of the plan draws over it, as its clauses say. */
export const drawn: readonly string[] = [
  [path(20, '57 -11, 97 -11'), gone, ...trees('移走')],
  [path(20, '57 -5, 72 -3, 88 -3, 97 -11'), gone, ...trees('保留')],
  [path(23, north), gone, ...trees('保留')],
  [path(23, north), '扶手 护栏 第6条: 57 -5.9, 72.2 -3.9, 86.2 0.1, 97 0.1', gone, ...trees('保留')],
].map((lines) => lines.join('\n'));
