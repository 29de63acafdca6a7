'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Where scripts run, asks every few seconds how far it is; without them the link beside it does. */
export function Refreshing({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const again = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(again);
  }, [router, seconds]);
  return null;
}
