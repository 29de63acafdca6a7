'use client';

import { useEffect } from 'react';

/**
 * What was just done is seen at once, wherever on its page it stands and whatever stays at the edges; what has to be
 * answered is gone on from.
 */
export function IntoView({ of, focus }: { of: string; focus?: boolean }) {
  useEffect(() => {
    if (focus) document.getElementById(of)?.focus();
    // Newer browsers answer with a promise, which React would take for what it has to call when the page goes.
    document.getElementById(of)?.scrollIntoView({ block: 'nearest' });
  }, [of, focus]);
  return null;
}
