import type { ReactNode } from 'react';
import { type Edition, htmlLang, isBig, localeOf } from '@/lib/edition';

/** The outermost element of every page: its language and, in elder mode, its size. */
export function Html({ edition, children }: { edition: Edition; children: ReactNode }) {
  return (
    <html lang={htmlLang(localeOf(edition))} data-elder={isBig(edition) ? '' : undefined}>
      <body>{children}</body>
    </html>
  );
}
