import { diffArrays } from 'diff';
import { Fragment } from 'react';
import { words } from '@/components/messages';
import { htmlLang, type Locale } from '@/lib/edition';

function split(text: string, locale: Locale): string[] {
  return [...new Intl.Segmenter(htmlLang(locale), { granularity: 'word' }).segment(text)].map((part) => part.segment);
}

/** Two texts as one, word by word: what was struck out and what came in. Said in words too, and legible in grey. */
export function WordDiff({ before, after, locale }: { before: string; after: string; locale: Locale }) {
  const t = words(locale);
  const parts = diffArrays(split(before, locale), split(after, locale));
  if (before === after) return <p className="diff">{after}</p>;
  let at = 0;
  return (
    <p className="diff">
      {parts.map((part) => {
        const text = part.value.join('');
        const key = at++;
        if (part.added) {
          return (
            <ins key={key}>
              <span className="sr-only">{t.added}</span>
              {text}
            </ins>
          );
        }
        if (part.removed) {
          return (
            <del key={key}>
              <span className="sr-only">{t.removed}</span>
              {text}
            </del>
          );
        }
        return <Fragment key={key}>{text}</Fragment>;
      })}
    </p>
  );
}
