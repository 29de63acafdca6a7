import type { Ref } from 'react';
import { WaysOn } from '@/components/form/given-back';
import { type FieldSpec, fieldId } from '@/components/form/spec';
import { SubmitButton } from '@/components/form/submit';
import { isUnsent } from '@/components/form/unsent';
import { words } from '@/components/messages';
import { signIn } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

export type ErrorSummaryProps = {
  form: string;
  refusal: NonNullable<FormState['refusal']>;
  fields: readonly FieldSpec[];
  /** What was posted. */
  values?: Record<string, string>;
  /** The next try goes through: it is a question, and nothing is wrong. */
  asks?: boolean;
  locale: Locale;
  headingRef?: Ref<HTMLHeadingElement>;
  /** The page it stands on, to see there what somebody else has changed meanwhile. */
  here?: string;
  /** The button it was sent by, where that says something. */
  again?: { name: string; value: string };
};

/** Whole sentences stand after each other. */
const sentence = (text: string, locale: Locale): string =>
  /[。！？….!?]["”』」]?$/.test(text) ? text : `${text}${locale === 'zh' ? '。' : '.'}`;

/** Without scripts a page that is refused opens where it says so; with them the form goes there itself. */
const OPENS_HERE = { autoFocus: true };

/** A file was chosen that nobody can give back. */
export const isFileGone = (fields: readonly FieldSpec[], values: Record<string, string> = {}): boolean =>
  fields.some((field) => field.kind === 'file' && values[field.name] !== undefined);

/** Several things are ticked in it. */
const isTicked = ({ kind }: FieldSpec) => kind === 'checkboxes' || kind === 'grid';

/** What a wrong code leaves empty. */
const isTypedAnew = (fields: readonly FieldSpec[], values: Record<string, string> = {}): boolean =>
  fields.some((field) => 'autoComplete' in field && field.autoComplete === 'one-time-code' && !values[field.name]);

/** Whether what was written stands in the form still. */
function keptOf(fields: readonly FieldSpec[], values: Record<string, string> | undefined, locale: Locale): string {
  const t = words(locale);
  if (isTypedAnew(fields, values)) return t.codeAnew;
  return fields.some(isTicked) ? t.keptTicks : t.keptText;
}

const isStale = (code: string) => code === 'stale' || code.startsWith('stale_');

/** After a post that was lost on the way; only scripts get to know of one. */
function SendAgain({ code, again, locale }: { code: string; again?: { name: string; value: string }; locale: Locale }) {
  const t = words(locale);
  if (code !== 'outdated')
    return (
      <SubmitButton locale={locale} ghost {...again}>
        {t.sendAgain}
      </SubmitButton>
    );
  return (
    <button type="button" className="btn btn-ghost" onClick={() => location.reload()}>
      {t.reload}
    </button>
  );
}

/** Says first what is wrong, each error a link to its field. Errors of no known field are told here only. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { form, refusal, fields, values, asks, locale, headingRef, here, again } = props;
  const errors = Object.entries(refusal.fieldErrors ?? {});
  const t = words(locale);
  const gap = locale === 'zh' ? '' : ' ';
  return (
    <div className="error-summary" role="alert" data-code={refusal.code}>
      <h2 ref={headingRef} tabIndex={-1} {...OPENS_HERE}>
        {asks && errors.length === 0 ? t.secondStep : t.summary(errors.length)}
      </h2>
      <p>
        {errors.every(([, message]) => message !== refusal.message) && sentence(refusal.message, locale) + gap}
        {fields.length > 0 && !isUnsent(refusal.code) && keptOf(fields, values, locale)}
        {isFileGone(fields, values) && gap + t.fileGone}
      </p>
      {isUnsent(refusal.code) && <SendAgain code={refusal.code} again={again} locale={locale} />}
      {here && isStale(refusal.code) && (
        <p>
          <a className="tap" href={here} target={fields.length > 0 ? '_blank' : undefined} rel="noreferrer">
            {fields.length > 0 ? t.seePresent : t.seePresentHere}
          </a>
        </p>
      )}
      <WaysOn refusal={refusal} />
      {refusal.code === 'signed_out' && (
        <p>
          <a className="tap" href={signIn(locale, here)}>
            {t.signInAgain}
          </a>
        </p>
      )}
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, message]) => {
            const spec = fields.find((field) => field.name === name);
            return (
              <li key={name}>
                {spec ? (
                  <a href={`#${fieldId(form, spec)}`}>
                    {spec.label}
                    {locale === 'zh' ? '：' : ': '}
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
