'use client';

import { Call } from '@/components/page/call';
import { ErrorPage } from '@/components/page/error-page';
import { messages } from '@/components/page/messages';

/** With scripts on; without them `server/messages.ts` has the same words. What has no number was lost on the way. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const english = typeof location !== 'undefined' && /^\/en(\/|$)/.test(location.pathname);
  const t = messages[english ? 'en' : 'zh'];
  return (
    <main className="page" id="main">
      <div className="page-body">
        <ErrorPage
          title={error.digest ? t.brokenTitle : t.lostTitle}
          text={error.digest ? t.brokenText : t.lostText}
          reference={error.digest}
          way={{ href: english ? '/en' : '/', label: t.brokenWay }}
        >
          <button type="button" className="btn btn-ghost" onClick={error.digest ? reset : () => location.reload()}>
            {t.brokenAgain}
          </button>
        </ErrorPage>
        <Call locale={english ? 'en' : 'zh'} />
      </div>
    </main>
  );
}
