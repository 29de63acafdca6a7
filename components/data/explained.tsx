import { leaflet } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/** Words of the field that nobody has to know. A notice is no notice board. */
const TERMS: Record<Locale, RegExp> = {
  zh: /(异议|相关方|公示(?!栏)|代录)/,
  en: /(\bobjections?\b|\baffected groups?\b|\bpublic notice\b|\bwritten down by\b)/i,
};

/** A sentence in which the first such word leads to what it means. */
export function Explained({ children: text, locale }: { children: string; locale: Locale }) {
  const [before = '', term, ...after] = text.split(TERMS[locale]);
  return (
    <>
      {before}
      {term && (
        <a className="term" href={`${leaflet(locale, 'how')}#words`}>
          {term}
        </a>
      )}
      {after.join('')}
    </>
  );
}
