'use client';

import { useEffect, useState } from 'react';

/** Alt and Shift and a digit: no single letter, nothing a screen reader or a browser has taken already. */
function follow(event: KeyboardEvent): void {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (!digit || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
  const found = document.querySelector<HTMLElement>(`[data-key="${digit}"]`);
  if (!found) return;
  event.preventDefault();
  if (found instanceof HTMLInputElement) found.focus();
  else found.click();
}

/** Keys for what bears `data-key` on the page, and the sentence that says so, where scripts run. */
export function Keys({ text }: { text: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, []);
  return ready ? <p className="crumb">{text}</p> : null;
}
