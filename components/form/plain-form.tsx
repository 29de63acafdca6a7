'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { unsent } from '@/components/form/unsent';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

interface Props {
  id: string;
  /** A door for machines that answers a browser with the way to a page. */
  action: string;
  locale: Locale;
  /** It carries a file. */
  upload?: true;
  className?: string;
  children: ReactNode;
}

type Refusal = FormState['refusal'];

/** What an answer says that leads nowhere: our own pages have one sentence of it; anybody else's on the way is no answer. */
async function saidIn(answer: Response): Promise<string | undefined> {
  if (!answer.headers.has('content-security-policy')) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('main p')?.textContent ?? undefined;
}

/** On to a page; to the form on it, where it says why something was not taken. */
function goOn(address: string, form: string): void {
  const url = new URL(address);
  if (['picture', 'problem'].some((name) => url.searchParams.has(name))) url.hash = form;
  const isHere = url.pathname + url.search === location.pathname + location.search;
  location.assign(url);
  if (isHere) location.reload();
}

/**
 * A plain post to a door of ours, which needs no scripts. With them it stays on its page until there is an answer: what is
 * lost on the way is said, and everything chosen and typed is still in it. What is missing the page says, in its own words.
 */
export function PlainForm({ id, action, locale, upload, className = 'form', children }: Props) {
  const [lost, setLost] = useState<Refusal>();
  const heading = useRef<HTMLHeadingElement>(null);
  const inHand = useRef(false);
  const [busy, setBusy] = useState(false);
  /** What was pressed is sent again: the button of an error summary has no name. */
  const pressed = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (lost) heading.current?.focus();
  }, [lost]);
  // Whoever comes back to this page finds it as it was left, and may send again.
  useEffect(() => {
    const begin = () => {
      inHand.current = false;
      setBusy(false);
    };
    window.addEventListener('pageshow', begin);
    return () => window.removeEventListener('pageshow', begin);
  }, []);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (inHand.current) return;
    inHand.current = true;
    setBusy(true);
    const data = new FormData(event.currentTarget);
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (button?.name) pressed.current = button;
    if (pressed.current) data.set(pressed.current.name, pressed.current.value);
    try {
      const body = upload ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
      const answer = await fetch(action, { method: 'POST', body });
      if (answer.redirected) {
        goOn(answer.url, id);
        return;
      }
      const message = await saidIn(answer);
      if (!message) throw new Error('unanswered');
      setLost({ code: 'refused', message });
    } catch (error) {
      setLost(unsent(error, {}, locale).refusal);
    }
    inHand.current = false;
    setBusy(false);
  };

  return (
    <form
      id={id}
      className={className}
      method="post"
      action={action}
      encType={upload && 'multipart/form-data'}
      noValidate
      onSubmit={send}
      aria-busy={busy || undefined}
    >
      {lost && <ErrorSummary form={id} refusal={lost} fields={[]} locale={locale} headingRef={heading} />}
      {children}
      <p role="status">{busy && words(locale).sending}</p>
    </form>
  );
}
