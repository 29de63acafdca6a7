/** What a form's action answers when it refuses: why, what is wrong with which field, and the person's own text. */
export type FormState = {
  refusal?: {
    code: string;
    message: string;
    fieldErrors?: Record<string, string>;
    /** Where it goes on. */
    way?: { href: string; label: string };
    /** Where the page is opened anew by whoever is signed in now: what was refused was somebody else's. */
    anew?: { href: string; label: string };
  };
  values?: Record<string, string>;
  /** Hidden fields that replace those of the page at the next try. */
  hidden?: Record<string, string>;
};

/** A post that was not taken: why, and the words a person had typed. */
export interface Aside {
  refusal: NonNullable<FormState['refusal']>;
  /** The next try goes through. */
  asks?: boolean;
  words: string[];
  /** The id of the form it was posted from, where the page has several. */
  form?: string;
}

/** What the input of a form's command demands of one of its fields. */
export interface Demand {
  required: boolean;
  /** Of what is typed, in characters. */
  most?: number;
}

/** What a form posts to; `Name` are the fields it takes. One that is not made by `form` or `posted` takes any. */
export interface FormAction<Name extends string = string> {
  (state: FormState, data: FormData): Promise<FormState>;
  /** `empty`: what an empty field posts. */
  demands?: (name: Name, empty: '' | undefined) => Demand;
  /** Where it goes on once it is done, by what was done and what was sent. */
  leadsTo?: (done: never) => string;
}

/** Stands in the place of a file that was chosen. */
export const FILE_CHOSEN = 'chosen';

/** The words of a form by the names of its fields; what begins with `$` is no field of a person's. */
export function valuesIn(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data.entries())
    if (typeof value !== 'string') {
      if (value.size > 0) values[name] = FILE_CHOSEN;
    } else if (!name.startsWith('$')) values[name] = value;
  return values;
}
