'use client';

import { unstable_rethrow as rethrow } from 'next/navigation';
import { Fragment, type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { ErrorSummary, isFileGone } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { GivenBack } from '@/components/form/given-back';
import { Hidden } from '@/components/form/hidden';
import { entryOf, forgetSent, keepSent, lastSent, type SentForm, takesUp } from '@/components/form/sent-form';
import { errorsAt, type FieldSpec, type Option } from '@/components/form/spec';
import { SubmitButton } from '@/components/form/submit';
import { isUnsent, unsent } from '@/components/form/unsent';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import type { Locale } from '@/lib/edition';
import { type FormState, valuesIn } from '@/lib/form-state';

type Action = (state: FormState, data: FormData) => Promise<FormState>;

export type PostedFormProps = {
  action: Action;
  fields: readonly FieldSpec[];
  submitLabel: string;
  locale: Locale;
  /** Ids of its fields begin with it; needed when a page has two forms. */
  id?: string;
  hidden?: Record<string, string>;
  /** What it does cannot be undone. */
  danger?: boolean;
  /** Beside a form that matters more. */
  ghost?: boolean;
  /** What to start from, such as text kept from an expired session. */
  initial?: FormState;
  /** Stands above the fields. */
  children?: ReactNode;
  /** A second button that sends the same form, and what it adds to it. */
  also?: { name: string; value: string; label: string };
  /** Instead of the button one for each of these, which sends it. */
  choose?: { name: string; options: readonly Option[] };
  /** A way out beside the button. */
  cancel?: { href: string; label: string };
  /** In whose name it speaks, and their mark; neither where nobody is signed in. */
  whose?: ReactNode;
  mark?: string;
};

/** The names of the fields that hold a person's own words, for a page that has to give them back without the form. */
const wordsIn = (fields: readonly FieldSpec[]): string[] =>
  fields.filter(({ kind }) => kind === 'textarea' || kind === 'text').map(({ name }) => name);

type Me = Pick<SentForm, 'mark' | 'shape'> & { id: string };

/** What was sent from this form of this tab before, once the page has woken up; `forget` lets go of it. */
function useSent({ id, mark, shape }: Me) {
  const [sent, take] = useState<SentForm>();
  useEffect(() => {
    const before = mark ? lastSent(id) : undefined;
    if (takesUp(before, { mark, shape, at: Date.now(), ...entryOf(id) })) take(before);
  }, [id, mark, shape]);
  return { sent, forget: () => take(undefined) };
}

/** Where what was done is said: an act that leads back to its own page would leave its reader at the button. */
function toTheTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
}

/**
 * The action as a browser calls it: what is sent is kept beside the page first, and a post that got lost is a refusal
 * whose next try is the same post.
 */
const sending =
  (action: Action, { id, ...me }: Me, { locale, begun }: { locale: Locale; begun: () => void }): Action =>
  async (state, data) => {
    const values = valuesIn(data);
    const sent = { ...me, at: Date.now(), done: false, values };
    if (me.mark) keepSent(id, sent);
    begun();
    try {
      const answered = await action(state, data);
      // Where a refusal leads on elsewhere, the words are kept for this person, and may be settled there.
      if (answered.refusal?.way) forgetSent(id);
      return answered;
    } catch (error) {
      try {
        rethrow(error);
      } catch (led) {
        if (me.mark) keepSent(id, { ...sent, done: true });
        toTheTop();
        throw led;
      }
      return unsent(error, values, locale);
    }
  };

/** Hidden fields, those of this name as they were posted before. */
const asPosted = (hidden: Record<string, string>, values: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(hidden).map(([name, value]) => [name, values[name] ?? value]));

/**
 * A form whose action refuses or redirects. Works without scripts: a refusal then comes back as a whole page, with the
 * same summary and the same text. React empties a form after its action, so what was posted is every field's default.
 */
export function PostedForm(props: PostedFormProps) {
  const { action, fields, submitLabel, locale, id = 'form', hidden = {}, mark = '' } = props;
  const { danger, ghost, initial = {}, children, also, choose, cancel, whose } = props;
  const me = { id, mark, shape: [submitLabel, ...fields.map(({ name }) => name)].join() };
  const { sent, forget } = useSent(me);
  // Without scripts the action itself is posted to.
  const send = typeof window === 'undefined' ? action : sending(action, me, { locale, begun: forget });
  const [state, post] = useActionState(send, initial);
  const heading = useRef<HTMLHeadingElement>(null);
  const { refusal } = state;
  const errors = errorsAt(fields, refusal?.fieldErrors);
  const before = refusal ? undefined : sent;
  const values = before?.values ?? state.values;
  // Somebody has signed in again, and finds what they had written.
  const isBack = !refusal && !before && initial.values !== undefined;
  const isSame = before !== undefined || isUnsent(refusal?.code);

  const t = words(locale);
  const isAsked = refusal?.code === 'undoes';
  // What it was refused with, the next try answers.
  const asks = refusal !== undefined && state.hidden !== undefined;
  useEffect(() => {
    if (before) document.getElementById(id)?.closest('details')?.setAttribute('open', '');
  }, [before, id]);
  useEffect(() => {
    if (!refusal) return undefined;
    heading.current?.focus();
    const { title } = document;
    if (!title.startsWith(t.wrong) && !asks) document.title = t.wrong + title;
    return () => {
      document.title = title;
    };
  }, [refusal, asks, t.wrong]);

  // Somebody else is signed in by now: what was written is theirs who wrote it, to be read, and nobody's to send here.
  if (mark && refusal?.code === 'other_person') {
    const said = wordsIn(fields).map((name) => state.values?.[name]?.trim() ?? '');
    return (
      <div id={id} className="form">
        <ErrorSummary form={id} refusal={refusal} fields={[]} locale={locale} headingRef={heading} />
        <GivenBack said={[...new Set(said)].filter((one) => one !== '')} locale={locale} />
      </div>
    );
  }

  const buttons = [...(choose?.options.map(({ value, label }) => ({ name: choose.name, value, label })) ?? []), also];
  const did = {
    $did: submitLabel,
    ...Object.fromEntries(buttons.flatMap((one) => (one ? [[`$did ${one.name}=${one.value}`, one.label]] : []))),
  };
  return (
    <form id={id} className="form" action={post} noValidate>
      {refusal && (
        <ErrorSummary
          form={id}
          refusal={{ ...refusal, fieldErrors: errors }}
          fields={fields}
          values={state.values}
          asks={asks}
          locale={locale}
          headingRef={heading}
          here={hidden.back}
          again={buttons.find((one) => one && state.values?.[one.name] === one.value)}
        />
      )}
      {before && fields.length > 0 && (
        <Notice>
          <p>{before.done ? t.sentBefore : t.notSentBefore}</p>
          <button
            type="button"
            className="btn btn-ghost"
            onClick={() => {
              forgetSent(id);
              forget();
            }}
          >
            {t.beginAnew}
          </button>
        </Notice>
      )}
      {isBack && isFileGone(fields, initial.values) && (
        <Notice>
          <p>
            {t.keptText} {t.fileGone}
          </p>
        </Notice>
      )}
      {children}
      <Hidden
        fields={{
          ...(isSame ? asPosted(hidden, values) : hidden),
          ...state.hidden,
          $words: wordsIn(fields).join(),
          ...did,
        }}
      />
      <Fragment key={before?.at}>
        {fields.map((spec) => (
          <Fragment key={spec.name}>
            {spec.above}
            <Field form={id} spec={spec} locale={locale} error={errors[spec.name]} values={values} />
          </Fragment>
        ))}
      </Fragment>
      {whose}
      <div className="actions">
        {!choose && (
          <SubmitButton locale={locale} danger={danger || isAsked} ghost={ghost && !isAsked}>
            {isAsked ? t.sure(submitLabel) : submitLabel}
          </SubmitButton>
        )}
        {buttons.map(
          (one) =>
            one && (
              <SubmitButton key={one.value} locale={locale} name={one.name} value={one.value} ghost>
                {one.label}
              </SubmitButton>
            ),
        )}
        {cancel && (
          <a className="tap" href={cancel.href}>
            {cancel.label}
          </a>
        )}
      </div>
    </form>
  );
}
