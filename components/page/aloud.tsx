'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';

const never = () => () => {};
/** Browsers stop in the midst of what is long: it is read sentence by sentence. */
const SLOWER = 0.9;

function sentences(text: readonly string[], locale: Locale): string[] {
  const parts = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text.flatMap((one) => [...parts.segment(one)].map(({ segment }) => segment.trim()).filter(Boolean));
}

/** Reads these texts aloud with the voice of the browser, when asked to and never by itself; says how else where it cannot. */
export function Aloud({ text, locale }: { text: readonly string[]; locale: Locale }) {
  const t = words(locale).aloud;
  const can = useSyncExternalStore(
    never,
    () => 'speechSynthesis' in window && typeof Intl.Segmenter === 'function',
    () => null,
  );
  const [state, setState] = useState<'still' | 'reading' | 'failed'>('still');
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  const otherwise = <p className="crumb">{t.otherwise}</p>;
  if (can === null) return <noscript>{otherwise}</noscript>;
  if (!can) return otherwise;

  const stop = () => {
    window.speechSynthesis.cancel();
    setState('still');
  };
  const read = () => {
    window.speechSynthesis.cancel();
    const all = sentences(text, locale).map((sentence) => {
      const said = new SpeechSynthesisUtterance(sentence);
      said.lang = locale === 'zh' ? 'zh-CN' : 'en';
      said.rate = SLOWER;
      said.onerror = ({ error }) => {
        if (error !== 'canceled' && error !== 'interrupted') setState('failed');
      };
      return said;
    });
    const last = all.at(-1);
    if (!last) return;
    last.onend = () => setState('still');
    setState('reading');
    for (const said of all) window.speechSynthesis.speak(said);
  };
  return (
    <div className="aloud no-print">
      <button
        type="button"
        className="btn btn-ghost"
        aria-pressed={state === 'reading'}
        onClick={state === 'reading' ? stop : read}
      >
        {state === 'reading' ? t.stop : t.read}
      </button>
      {state === 'failed' && (
        <p role="status" className="crumb">
          {t.failed} {t.otherwise}
        </p>
      )}
    </div>
  );
}
