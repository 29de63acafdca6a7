import { plural } from '@/lib/words';
import type { Fault, Kind } from './rules/shapes';

type Details = Record<string, string | number>;

/** `3:width:P1` in a line each, said in words. */
const each = (
  details: Details,
  say: (line: string, fault: Fault, said: string) => string,
  both: (name: string, building: string) => string,
): string =>
  String(details.wrong ?? '')
    .split('\n')
    .map((one) => {
      const [line = '', fault = '', ...rest] = one.split(':');
      const said = rest.join(':');
      const [name = '', building = ''] = said.split(' ');
      return say(line, fault as Fault, fault === 'through' ? both(name, building) : said);
    })
    .join('\n');

const faults = {
  kind: '看不懂开头是什么东西',
  name: '名字写不对：字母、汉字或数字，最多20个字',
  attribute: '这个写法不认得',
  place: '位置要写“东 北”两个数，米，最多三位小数',
  far: '离得太远，超过了2000米',
  points: '点数不对：楼、坡、棚至少三个点，线至少两个，树、灯、门只要一个，移走和保留不写位置',
  outline: '两个点重在一起，或者边线自己交叉了',
  width: '宽度不对：路和小道要写宽，最多30米；别的只有树可以写',
  steps: '级数不对：只有路可以写级',
  twice: '这个名字前面用过了',
  home: '要写成“楼号-单元”，像“15-1”；只管几户的，像“15-1/02”',
  unknown: '图上没有叫这个名字的',
  clause: '没写画的是方案第几条，像“第2条”',
  through: '从楼里穿过去了。请绕开这栋楼画，挨着墙走、到门口为止都可以；楼下真有过道的，先在平面图上把楼从那里分成两块',
  element: '这种东西读不了：请画成线、折线、多边形、矩形或圆；只是说明的，名字写“注”',
  bent: '只能是一条笔直相连的线：请把弯的改成折线，把几段拆开，圆角改成直角',
  turned: '它或者外面的组转过、斜过：请在画图的软件里把变换摊平，再导出一次',
} satisfies Record<Fault, string>;

const faultsEn = {
  kind: 'it is not said what it is',
  name: 'the name: letters or figures, at most 20',
  attribute: 'this cannot be read',
  place: 'a place is two numbers, east and north, in metres with at most three decimals',
  far: 'it lies more than 2,000 metres away',
  points:
    'the number of places: three or more for a building, a slope, a shed; two or more for a line; one for a tree, a lamp, a door; none for what is removed or kept',
  outline: 'two places are the same, or the outline crosses itself',
  width: 'the width: a path or trail needs one, at most 30 metres; of the others only a tree has one',
  steps: 'only a path has steps',
  twice: 'this name is taken above',
  home: 'building and entrance, as in “15-1”; for some doors, as in “15-1/02”',
  unknown: 'there is nothing of this name on the plan',
  clause: 'which clause it draws is missing, as in “clause=2”',
  through:
    'it goes through the house. Draw it around; along the wall or up to the door is right. Where there is a passage under the house, draw the house in two there on the site plan first',
  element:
    'this cannot be read: draw it as a line, polyline, polygon, rectangle or circle; a mere note is called “note”',
  bent: 'it has to be one line of straight stretches: turn curves into polylines, take its parts asunder, make corners sharp',
  turned: 'it, or a group around it, is turned or skewed: apply the transformation in your program and export it anew',
} satisfies Record<Fault, string>;

const drawn = {
  building: '楼',
  windows: '窗户一面',
  entrance: '单元门',
  gate: '大门',
  path: '路',
  trail: '踩出来的小道',
  tree: '树',
  lamp: '灯',
  slope: '坡',
  wall: '墙',
  rail: '扶手',
  shed: '棚',
  removed: '移走的',
  kept: '留下的',
} satisfies Record<Kind, string>;

const drawnEn: typeof drawn = {
  building: 'building',
  windows: 'side with windows',
  entrance: 'entrance',
  gate: 'gate',
  path: 'path',
  trail: 'trodden trail',
  tree: 'tree',
  lamp: 'lamp',
  slope: 'slope',
  wall: 'wall',
  rail: 'rail',
  shed: 'shed',
  removed: 'removed',
  kept: 'kept',
};

/** `path:640 tree:120`, said in words. */
const sums = ({ kinds = '' }: Details, word: (kind: Kind) => string): string =>
  String(kinds)
    .split(' ')
    .map((one) => one.split(':'))
    .map(([kind = '', count = '']) => `${word(kind as Kind)} ${count}`)
    .join(' · ');

const zh = {
  room: {
    door: '小区平面图',
    duty: '平面图的新一版，等您核对、公布',
    record: { site: '平面图' },
  },
  drawing: {
    title: (version: number) => `小区平面图第${version}版`,
    north: '北',
    metres: (n: number) => `${n}米`,
    building: (name: string) => `${name}号楼`,
    steps: (n: number) => `${n}级`,
    described: (kinds: string) => `图上有：${kinds}`,
    kinds: drawn,
    came: '要新做的',
    gone: '上一稿有、这一稿没有的',
    clause: (n: number) => `第${n}条`,
    pins: '圆圈里的数字是方案第几条，点开看那一条改了什么。下面逐条写着。',
  },
  card: {
    title: '您家会怎样',
    besides: '；',
    nearest: '本单元最近的一家',
    everybody: '各单元会怎样',
    now: (said: string) => `现在${said}`,
    of: (version: number, said: string) => `第${version}稿${said}`,
    by: (name: string, said: string) => `${name}：${said}`,
    path: '窗户到路边最近处',
    shed: '窗户到棚边最近处',
    shedWay: '从单元门走到棚边',
    ofEntrances: '每个单元量的是离得最近的一家，同一单元的别家会远一些。',
    ownWindows: (said: string) => `上面量的是您家自己的窗。说到整个单元的，是离得最近的一家：${said}。`,
    nearestTo: {
      path: (metres: string) => `到路边${metres}`,
      shed: (metres: string) => `到棚边${metres}`,
    },
    and: '，',
    none: '没有',
    pathNone: '没有这样的路',
    metres: (n: string) => `${n}米`,
    gate: (name: string) => `走到${name}`,
    noWay: '走不到',
    shorter: (length: string) => `比现在少走${length}`,
    longer: (length: string) => `比现在多走${length}`,
    same: '和现在一样',
    trees: '窗前20米内的树',
    count: (n: number) => `${n}棵`,
    lamps: '窗前30米内看得见的灯',
    lampCount: (n: number) => `${n}盏`,
    method: (version: number) =>
      `按小区平面图第${version}版在平面上量，不算高低；路从路边量，走路沿着修好的路走，不走踩出来的小道。`,
    entrance: (building: string, no: number) => `${building}号楼${no}单元`,
    touched: (names: readonly string[]) =>
      names.length === 0 ? '一棵树都不动。' : `要动${names.length}棵树：${names.join('、')}。`,
  },
  desk: {
    title: '小区平面图',
    lead: '楼、窗、门、路、树照实量好画在图上，方案画在它上面，离谁家多近、绕多远都从图上算。',
    back: '小区平面图',
    none: '还没有画。',
    version: (n: number, state: 'draft' | 'published') => (state === 'draft' ? `第${n}版（草稿）` : `第${n}版`),
    source: '从哪儿来的',
    sourceHint: '像“物业2014年竣工图，社工5月12日步量核对”',
    shapes: '图上有什么，一行一样',
    shapesWhen: '（传了文件就不用写）',
    tooLong: '现在这张图太长，不能在这里按行改。请改好文件再传；上面“按行写出来”的也可以存成文本文件来改。',
    file: '或者传一个文件',
    fileHint:
      'GeoJSON、SVG，或者按行写的文本文件，不超过1兆、1200样、6000个点。GeoJSON单位是米，原点放在小区里，每样要有kind和name。',
    svgTitle: 'SVG怎么画',
    svg: [
      '上面是北。画一条横的或竖的线，名字写“比例 50”，意思是它长50米。',
      '每一样的名字和按行写时冒号前面一样：“楼 15”“窗 15-1”“路 东路 宽2”“树 T1”。名字写在标题、标签或者id里都行，空格可以写成下划线；放在叫“树”的组里的，只写“T1”就行。',
      '楼、坡、棚用多边形或矩形，路、墙、窗用直线或折线，树、灯、门用圆，取圆心。曲线、图片、转过的东西读不了，会告诉您是哪一样。',
      '只是说明的线放进叫“注”的组；文字和藏起来的不读。',
    ],
    shapesHint:
      '每行：是什么、名字、尺寸，冒号后面是位置。位置是两个数：往东几米、往北几米，点和点用逗号隔开。也可以整个贴一份GeoJSON（单位米）。',
    example: [
      '楼 15: 100 0, 112 0, 112 60, 100 60',
      '窗 15-1: 100 2, 100 20',
      '门 15-1: 112 10',
      '大门 南门: 114 -50',
      '路 东路 宽2: 114 80, 114 -50',
      '小道 旧道 宽0.6: 70 15, 98 15',
      '树 T1 宽4: 90 10',
      '灯 L1: 95 11',
    ],
    exampleTitle: '怎么写',
    words:
      '开头可以是：楼、窗、门、大门、路、小道、树、灯、坡、墙。窗只写一面，是量距离的那一面；只管几户的写“15-1/02”，就是15号楼1单元02结尾的门。',
    save: '存下，看图',
    draw: '画下一版',
    first: '画第一版',
    edit: '改草稿',
    look: '核对、公布',
    andSo: '等',
    undrawn: (n: number, names: string) => `还有${n}个单元没画窗户，量不了：${names}`,
    unknown: (names: string) => `图上的这些楼名册里没有：${names}`,
    drawnBy: (name: string) => `${name}画的`,
    publishTitle: '公布这一版平面图',
    publishLead: '请拿着图到院子里走一遍。公布以后谁也不能再改，只能另画一版；方案里的距离都按它算。',
    publish: '我核对过了，公布',
    drawer: '平面图由社工来画。',
    publisher: '由社区党总支书记或治理书记核对、公布。',
    asText: '按行写出来',
  },
  refusals: {
    stale: '您打开这页以后，别人改过这份草稿。请看看现在的图，再来定。',
    stale_site: (details: Details) =>
      `您打开以后，别人存过这份草稿。您写的还在下面；现在存着的是：\n${details.text}\n对照着合到一起再存。`,
    no_site_draft: '现在没有草稿。',
    second_person: '画图的人不能自己公布，请另一位同事核对。',
    not_geojson: '这份GeoJSON读不了：要一份完整的FeatureCollection',
    nothing_drawn: '一样东西都没画',
    not_svg: '这份SVG读不了：要一份完整的、最外面是svg的文件，里面不自己定义实体',
    svg_scale: '这份SVG没说清比例：画一条横平或竖直的线，只画一条，名字写“比例 50”，意思是它长50米',
    in_degrees: '这份GeoJSON用的是经纬度，量不出米。请在画图的软件里换成以米为单位、原点在小区里的坐标，再导出一次',
    too_many_shapes: (details: Details) =>
      `最多画${details.most}样，这里有${details.count}样：${sums(details, (kind) => drawn[kind])}。先去掉离方案远的，量距离用不着的`,
    too_many_places: (details: Details) =>
      `最多${details.most}个点，这里有${details.count}个：${sums(details, (kind) => drawn[kind])}。弯的地方少画几个点，离方案远的先去掉`,
    wrong_lines: (details: Details) =>
      `有${details.count ?? ''}处要改，什么都没存：\n${each(
        details,
        (line, fault, said) => `第${line}${details.of === 'feature' ? '个' : '行'}“${said}”：${faults[fault]}`,
        (name, building) => `${name}”和“${building}号楼`,
      )}`,
  },
};

const en: typeof zh = {
  room: {
    door: 'Site plan',
    duty: 'A version of the site plan, for you to check and publish',
    record: { site: 'Site plan' },
  },
  drawing: {
    title: (version) => `Site plan, version ${version}`,
    north: 'N',
    metres: (n) => `${n} m`,
    building: (name) => `Building ${name}`,
    steps: (n) => `${n} ${plural(n, 'step', 'steps')}`,
    described: (kinds) => `It shows: ${kinds}`,
    kinds: drawnEn,
    came: 'To come',
    gone: 'In the version before, not in this one',
    clause: (n) => `Clause ${n}`,
    pins: 'The figures in circles are clauses of the plan and lead to what was changed in each. They are listed below.',
  },
  card: {
    title: 'What changes for your home',
    besides: '; ',
    nearest: 'The nearest home of this entrance',
    everybody: 'What changes for each entrance',
    now: (said) => `now ${said}`,
    of: (version, said) => `version ${version}: ${said}`,
    by: (name, said) => `${name}: ${said}`,
    path: 'From the windows to the nearest edge of the path',
    shed: 'From the windows to the nearest edge of the shed',
    shedWay: 'On foot from the entrance to the edge of the shed',
    ofEntrances: 'Of each entrance it is the nearest home that is measured; others there are farther away.',
    ownWindows: (said) =>
      `Measured above are your own windows. What is said of the whole entrance is of its nearest home: ${said}.`,
    nearestTo: {
      path: (metres) => `${metres} to the path`,
      shed: (metres) => `${metres} to the shed`,
    },
    and: ', ',
    none: 'none',
    pathNone: 'no such path',
    metres: (n) => `${n} m`,
    gate: (name) => `To walk to ${name}`,
    noWay: 'no way there',
    shorter: (length) => `${length} less than now`,
    longer: (length) => `${length} more than now`,
    same: 'the same as now',
    trees: 'Trees within 20 m of the windows',
    count: (n) => String(n),
    lamps: 'Lamps in view within 30 m',
    lampCount: (n) => String(n),
    method: (version) =>
      `Measured in the plane on version ${version} of the site plan, without heights; to the edge of a path, and on foot along made paths, not over the trodden trail.`,
    entrance: (building, no) => `Building ${building}, entrance ${no}`,
    touched: (names) =>
      names.length === 0 ? 'No tree is touched.' : `Trees touched: ${names.length} (${names.join(', ')}).`,
  },
  desk: {
    title: 'Site plan',
    lead: 'Buildings, windows, doors, paths and trees as they were measured. Plans are drawn over it, and how near and how far is worked out from it.',
    back: 'Site plan',
    none: 'Nothing is drawn yet.',
    version: (n, state) => (state === 'draft' ? `Version ${n} (draft)` : `Version ${n}`),
    source: 'Where it is from',
    sourceHint: 'As in “as-built drawing of 2014, paced out on 12 May”',
    shapes: 'What there is, one to a line',
    shapesWhen: ' (not with a file)',
    tooLong:
      'This drawing is too long to be changed by the line here. Change your file and send it anew; what is written out above can be kept as a text file, too.',
    file: 'Or send a file',
    fileHint:
      'GeoJSON, SVG, or a text file in lines: at most 1 MB, 1,200 things and 6,000 places. GeoJSON in metres, with the origin within the compound, each thing with its kind and name.',
    svgTitle: 'How to draw an SVG',
    svg: [
      'Above is north. Draw a line, level or upright, and call it “scale 50”: it is 50 metres long.',
      'Each thing is called as in lines, before the colon: “building 15”, “windows 15-1”, “path East width=2”, “tree T1”. The name may be its title, label or id, with underscores for spaces; within a group called “tree”, “T1” is enough.',
      'Buildings, slopes and sheds are polygons or rectangles; paths, walls and windows lines or polylines; trees, lamps, doors and gates circles, of which the centre counts. Curves, pictures and what is turned cannot be read; you are told which it is.',
      'Lines that only explain go into a group called “note”. Words, and what is hidden, are not read.',
    ],
    shapesHint:
      'Each line: what it is, its name, its size, and after a colon its places. A place is two numbers, metres east and metres north; places are parted by commas. A whole GeoJSON in metres can be pasted too.',
    example: [
      'building 15: 100 0, 112 0, 112 60, 100 60',
      'windows 15-1: 100 2, 100 20',
      'entrance 15-1: 112 10',
      'gate South: 114 -50',
      'path East width=2: 114 80, 114 -50',
      'trail Old width=0.6: 70 15, 98 15',
      'tree T1 width=4: 90 10',
      'lamp L1: 95 11',
    ],
    exampleTitle: 'How to write it',
    words:
      'A line begins with building, windows, entrance, gate, path, trail, tree, lamp, slope or wall. Windows are the one side that is measured; “15-1/02” is for the doors of building 15, entrance 1, that end in 02.',
    save: 'Keep it and look',
    draw: 'Draw the next version',
    first: 'Draw the first version',
    edit: 'Change the draft',
    look: 'Check and publish',
    andSo: ' and so on',
    undrawn: (n, names) =>
      `${n} ${plural(n, 'entrance has', 'entrances have')} no windows drawn and cannot be measured: ${names}`,
    unknown: (names) => `The register does not know these buildings: ${names}`,
    drawnBy: (name) => `drawn by ${name}`,
    publishTitle: 'Publish this version of the site plan',
    publishLead:
      'Please walk through the compound with it. Once published nobody can change it; there can only be another version, and distances in plans are worked out from it.',
    publish: 'I have checked it: publish',
    drawer: 'The social worker draws the site plan.',
    publisher: 'The community Party secretary or the governance secretary checks and publishes it.',
    asText: 'Written out in lines',
  },
  refusals: {
    stale: 'Somebody changed this draft after you opened the page. Look at it as it is now, then decide.',
    stale_site: (details) =>
      `Somebody kept this draft after you opened it. What you wrote is still below; what is kept now is:\n${details.text}\nBring the two together, then save.`,
    no_site_draft: 'There is no draft at the moment.',
    second_person: 'Whoever drew it cannot publish it; please ask a colleague to check it.',
    not_geojson: 'This GeoJSON cannot be read: it has to be a whole FeatureCollection',
    nothing_drawn: 'Nothing is drawn',
    not_svg: 'This SVG cannot be read: it has to be whole, with svg outermost and no entities of its own',
    svg_scale:
      'This SVG does not say its scale: draw one line, level or upright, and call it “scale 50”, which is to say that it is 50 metres long',
    in_degrees:
      'The places of this GeoJSON are degrees, in which nothing can be measured. Export it in metres, with the origin within the compound',
    too_many_shapes: (details) =>
      `At most ${details.most} things, and there are ${details.count}: ${sums(details, (kind) => drawnEn[kind])}. Leave out what is far from the plan and not needed to measure`,
    too_many_places: (details) =>
      `At most ${details.most} places, and there are ${details.count}: ${sums(details, (kind) => drawnEn[kind])}. Draw bends with fewer places, and leave out what is far from the plan`,
    wrong_lines: (details) =>
      `To be corrected: ${details.count ?? ''}. Nothing was kept.\n${each(
        details,
        (line, fault, said) =>
          `${details.of === 'feature' ? 'Feature' : 'Line'} ${line}, “${said}”: ${faultsEn[fault]}`,
        (name, building) => `${name}” and “building ${building}`,
      )}`,
  },
};

export const messages = { zh, en };
