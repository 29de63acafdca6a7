import { leaflet } from '@/lib/addresses';
import { type Answer, currentAnswer } from '@/lib/answer';
import type { Locale } from '@/lib/edition';

/** Words of the field that nobody has to know. A notice is no notice board. */
const TERMS: Record<Locale, RegExp> = {
  zh: /(异议|相关方|公示(?!栏)|代录)/,
  en: /(\bobjections?\b|\baffected groups?\b|\bpublic notice\b|\bwritten down by\b)/i,
};

/** What the page being made has explained. */
const known = new WeakMap<Answer, Set<string>>();

/** Whether a page comes to this word for the first time; without a page at hand, whether this text does. */
function firstUse() {
  const answer = currentAnswer();
  const used = (answer && known.get(answer)) ?? new Set<string>();
  if (answer) known.set(answer, used);
  return (term: string) => {
    const word = term.toLowerCase().replace(/s$/, '');
    return !used.has(word) && used.add(word);
  };
}

/** A sentence in which the first such word of a page leads to what it means. */
export function Explained({ children: text, locale }: { children: string; locale: Locale }) {
  const isFirst = firstUse();
  return (
    <>
      {text.split(TERMS[locale]).map((part, at) =>
        at % 2 === 1 && isFirst(part) ? (
          <a key={`${part}-${String(at)}`} className="term" href={`${leaflet(locale, 'how')}#words`}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
