import { themesOf } from './vocabulary';

/** What a text is made of: what it is about and what is wrong, its words, its characters. */
export interface Terms {
  themes: string[];
  circumstances: string[];
  words: string[];
  characters: string[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where and when it is, and whom to call, say nothing of what it is. */
const WHERE_AND_WHEN =
  /1[3-9]\d{9}|\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}[日号]?|(?:[\dA-Za-z]+|[一二三四五六七八九十百]+)(?:号楼|号院|号线|单元|栋|幢|座|层|楼|室|户|号|期|区)|\d+/g;
/** What stands in every order, whatever it is about. */
const FORMULAS =
  /诉求人?|来电人?|联系电话|电话|手机号?|地址|市民|群众|居民|业主|住户|反映|投诉|举报|建议|咨询|求助|您好|你好|希望|请求|要求|麻烦|有关部门|相关部门|相关单位|社区|物业公司|尽快|及时|解决|处理|核实|协调|答复|回复|谢谢|感谢|盼复|小区|我家|我们/g;
/** Characters that hold a sentence together. */
const BINDING = new Set(
  '的了是在我你他她它们这那有和就都也还又不没很太到被把给让从对向跟与为以及要会能可着过吧吗呢啊呀来去上下里外人个一二三几天年月日',
);

export function termsOf(text: string): Terms {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(WHERE_AND_WHEN, ' ')
    .replace(FORMULAS, ' ');
  const words = [...segmenter.segment(bare)].flatMap(({ segment, isWordLike }) =>
    isWordLike && segment.length > 1 ? [segment] : [],
  );
  const characters = [...bare].filter((one) => /\p{Script=Han}/u.test(one) && !BINDING.has(one));
  return { ...themesOf(bare), words, characters };
}
