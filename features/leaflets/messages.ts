import type { LeafletName } from '@/lib/segments';

/** What one leaflet says: a heading, what it is about in a sentence, and its sections. `terms` are words and what they mean. */
export interface LeafletText {
  title: string;
  lead: string;
  sections: { id?: string; title: string; says?: string[]; steps?: string[]; terms?: [string, string][] }[];
}

const zh = {
  telephones: '电话',
  communities: (n: number) => `${n}个社区`,
  telephone: (name: string) => `${name}：`,
  invite: (community: string) => `住${community}、能登录的，在这里请`,
  orRing: '；不登录，就打电话 ',
  noTelephone: '还没有登记电话，请到社区居委会，或者找您这个单元的楼门长。',
  how: {
    title: '这里怎么议事',
    lead: '一件事，受影响的每一户都问到，谁不同意、为什么，一条条答复，改到大家认可了再动手。',
    sections: [
      {
        title: '从提出来到办好',
        steps: [
          '提出来：写清楚在哪儿、什么难处、盼着怎么办。不用手机的，楼门长上门记。',
          '受理：社区五个工作日内给话——接、不接、归到哪一件，都要写理由。',
          '定相关方：这件事谁得方便、谁受影响，一栋楼一栋楼写出来，谁家算在里面，公示栏上看得到。',
          '问意见：一轮一轮，按户问。每一方各算各的，不拿全小区一个百分比压谁。没问到的，一直写着没问到。',
          '答异议：不同意的写成一条条，改方案来答复；改了哪里、答的是谁，写在一起。提的人说行才算行。',
          '公示：谈拢了的方案贴出来，公示期里还可以反对，反对了必须答复。',
          '签批：社区党总支书记签；治理书记在任的，也要签。一个人不能签两回。',
          '施工、验收：每个节点谁报的、谁看的，都记着；每一方派人验收。',
          '回访：完工四周以后再问一遍，好用不好用，写在公示栏上。',
        ],
      },
      {
        title: '怎样才算谈拢',
        says: [
          '每一方都要够：这一方三分之二以上的户听到了；表了态的户里，三分之二以上同意；每条异议都有答复。',
          '受影响的那一方，只要还有一条异议没谈下来，就不算谈拢，除非走调解或者业主共同决定，并且写进决议。',
          '改了方案，对哪一方有实际影响，那一方原来说的就不作数，要再问；对他们没有影响的，不再问，原来说的还算，页面上写明沿用的是前面说的。有没有影响，要两个人先后看过，理由贴在公示栏上。',
          '入户说的、手机上说的，都是意见，不是投票。依法要业主表决的事，另外按法律办。',
        ],
      },
      {
        title: '有人替您记了话',
        says: [
          '楼门长或社工上门记的，当场念给您听，要有签名、短信回复，或者第二个人在场。',
          '记完会给您家一封信，72小时内可以改；您自己说的，永远比别人替您记的算数。',
          '每十户里至少抽一户，由另外的人再核一遍。这不拦着这一轮往下走；核下来不一样的，请您家自己再说一次。',
        ],
      },
      {
        title: '公示栏上写什么，不写什么',
        says: [
          '写：方案、每一方问到几户没问到几户、一轮问完各方怎么说、异议和答复、决议、施工进度。谁都能看，不用登录。',
          '不写：谁家怎么说的、姓名、门牌、电话。',
          '数也会说出人来：上一轮六户同意、五户反对、一户没问到，这一轮六户同意、六户反对，那一户是谁、怎么说的，左邻右舍一减就知道。所以怎么说的，答了十户以上才写数，而且跟以前哪一轮比，新说、改口的也要有十户；不够的，只写问到几户、够不够数；不到四户的，连够不够数也等谈拢时再说。',
          '一个数只写一次：一轮问完写一次，之后谁改了自己的话，照算，可不再写成数；反对公示的有几户，公示期满再写；一栏只有一两户的，和旁边的合成一栏。',
          '住十户以下的楼，不写楼号；光凭“没写楼号”就猜得出来的，隔壁那栋也不写。',
          '有两样藏不住：谈拢了，就是每一方都过了关，一方只有一户的，等于说了他家；异议是要当众答复的，写在哪一方、为了什么。提之前想好。',
          '每一件事办下来都记进一本改不了的账，一环扣一环，谁也不能悄悄改掉。这本账每天零点往外贴，只写日子。',
        ],
      },
      {
        id: 'words',
        title: '几个词',
        terms: [
          ['异议', '不同意的理由，写成一条，由提的人确认写得对。每一条都要答复。'],
          ['相关方', '这件事碰得着的人家，按楼或单元分；有得方便的，有受影响的，分开算。'],
          ['公示', '把要定的事贴出来让大家看、让大家反对的几天。'],
          ['代录', '楼门长或社工把您说的话记进来。要有凭据，您可以改。'],
          ['方案第几稿', '方案改一次就是新的一稿。您同意的是哪一稿，写得清清楚楚。'],
          ['没问到', '敲过门没人，或者还没去。没问到不等于同意。'],
        ],
      },
    ],
  },
  help: {
    title: '要人帮忙',
    lead: '不会用手机，看不清，说不清，都可以找人。',
    sections: [
      {
        id: 'visit',
        title: '请楼门长上门',
        says: [
          '跟您这个单元的楼门长说一声，或者打社区的电话，说“请楼门长上门”。他会带着方案来念给您听，把您说的记下来，再念一遍给您确认。',
          '您不用注册，不用手机，一样算一户。',
        ],
      },
      {
        title: '字太小、看着累',
        says: [
          '每一页最上面都有“长辈版”，点一下字就大了，再点一下换回来。浏览器里放大到四倍也看得全。',
          '长辈版先写要您做什么，后面一段只写一句，想看细的点“打开”。“打电话”和“请楼门长上门”一直在屏幕下边。',
        ],
      },
      {
        title: '登录不了',
        says: [
          '登录用手机号和验证码，没有密码。收不到验证码，先等一分钟；还没有，看看短信是不是被拦了。',
          '换了手机号，请用旧号登录后在“我的资料”里改；旧号已经停了，就用新号登录，再登记一次入户，并告诉社工，旧号由社区收回。',
        ],
      },
      {
        title: '写错了、记错了',
        says: [
          '这一轮没结束，您随时可以再说一遍，后一遍算数，前一遍留着。',
          '别人替您记错了，按信里的办法改；过了72小时，请找社区书记。',
          '打了一半断了网、退了登录，写的字会替您留着，回到这一页还在。',
        ],
      },
    ],
  },
  privacy: {
    title: '您的资料',
    lead: '留什么、谁看得到、留多久、怎么拿走、怎么删掉。',
    sections: [
      {
        title: '留什么，为什么',
        says: [
          '手机号：登录用，也用来给您发验证码。姓名：确认您住哪一户时，给确认的人看。',
          '您住哪一户：意见按户算，一户算一份。',
          '您说的话：意见、条件、异议、诉求、评论。谁替您记的、凭什么记的，也留着，好让您核对。',
          '我们从不登记政治面貌，不装统计和广告，页面不连别的网站。',
        ],
      },
      {
        title: '谁看得到',
        says: [
          '公示栏上谁都看得到的，只有数和方案，没有姓名、门牌、电话。',
          '您的意见原话，社工和书记为了答复看得到；楼门长只看得到自己负责的单元。',
          '电话平时只显示前三位和后四位。看全号要有这件事在手里，看过一次记一次，一小时最多六十个。',
          '被反映的一方看不到是谁反映的。',
        ],
      },
      {
        title: '留多久',
        says: [
          '验证码十分钟作废，一天后删掉。写了没交成的字，在您的浏览器这边留一小时，登录回来再留二十四小时。防滥用的计数，两天后删掉。',
          '意见和决议，事情办完也留着：这是大家商量过的凭据。',
        ],
      },
      {
        title: '拿走和删掉',
        says: [
          '登录后在“我的资料”里，可以把您的资料整份下载，也可以删掉账户。这是《个人信息保护法》第四十五条、第四十七条给您的权利。',
          '删掉以后：姓名、手机号、您写的话都没了。留下的只有三样：已经数进去的数；您提过的提案的正文，不带名字；户册上业主的姓名，那是社区依《民法典》第二百七十八条要用的。',
        ],
      },
      { title: '谁负责', says: ['这个网站由您的社区自己架设、自己保管。有话要问、要提意见，打下面的电话。'] },
    ],
  },
  accessibility: {
    title: '人人能用',
    lead: '看不清、听不见、手不稳、不用鼠标、手机旧，都应该办得成事。哪里做不到，请告诉我们。',
    sections: [
      {
        title: '能做到的',
        says: [
          '字：标准18像素，长辈版25像素，先写要您做什么，一段一句，其余收着；放大到四倍，不用左右拖。',
          '颜色：深浅反差够大；红绿不单独用，旁边都有字。',
          '按钮：手指点得准，长辈版更大。',
          '键盘：不用鼠标，Tab键一路走得通，走到哪儿看得见。',
          '读屏：标题、列表、表格、每个要填的格子都有名字；哪里填错了，先念出来。',
          '没有会动的、会跳出来的东西。关掉脚本也能用。公告、方案、决议都能打印。',
        ],
      },
      {
        title: '按什么标准',
        says: [
          '照《网页内容无障碍指南》（WCAG）2.2 的AA级和《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）来做。每次改动，每一种页面都由程序查一遍。',
        ],
      },
      {
        title: '还做不到的',
        says: [
          '照片和图纸的说明由上传的人写，有的写得简单；看不明白，请人上门讲。',
          '英文页上，邻居们写的话还是中文。',
        ],
      },
      { title: '遇到过不去的地方', says: ['打下面的电话，或者请楼门长上门。说清楚是哪一页、卡在哪一步。'] },
    ],
  },
} satisfies Record<string, unknown> & Record<LeafletName, LeafletText>;

const en: typeof zh = {
  communities: (n) => `${n} communities`,
  telephones: 'Telephones',
  telephone: (name) => `${name}: `,
  invite: (community) => `In ${community}, if you can sign in: ask here`,
  orRing: '; or, without signing in, ring ',
  noTelephone: 'no telephone is given yet; go to the residents’ committee, or ask the captain of your entrance.',
  how: {
    title: 'How things are settled here',
    lead: 'Every household a matter touches is asked. Who disagrees, and why, is answered point by point, and nothing is built until they have come round.',
    sections: [
      {
        title: 'From first word to last',
        steps: [
          'Bring it: where it is, what is hard, what you hope for. Without a telephone the building captain writes it down at your door.',
          'Taken up: within five working days the community says yes, no, or which other matter it belongs to, and why.',
          'Affected groups: who gains and who bears it, building by building. Anybody can see which households are counted in.',
          'Asked, round by round, household by household. Each group is counted by itself; no single percentage speaks for all. Who was not asked stays on the page as not asked.',
          'Objections answered: each is written down and answered by a change of the plan; what was changed stands beside whom it answers. It is settled when those who raised it say so.',
          'Public notice: the agreed plan is put up. Whoever opposes it then must be answered.',
          'Signed: by the community Party secretary, and by the governance secretary while one is in office. Nobody signs twice.',
          'Built and accepted: who reported each milestone and who checked it is kept; a delegate of each group accepts the work.',
          'Called back: four weeks later people are asked again whether it works, and the board shows it.',
        ],
      },
      {
        title: 'When is it agreed?',
        says: [
          'Every group by itself: two thirds of its households were heard; of those who took a side two thirds agree; every objection has an answer.',
          'In a group that bears the harm, one objection still maintained is enough to stop it, unless it goes to mediation or to the owners’ vote and stands in the resolution.',
          'When the plan changes in what matters to a group, that group is asked again and what it said before no longer counts. Where the change does not matter to a group, it is not asked again: what it said still stands, and the page says from which round. Two people judge that, one after the other, and their reasons hang on the board.',
          'What is said at a door or here is an opinion, not a ballot. What the law leaves to a vote of the owners is done as the law says.',
        ],
      },
      {
        title: 'When somebody wrote down your words',
        says: [
          'What a captain or social worker writes at a door is read to you, with your signature, a text message, or a second person present.',
          'Your household then gets a letter and 72 hours to correct it. What you say yourself always outweighs what was recorded for you.',
          'At least one household in ten is asked again by somebody else. That holds nothing up; where it turns out otherwise, you are asked to speak for yourselves.',
        ],
      },
      {
        title: 'What the board shows and what not',
        says: [
          'It shows plans, how many of each group were reached and how many were not, what each group said once a round is over, objections and answers, resolutions and works. Anybody may read it without signing in.',
          'It does not show who said what, names, doors or telephone numbers.',
          'Numbers tell of people, too: six for it, five against and one not reached in one round, six and six in the next, and every neighbour knows what that one household said. So how many say what is told where ten or more answered, and where ten or more spoke anew since any round before; otherwise only how many were reached and whether enough agree, and of fewer than four not even that before all agree.',
          'A number is told once: at the end of its round. What a household corrects afterwards counts and is no number any more; how many oppose a public notice is said when it is over; a row of one or two is joined with the one beside it.',
          'A building of fewer than ten households is not named, nor is the next one where its missing name would tell.',
          'Two things cannot be hidden. An agreement says that every group agreed, and of a group of one household that is its word; and an objection is answered in public, with its group and its ground. Think of it before you raise one.',
          'Every act is written into a record in which each entry holds on to the one before, so that nothing can be changed unseen. What is new in it is put up at midnight, with the day alone.',
        ],
      },
      {
        id: 'words',
        title: 'Some words',
        terms: [
          [
            'Objection',
            'A reason against, written as one point and confirmed by those who raised it. Each has to be answered.',
          ],
          [
            'Affected group',
            'Households the matter touches, by building or entrance; those who gain and those who bear it are counted apart.',
          ],
          ['Public notice', 'The days in which what is to be decided hangs out for everybody to see and oppose.'],
          [
            'Recorded on behalf',
            'A captain or social worker wrote down what you said. There is proof, and you can correct it.',
          ],
          ['Plan version', 'Each change of the plan is a new version. Which one you agreed to is always said.'],
          ['Not asked', 'Nobody was home, or nobody has come yet. It does not mean yes.'],
        ],
      },
    ],
  },
  help: {
    title: 'Somebody to help',
    lead: 'If you do not use a telephone, cannot see it well, or would rather say it: ask for somebody.',
    sections: [
      {
        id: 'visit',
        title: 'A captain’s visit',
        says: [
          'Tell the captain of your entrance, or call the community and ask for a visit. They read the plan to you, write down what you say, and read it back.',
          'You need no account and no telephone. Your household counts like any other.',
        ],
      },
      {
        title: 'The letters are too small',
        says: [
          '“Large print” stands at the top of every page; press it again to go back. Pages can be enlarged four times in the browser.',
          'Large print says first what you are asked, then each part in a sentence; press “Open” for the rest. The telephone and the captain stay at the lower edge.',
        ],
      },
      {
        title: 'I cannot sign in',
        says: [
          'You sign in with your telephone number and a code; there is no password. If no code comes, wait a minute, then look whether the message was blocked.',
          'For a new number, sign in with the old one and change it under “My data”. If the old one is gone already, sign in with the new one, ask to join your household again, and tell a social worker, so that the old one is taken back.',
        ],
      },
      {
        title: 'Something was written wrong',
        says: [
          'While the round is open you may speak again; the later word counts and the earlier stays.',
          'If somebody recorded you wrongly, correct it as the letter says; after 72 hours see the Party secretary.',
          'If the line or your session broke off, what you had typed is kept for you and is there when you come back.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Your data',
    lead: 'What is kept, who sees it, for how long, how to take it with you and how to have it deleted.',
    sections: [
      {
        title: 'What is kept, and why',
        says: [
          'Your telephone number, to sign in and to send you codes. Your name, for whoever confirms where you live.',
          'Which household is yours: opinions are counted by household, one each.',
          'Your words: opinions, conditions, objections, cases, comments; and who recorded them, with what proof, so that you can check.',
          'Political status is never stored. There are no statistics, no advertising, and no page speaks to another site.',
        ],
      },
      {
        title: 'Who sees it',
        says: [
          'On the board everybody sees numbers and plans, never names, doors or telephone numbers.',
          'Your words are read by social workers and secretaries to answer them; a captain sees only their own entrance.',
          'Telephone numbers show three digits and four. A full one is shown to whoever has that matter in hand; each look is kept, at most sixty an hour.',
          'Whoever is complained of never sees who complained.',
        ],
      },
      {
        title: 'For how long',
        says: [
          'A code runs out after ten minutes and is deleted after a day. What you typed and could not send is kept for an hour for this browser, and for 24 hours once you are signed in again; counters against misuse for two days.',
          'Opinions and resolutions stay after the matter is done: they show what was agreed.',
        ],
      },
      {
        title: 'Taking it with you, deleting it',
        says: [
          'Under “My data” you can download everything that is yours, and delete your account (Personal Information Protection Law, articles 45 and 47).',
          'Then your name, number and words are gone. Three things stay: what was counted, as numbers; the text of a proposal you brought, without a name; and owners’ names in the register, which the community needs under article 278 of the Civil Code.',
        ],
      },
      {
        title: 'Who answers for it',
        says: ['This site is set up and kept by your community. Ask at the number below.'],
      },
    ],
  },
  accessibility: {
    title: 'For everybody',
    lead: 'Whoever sees or hears little, has unsteady hands, uses no mouse or an old telephone should get things done here. Tell us where that fails.',
    sections: [
      {
        title: 'What holds',
        says: [
          'Letters of 18 pixels; 25 in large print, which asks first and says each part in a sentence, the rest folded. Enlarged four times nothing has to be dragged sideways.',
          'Strong contrast; no colour says anything alone.',
          'Buttons are large enough for a finger, larger still in large print.',
          'Everything works with the keyboard, and one sees where one is.',
          'Screen readers find headings, lists, tables and a name for every field; what is wrong is said first.',
          'Nothing moves or pops up. It works without scripts. Notices, plans and resolutions can be printed.',
        ],
      },
      {
        title: 'By which standard',
        says: ['WCAG 2.2 level AA and GB/T 37668-2019. At every change each kind of page is examined by a program.'],
      },
      {
        title: 'What does not hold yet',
        says: [
          'Pictures and drawings are described by whoever uploads them, some briefly; ask for a visit to have them explained.',
          'On English pages the words of neighbours are in Chinese.',
        ],
      },
      {
        title: 'Where you cannot get on',
        says: ['Call the number below or ask for a captain’s visit. Say which page and which step.'],
      },
    ],
  },
};

export const messages = { zh, en };
