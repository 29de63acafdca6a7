'use client';

import { ErrorPage } from '@/components/page/error-page';
import { messages } from '@/components/page/messages';

/** With scripts on; without them `server/messages.ts` has the same words. */
export default function Broken({ error }: { error: Error & { digest?: string } }) {
  const english = typeof location !== 'undefined' && /^\/en(\/|$)/.test(location.pathname);
  const t = messages[english ? 'en' : 'zh'];
  return (
    <main className="page" id="main">
      <div className="page-body">
        <ErrorPage
          title={t.brokenTitle}
          text={t.brokenText}
          reference={error.digest}
          way={{ href: english ? '/en' : '/', label: t.brokenWay }}
        />
      </div>
    </main>
  );
}
