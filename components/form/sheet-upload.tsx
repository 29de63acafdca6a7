import type { ReactNode } from 'react';
import { Notice } from '@/components/page/notice';
import { pathAsked } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { Field } from './field';
import { Hidden } from './hidden';
import { PlainForm } from './plain-form';
import { SubmitButton } from './submit';
import { Mark, Whose } from './whose';

interface Props {
  /** Where it goes. */
  action: string;
  community: string;
  locale: Locale;
  words: { file: string; fileHint: string };
  send: string;
  problem?: string | undefined;
  about?: Record<string, string>;
  children?: ReactNode;
}

/** A plain upload: a sheet is larger than an action's body may be. */
export function SheetUpload({ action, community, locale, words, send, problem, about, children }: Props) {
  return (
    <PlainForm id="sheet" action={action} locale={locale} upload>
      <Mark community={community} />
      {problem && (
        <Notice kind="danger">
          <p>
            <a href="#sheet-file">{problem}</a>
          </p>
        </Notice>
      )}
      <Hidden fields={{ ...about, community, locale, back: pathAsked() }} />
      {children}
      <Field
        form="sheet"
        locale={locale}
        error={problem}
        spec={{
          kind: 'file',
          name: 'file',
          label: words.file,
          hint: words.fileHint,
          required: true,
          accept: '.xlsx,.xls,.csv,.txt,text/csv',
        }}
      />
      <Whose community={community} locale={locale} />
      <div className="actions">
        <SubmitButton locale={locale}>{send}</SubmitButton>
      </div>
    </PlainForm>
  );
}
