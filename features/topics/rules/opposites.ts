import { isNear, type Spot } from '@/features/likeness/rules/places';

/**
 * Complaints that pull against each other at one place: what one asks for, the other suffers from. Found by the words on
 * either side; a person says whether it is so. The first of a pair already asks for a visit, before the other side is written.
 */
interface Pull {
  matter: string;
  /** What one side asks for, and what the other bears. */
  asks: RegExp;
  bears: RegExp;
}

const PULLS: readonly Pull[] = [
  {
    matter: '过路',
    asks: /摔|滑倒|滑了|打滑|太滑|跌|绊倒|崴|太陡|推不上|不敢走|(?:修|铺|建|加装|装|增设)[^，。]{0,8}(?:台阶|步道|坡道|扶手|栏杆|路)|绕(?:路|远|出去)/,
    bears:
      /(?:窗|楼)(?:前|下|根|外|户底下)[^。]{0,16}(?:吵|声|走|过|隐私)|(?:反对|不同意|不愿意?|不接受)[^。]{0,12}(?:路|道|台阶)|(?:路|道|台阶|阶梯)[^。]{0,16}(?:对着|窗|吵|扰民|声|外人)|脚步声/,
  },
  {
    matter: '加装电梯',
    asks: /(?:加装|安装|想装|盼着装)[^，。]{0,4}(?:电梯|加梯)|爬不动楼/,
    bears: /(?:电梯|加梯)[^。]{0,16}(?:挡光|遮光|采光|挡住|噪|吵|不同意|反对)|(?:反对|不同意)[^。]{0,10}(?:电梯|加梯)/,
  },
  {
    matter: '充电',
    asks: /(?:建|装|增设|增加|改成|设)[^，。]{0,12}充电|没(?:有)?地方充电/,
    bears: /充电[^。]{0,16}(?:着火|危险|怕|隐患|太近|挪走|噪|吵)|(?:反对|不同意)[^。]{0,12}充电/,
  },
  {
    matter: '停车与绿地',
    asks: /(?:增加|改造?成|建|划)[^，。]{0,8}(?:车位|停车位|停车场|车场)|没(?:有)?地方停车/,
    bears: /(?:反对|不同意|别|不要)[^。]{0,12}(?:车位|停车|车场)|毁绿|(?:绿地|草坪)[^。]{0,10}(?:停车|占|毁)/,
  },
  {
    matter: '树木',
    asks: /树[^。]{0,16}(?:挡|遮|暗|砍|修剪|虫)|(?:砍|伐|移)[^，。]{0,6}树/,
    bears: /(?:不要|别|反对|不同意|不许)[^。]{0,6}(?:砍|伐|移)|(?:树)[^。]{0,6}(?:砍了|剪秃)/,
  },
  {
    matter: '照明',
    asks: /灯[^，。]{0,6}不亮|(?:漆黑|摸黑|太黑|黑灯瞎火|没有?路灯)|(?:装|加)[^，。]{0,6}灯/,
    bears: /灯[^。]{0,6}(?:太亮|晃眼|刺眼)|照得[^。]{0,10}(?:睡|白天)/,
  },
  {
    matter: '活动场地',
    asks: /(?:没有?地方|找个?地方|需要场地|要个场地)[^，。]{0,8}(?:跳舞|唱歌|活动|打球)/,
    bears: /(?:跳舞|广场舞|唱歌|打球|音响)[^。]{0,16}(?:吵|扰民|声|睡)/,
  },
  {
    matter: '出入口',
    asks: /(?:打开|开放|多开|开)[^，。]{0,6}(?:东|西|南|北|小|侧)门|(?:东|西|南|北|小|侧)门[^。]{0,10}(?:锁|关着|绕)/,
    bears:
      /(?:东|西|南|北|小|侧)门[^。]{0,12}(?:总开着|一直开|外人|随便进|不安全)|(?:封|关)[^，。]{0,4}(?:东|西|南|北|小|侧)门/,
  },
];

export const MATTERS: readonly string[] = PULLS.map(({ matter }) => matter);

export interface Side {
  matter: string;
  side: 'asks' | 'bears';
  /** What was said that makes it so. */
  words: string;
}

/** On which side of which matters a complaint stands; one that both asks and resists stands where it resists. */
export function sidesOf(text: string): Side[] {
  const said = text.normalize('NFKC');
  return PULLS.flatMap(({ matter, asks, bears }): Side[] => {
    const bearing = bears.exec(said);
    if (bearing) return [{ matter, side: 'bears', words: bearing[0] }];
    const asking = asks.exec(said);
    return asking ? [{ matter, side: 'asks', words: asking[0] }] : [];
  });
}

export interface OppositePair {
  matter: string;
  /** Indices of the complaints, and what each says. */
  asks: { text: number; words: string }[];
  bears: { text: number; words: string }[];
}

/**
 * Where complaints of both sides of one matter lie near each other: those at one place that bear it, with everybody near
 * who asks for it; the largest first. Nobody stands in a pair by way of a third.
 */
export function oppositesAmong(complaints: readonly { text: string; spot: Spot }[]): OppositePair[] {
  const sided = complaints.flatMap(({ text, spot }, at) => sidesOf(text).map((side) => ({ ...side, at, spot })));
  const found = new Map<string, OppositePair & { spot: Spot }>();
  for (const { matter, side, words, at, spot } of sided) {
    if (side !== 'bears') continue;
    const key = JSON.stringify([matter, spot.buildings, spot.known ?? spot.named]);
    const pair = found.get(key) ?? { matter, spot, asks: [], bears: [] };
    pair.bears.push({ text: at, words });
    found.set(key, pair);
  }
  for (const pair of found.values())
    for (const { matter, side, words, at, spot } of sided)
      if (side === 'asks' && matter === pair.matter && isNear(spot, pair.spot)) pair.asks.push({ text: at, words });
  const size = ({ asks, bears }: OppositePair) => asks.length + bears.length;
  return [...found.values()]
    .filter(({ asks }) => asks.length > 0)
    .map(({ matter, asks, bears }) => ({ matter, asks, bears }))
    .sort((a, b) => size(b) - size(a));
}

export type Pair = readonly [asks: number, bears: number];

export interface Undecided {
  asks: number[];
  bears: number[];
}

/** Those of both sides of whom not every two have been spoken of: what was dismissed does not come back. */
export function undecided({ asks, bears }: Undecided, isDecided: (pair: Pair) => boolean): Undecided | null {
  const open = asks.flatMap((a) => bears.filter((b) => !isDecided([a, b])).map((b): Pair => [a, b]));
  if (open.length === 0) return null;
  const [left, right] = [new Set(open.map(([a]) => a)), new Set(open.map(([, b]) => b))];
  return { asks: asks.filter((one) => left.has(one)), bears: bears.filter((one) => right.has(one)) };
}
