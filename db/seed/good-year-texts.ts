/** All invented: organisations of the area and what each has to give; numbers on the telephone are nobody's. */
export const members = [
  ['云岗社区卫生服务站', ['每月一次免费量血压、测血糖', '家庭医生上门看腿脚不便的老人', '急救怎么做，教一回']],
  ['云岗中学', ['学生志愿者，周末来', '操场周日上午开放', '老师教写毛笔字']],
  ['街角五金店', ['借电钻、梯子、推车', '教换灯泡、修水龙头']],
  ['南宫菜市场', ['雪天送菜到楼门口', '每月一次磨剪子磨刀']],
  ['社区民警工作室', ['防骗的课，带真事讲', '夜里巡一趟']],
  ['街道司法所', ['律师每月坐一个下午', '写借条、写协议有人帮着看']],
  ['航天幼儿园', ['节日小朋友来演节目', '多的绘本借着看']],
  ['二号线物流站', ['空纸箱、包装膜', '大件帮着抬下楼']],
  ['老年大学分校', ['教用手机挂号、扫码', '合唱队来教歌']],
] as const;

/** What was lacking, at three times of the year; `claims`: which members took it on, by their place above, and what they brought. */
interface Lacking {
  title: string;
  source: 'resident' | 'council' | 'service';
  claims?: readonly [member: number, brings: string][];
}
const lacks = (source: Lacking['source'], title: string, ...claims: [number, string][]): Lacking => ({
  title,
  source,
  claims,
});

export const winter: readonly Lacking[] = [
  lacks('resident', '雪天有人扫坡上的路', [3, '市场的人早上一起扫'], [7, '推雪的车']),
  lacks('resident', '老人不会用手机挂号', [8, '两位老师，每周一次'], [1, '学生一对一']),
  lacks('resident', '楼道灯坏了没人会换', [2, '灯泡和梯子'], [4, '巡的时候记下哪盏不亮']),
  lacks('service', '剪头发的离得远', [0, '腾出一间屋'], [1, '师傅是学生家长']),
  lacks('council', '孩子放学没有地方写作业', [1, '空教室到五点半'], [6, '小桌椅六套']),
  lacks('resident', '腌菜的缸没有地方放'),
  lacks('service', '修鞋配钥匙'),
  lacks('resident', '楼下想有个挡风的凳子', [7, '木料']),
  lacks('council', '独居老人过年有人走一趟', [0, '大夫跟着去']),
  lacks('resident', '春联想请人写'),
  lacks('resident', '冬天晾被子没有地方'),
  lacks('council', '骗子电话多，想听一回讲'),
];

export const spring: readonly Lacking[] = [
  lacks('resident', '坡上走累了没有地方歇', [2, '钉子和工具'], [7, '旧木料']),
  lacks('service', '血压计家里没有，想常量', [0, '每月一个下午'], [8, '等的时候教一段操']),
  lacks('resident', '旧书报没人收', [6, '一个书架'], [7, '纸箱和车']),
  lacks('resident', '阳台种的菜吃不完'),
  lacks('resident', '电动车充电怕着火', [4, '讲一次，挨楼贴']),
  lacks('council', '新搬来的不认识人'),
  lacks('service', '缝纫机，改裤脚', [8, '一台缝纫机']),
  lacks('resident', '孩子想有地方踢球', [1, '操场周日上午']),
  lacks('resident', '借钱给亲戚，协议不会写', [5, '律师看一眼']),
  lacks('council', '清明扫墓一起走'),
  lacks('resident', '轮椅下不了坡'),
  lacks('resident', '院里的树太密，屋里暗'),
];

export const summer: readonly Lacking[] = [
  lacks('resident', '大热天老人没有凉快地方', [0, '候诊室开着'], [1, '图书室下午开着']),
  lacks('resident', '暑假孩子没人看', [1, '大学生回来的十名'], [6, '一间活动室']),
  lacks('service', '磨刀的不来了', [3, '每月一次']),
  lacks('resident', '广场舞想有个不吵人的地方'),
  lacks('resident', '大件家具没人抬', [7, '两个人一辆车']),
  lacks('council', '老人摔了不知道先做什么', [0, '教一回']),
  lacks('resident', '唱戏的想有个地方', [8, '教室周三晚']),
  lacks('service', '配老花镜'),
  lacks('resident', '下雨单元门口积水'),
];

interface Planned {
  title: string;
  /** Titles of what it is for, and the members that do it, the first in the lead. */
  needs: readonly string[];
  members: readonly [number, number, ...number[]];
  steps: readonly [name: string, day: string][];
  /** How many of its steps were done by the end; where not all, why. */
  done: number;
  unfinished?: string;
  /** What those who lacked it said, half-year by half-year; and why, where it was not all done. */
  reviews: readonly [verdict: 'done' | 'partly' | 'not', words: string, why?: string][];
}

export const first: readonly Planned[] = [
  {
    title: '雪天坡上先扫出一条道',
    needs: ['雪天有人扫坡上的路'],
    members: [3, 7],
    steps: [
      ['排好谁扫哪一段', '2022-03-01'],
      ['备好铲子和融雪剂', '2022-11-10'],
    ],
    done: 2,
    reviews: [
      ['partly', '三月那场雪扫了，早上七点以前还没有人', '市场的人六点半进货，冬天改成轮班'],
      ['done', '有人扫了，还撒了沙'],
    ],
  },
  {
    title: '手机挂号，教到会',
    needs: ['老人不会用手机挂号'],
    members: [8, 1],
    steps: [
      ['找好教室，定每周二', '2022-03-08'],
      ['教满八次', '2022-05-10'],
    ],
    done: 2,
    reviews: [
      ['done', '自己能挂上号了，学生有耐心'],
      ['done', '忘了还能再来问'],
    ],
  },
  {
    title: '楼道灯，当天换',
    needs: ['楼道灯坏了没人会换'],
    members: [2, 4],
    steps: [
      ['每栋楼认一位换灯的', '2022-03-15'],
      ['灯泡放在门房', '2022-03-20'],
    ],
    done: 2,
    reviews: [['done', '坏了一说，晚上就亮了']],
  },
  {
    title: '放学一小时',
    needs: ['孩子放学没有地方写作业'],
    members: [1, 6],
    steps: [
      ['教室到五点半', '2022-03-07'],
      ['每天一位家长轮着看', '2022-03-14'],
    ],
    done: 1,
    unfinished: '疫情停了两个月，家长轮班没有排起来',
    reviews: [
      ['not', '开了三周就停了', '停课以后教室关了，九月再开'],
      ['partly', '九月又开了，周五没有'],
    ],
  },
  {
    title: '家门口剪头发',
    needs: ['剪头发的离得远'],
    members: [0, 1],
    steps: [
      ['腾出一间屋，装镜子', '2022-04-01'],
      ['两周一次', '2022-04-15'],
    ],
    done: 2,
    reviews: [['done', '不用钱，等得也不久']],
  },
];

export const second: readonly Planned[] = [
  {
    title: '坡上三处歇脚凳',
    needs: ['坡上走累了没有地方歇', '楼下想有个挡风的凳子'],
    members: [7, 2],
    steps: [
      ['量好放哪三处', '2022-07-10'],
      ['做好装上', '2022-08-20'],
    ],
    done: 2,
    reviews: [['done', '上坡能歇两回了']],
  },
  {
    title: '每月量一次血压',
    needs: ['血压计家里没有，想常量'],
    members: [0, 8],
    steps: [
      ['定下每月第二个周三', '2022-07-05'],
      ['建一本册子，各人自己拿着', '2022-08-10'],
    ],
    done: 2,
    reviews: [['partly', '人多，排了一个钟头', '只有一位大夫，明年加一位']],
  },
  {
    title: '一架旧书换着看',
    needs: ['旧书报没人收'],
    members: [6, 7],
    steps: [
      ['书架放进活动室', '2022-07-15'],
      ['每季度换一批', '2022-10-15'],
    ],
    done: 2,
    reviews: [['done', '孩子拿了好几本']],
  },
  {
    title: '大热天的凉快屋',
    needs: ['大热天老人没有凉快地方'],
    members: [0, 1],
    steps: [
      ['候诊室中午不关', '2022-07-01'],
      ['图书室下午开着，有人看', '2022-07-10'],
    ],
    done: 1,
    unfinished: '图书室暑假没有人看门，只开了候诊室',
    reviews: [['partly', '候诊室能坐，没有地方躺', '图书室没有找着看门的人']],
  },
  {
    title: '暑假有人看孩子',
    needs: ['暑假孩子没人看'],
    members: [1, 6],
    steps: [
      ['找好十位大学生', '2022-07-05'],
      ['七月十日开到八月二十日', '2022-08-20'],
    ],
    done: 2,
    reviews: [['done', '孩子天天盼着去']],
  },
];

/** What was on over the year, by when it was put up. `first`: the first day of it. */
export const programmes = {
  winter: [
    ['heritage', '腊八粥，一家一碗', '社区活动室一层', '2022-01-10T09:00', 40, 'once', 1],
    ['heritage', '写春联、送福字', '社区活动室一层', '2022-01-22T09:00', 40, 'once', 1],
    ['heritage', '元宵灯谜', '中心花园亭子', '2022-02-15T18:30', 60, 'once', 1],
    ['service', '量血压、看报告', '社区服务站一层', '2022-01-12T14:00', 12, 'monthly', 12],
  ],
  spring: [
    ['workshop', '跟老木工学做小板凳', '社区活动室二层', '2022-03-12T09:30', 10, 'monthly', 4],
    ['heritage', '端午包粽子', '社区活动室一层', '2022-06-03T09:00', 40, 'once', 1],
    ['service', '手机挂号，教到会', '社区活动室二层', '2022-03-08T15:00', 12, 'fortnightly', 6],
  ],
  summer: [
    ['heritage', '中秋做月饼', '社区活动室一层', '2022-09-09T18:30', 40, 'once', 1],
    ['heritage', '重阳看老照片', '社区活动室一层', '2022-10-04T09:00', 40, 'once', 1],
    ['workshop', '缝补改衣服', '社区活动室二层', '2022-09-17T14:00', 10, 'monthly', 3],
  ],
} as const;
