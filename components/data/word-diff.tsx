import { diffArrays } from 'diff';
import { Fragment } from 'react';
import { words } from '@/components/messages';
import { htmlLang, type Locale } from '@/lib/edition';

/** Beyond so many words struck out and put in, word by word says nothing any more, and takes seconds to find. */
const MOST_EDITS = 150;
/** The segmenter takes long over long pieces. */
const LONGEST = 200;

const sentences = (text: string): string[] =>
  text.match(/[^。；！？.;!?\n]*[。；！？.;!?\n]|[^。；！？.;!?\n]+$/g) ?? [];

function split(text: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(htmlLang(locale), { granularity: 'word' });
  const pieces = sentences(text).flatMap((one) => one.match(new RegExp(`[^]{1,${LONGEST}}`, 'gu')) ?? []);
  return pieces.flatMap((piece) => [...segmenter.segment(piece)].map((part) => part.segment));
}

type Part = { value: string[]; added?: boolean; removed?: boolean };

/** Word by word; texts too unlike for that sentence by sentence; else all of one and all of the other. */
function compare(before: string, after: string, locale: Locale): Part[] {
  const within = { maxEditLength: MOST_EDITS };
  return (
    diffArrays(split(before, locale), split(after, locale), within) ??
    diffArrays(sentences(before), sentences(after), within) ?? [
      { value: [before], removed: true },
      { value: [after], added: true },
    ]
  );
}

/** Two texts as one, word by word: what was struck out and what came in. Said in words too, and legible in grey. */
export function WordDiff({ before, after, locale }: { before: string; after: string; locale: Locale }) {
  const t = words(locale);
  if (before === after) return <p className="diff">{after}</p>;
  const parts = compare(before, after, locale);
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
