'use client';
import { useEffect, useState } from 'react';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import { lengthOf } from '@/lib/text';

/** How many more characters the field of this id takes, once it is nearly full: nothing is cut off while one types. */
export function RoomLeft({ id, most, locale }: { id: string; most: number; locale: Locale }) {
  const [left, setLeft] = useState(most);
  useEffect(() => {
    const field = document.getElementById(id) as HTMLTextAreaElement | null;
    const count = () => setLeft(most - lengthOf(field?.value ?? ''));
    count();
    field?.addEventListener('input', count);
    return () => field?.removeEventListener('input', count);
  }, [id, most]);
  const t = words(locale).room;
  return (
    <span className="field-hint" aria-live="polite">
      {left < 0 ? t.over(-left) : left <= most / 10 ? t.left(left) : null}
    </span>
  );
}
