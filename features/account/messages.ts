import type { Sentence } from '@/lib/messages';

const zh = {
  signIn: {
    title: '登录',
    lead: '不用密码。写上手机号，我们发一个验证码给您。',
    phone: '手机号',
    phoneHint: '登记在户册上的那个号码最好；换了号也能用。',
    send: '发验证码',
    kept: '刚才交的时候，您没有登录，或者登录的时间到了，所以没有交上。写的内容已经替您留着：在这里登录，就回到那张表，看一看再交。',
    codeTitle: '填验证码',
    codeLead: '验证码是六位数字，10 分钟内有效。没有收到，可以回上一步再发一次。',
    codeWaits: '发短信的平台这会儿忙，您的验证码还没发出去，我们接着替您发。这一页开着，稍等几分钟。',
    code: '验证码',
    codeHint: '只在您自己打开的这一页上填，别告诉任何人，社工也不会问您要。',
    enter: '登录',
    again: '换个号码，或再发一次',
    haveCode: '已经收到验证码，去填',
    demonstrationCode: '这是演示，不发短信，您收不到验证码。请回上一步，用下面的演示身份进来。',
    demonstration: '演示身份',
    demonstrationLead: '这里的人都是编的。点一个名字，就用他的身份看一看、试一试。',
  },
  identities: {
    'resident-14': { name: '14号楼居民', does: '天天走那条坡，盼着修一条路' },
    'resident-15': { name: '15号楼居民', does: '窗户就在坡底下，怕吵、怕人多' },
    'captain-14': { name: '14号楼楼门长', does: '挨家挨户上门，替老人把话记下来' },
    'captain-15': { name: '15号楼楼门长', does: '楼下这边的话，由她上门听' },
    'social-worker': { name: '社工', does: '开协商、写方案、回复异议' },
    'party-secretary': { name: '社区党总支书记', does: '受理提案、给授权、签批决议' },
    'governance-secretary': { name: '治理书记', does: '驻在社区一年，一起把事情办成' },
    hotline: { name: '热线专员', does: '接 12345 的工单，办完再回访' },
    property: { name: '物业', does: '施工、报进度' },
    district: { name: '区里', does: '看各个社区办得怎么样，评理' },
    auditor: { name: '审计', does: '只看，不改；核对公开记录' },
  } as Record<string, { name: string; does: string }>,
  signedIn: { as: (name: string) => `现在是${name}`, nameless: '您', leave: '退出' },
  sessions: {
    title: '登录在哪些地方',
    lead: '不认得的，就把它退出。退出以后，那边下一步就要重新登录。',
    here: '就是这里',
    since: (when: string) => `${when} 登录`,
    until: (when: string) => `到 ${when} 为止`,
    end: '退出这一处',
    endHere: '在这里退出登录',
  },
  data: {
    title: '我的资料',
    lead: '这里存着您的哪些东西，您都可以拿走，也可以删掉。',
    export: '下载我的资料',
    exportLead:
      '一个 JSON 文件：姓名、手机号、住哪户、您和您家说过的话、您家的异议和我们的答复、收到的来信、登录记录。',
    newPhone: '换手机号',
    newPhoneLead:
      '旧号码停用以前先来换：停了的号码会给别人用。新号码收一个验证码，换好以后，别处的登录都退出。旧号码已经停了，就用新号码登录，再登记一次入户，并告诉社工，旧号码由社区收回。',
    newPhoneCode: '填新号码收到的验证码',
    newPhoneSubmit: '换成这个号码',
    erase: '删除我的资料',
    eraseLead:
      '姓名、手机号、您在意见、诉求、留言里写的话都会删掉，找不回来。留下来的有三样：已经数过的数（公开记录里只剩一个编号，再也连不到您）；提出去的提案，大家正照它商量，上面没有您的名字；社区的产权登记，那是社区依法保管的，有错请找社工改。',
    eraseTick: '我明白，删了就找不回来',
    eraseSubmit: '删除',
    name: '姓名',
    noName: '没有登记',
    phone: '手机号',
    homes: '住在',
    noHome: '还没有登记住在哪一户',
    events: '最近的登录和改动',
  },
  refusals: {
    too_many: ({ seconds }) =>
      `要得太多次了。请过 ${Math.ceil(Number(seconds) / 60)} 分钟再试，或者到居委会来，社工帮您。`,
    too_soon: ({ seconds }) => `验证码刚发过，路上可能慢一点。收到了就去填；没有收到，过 ${seconds} 秒可以再要一个。`,
    sms_number:
      '这个号码收不到我们的短信：也许写错了，也许退订过短信。请核对一下，换一个号码试试，或者到居委会来，社工帮您。',
    sms_limit: '这个号码近来收的验证码太多，短信平台先不给它发了。请过一个小时再试，或者到居委会来，社工帮您。',
    sms_down: '短信这会儿发不出去，不是您哪里做错了，管系统的人会看到。请过一会儿再试；着急就到居委会来，社工帮您。',
    wrong_code: '验证码不对，或者已经过期、已经用过。请核对一下；五次不对要重新发一个。',
    phone: '请写 11 位手机号',
    code_form: '请写短信里的 6 位数字；把整条短信贴进来也行',
    phone_taken: '这个号码已经是另一个人的登录号码。要合在一起，请找社工。',
    must_tick: '请先打勾，表示您明白',
    has_duties: '您还担着社区里的职务。请先交接，再删除资料。',
  } satisfies Record<string, Sentence>,
};

const en: typeof zh = {
  signIn: {
    title: 'Sign in',
    lead: 'No password. Write your mobile number and we send you a code.',
    phone: 'Mobile number',
    phoneHint: 'Best the number in the register; a new one works too.',
    send: 'Send the code',
    kept: 'You were not signed in, or no longer, so it was not sent. What you wrote is kept: sign in here to come back to that form, look it over and send it.',
    codeTitle: 'The code',
    codeLead: 'Six digits, valid for 10 minutes. If none arrived, go back one step and ask again.',
    codeWaits:
      'The text message service is busy and your code has not left yet. We keep trying: leave this page open for a few minutes.',
    code: 'Code',
    codeHint: 'Only on this page that you opened yourself. Tell nobody; a social worker will not ask for it.',
    enter: 'Sign in',
    again: 'Another number, or send again',
    haveCode: 'I have the code: fill it in',
    demonstrationCode:
      'This is a demonstration: no text message is sent. Go back one step and choose a demonstration identity.',
    demonstration: 'Demonstration identities',
    demonstrationLead: 'The people here are invented. Choose one and see it with their eyes.',
  },
  identities: {
    'resident-14': { name: 'Resident, building 14', does: 'takes the slope every day and hopes for a path' },
    'resident-15': { name: 'Resident, building 15', does: 'lives below it and fears the noise' },
    'captain-14': { name: 'Captain, building 14', does: 'goes door to door and writes down what people say' },
    'captain-15': { name: 'Captain, building 15', does: 'listens to the side below' },
    'social-worker': { name: 'Social worker', does: 'opens rounds, drafts plans, answers objections' },
    'party-secretary': { name: 'Community Party secretary', does: 'takes up proposals, gives grants, signs' },
    'governance-secretary': { name: 'Governance secretary', does: 'stationed here for a year to get things done' },
    hotline: { name: 'Hotline operator', does: 'takes 12345 cases and calls back' },
    property: { name: 'Property service', does: 'builds and reports progress' },
    district: { name: 'District', does: 'sees how communities are doing; decides appeals' },
    auditor: { name: 'Auditor', does: 'reads everything, changes nothing' },
  },
  signedIn: { as: (name) => `Signed in as ${name}`, nameless: 'you', leave: 'Sign out' },
  sessions: {
    title: 'Where you are signed in',
    lead: 'End any you do not know. The next step there will ask to sign in again.',
    here: 'This one',
    since: (when: string) => `since ${when}`,
    until: (when: string) => `until ${when}`,
    end: 'End this session',
    endHere: 'Sign out here',
  },
  data: {
    title: 'My data',
    lead: 'What is kept about you here. You can take it with you, and you can delete it.',
    export: 'Download my data',
    exportLead:
      'One JSON file: name, number, household, what you and your household said, its objections with our answers, letters, sign-ins.',
    newPhone: 'Another mobile number',
    newPhoneLead:
      'Come before the old number is given up: it will be given to somebody else. The new one gets a code; once it is changed, you are signed out everywhere else. If the old number is gone already, sign in with the new one, ask to join your household again, and tell a social worker, so that the old one is taken back.',
    newPhoneCode: 'The code the new number has got',
    newPhoneSubmit: 'Take this number',
    erase: 'Delete my data',
    eraseLead:
      'Name, number and your words in opinions, cases and comments are deleted for good. Three things stay: counts already made (the public record keeps a number that no longer leads to you); proposals you brought, which others are talking over and which bear no name; and the register of owners, which the community keeps by law: ask a social worker to correct it.',
    eraseTick: 'I understand that this cannot be undone',
    eraseSubmit: 'Delete',
    name: 'Name',
    noName: 'none on record',
    phone: 'Mobile number',
    homes: 'Lives at',
    noHome: 'no household yet',
    events: 'Recent sign-ins and changes',
  },
  refusals: {
    too_many: ({ seconds }) =>
      `Too many times. Try again in ${Math.ceil(Number(seconds) / 60)} min, or come to the committee office and a social worker will help.`,
    too_soon: ({ seconds }) =>
      `A code was sent just now and may be on its way. If it is there, go and fill it in; if not, ask again in ${seconds} s.`,
    sms_number:
      'This number does not get our messages: it may be mistyped, or have opted out of text messages. Check it, try another one, or come to the committee office and a social worker will help.',
    sms_limit:
      'This number has had many codes lately, so the text message service sends it no more for now. Try again in an hour, or come to the committee office and a social worker will help.',
    sms_down:
      'Text messages cannot be sent just now. It is nothing you did, and those who run the site will see it. Try again in a while; if it is urgent, come to the committee office and a social worker will help.',
    wrong_code: 'The code is wrong, too old or already used. Check it; after five tries ask for a new one.',
    phone: 'Write an 11-digit mobile number',
    code_form: 'Write the six digits of the message, or paste the whole message',
    phone_taken: 'Somebody else signs in with this number. To put the two together, ask a social worker.',
    must_tick: 'Please tick to say that you understand',
    has_duties: 'You still hold an office here. Hand it over first, then delete.',
  },
};

export const messages = { zh, en };
