import { z } from 'zod';
import type { Demand } from './form-state';

/** What is typed: below a default, a choice to leave it empty, and what becomes of it. */
function typed(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return typed(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodCatch)
    return typed(schema.def.innerType);
  if (schema instanceof z.ZodUnion) return schema.options[0] ? typed(schema.options[0]) : schema;
  return schema;
}

/** The fields of an object, whatever is asked of it as a whole and becomes of it afterwards. */
function shapeOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType> {
  const inner = typed(schema);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/** What may be filled in. */
export const fieldsIn = (input: z.ZodType): string[] => Object.keys(shapeOf(input));

/** The same, of each of several inputs a form may have. */
const fieldsOfAll = (input: z.core.$ZodType): string[] =>
  input instanceof z.ZodUnion ? input.options.flatMap(fieldsOfAll) : Object.keys(shapeOf(input));

/** How long: what a page can say before anything is sent. */
function length(schema: z.core.$ZodType): Pick<Demand, 'most'> {
  const inner = typed(schema);
  return inner instanceof z.ZodString && inner.maxLength !== null ? { most: inner.maxLength } : {};
}

interface Taken {
  input: z.ZodType;
  /** A tick without which the form is not taken. */
  confirm?: string | undefined;
  /** Fields that come in rows: `name` is posted as `name_1`, `name_2` …; which rows have to be filled in the page says. */
  rows?: Record<string, z.ZodType> | undefined;
}

/** What every form of ours has besides. */
const OWN = ['community', 'locale', 'submission', 'back', 'next', 'form', 'shown', 'undoes'];

/** Whether a form has a field of this name: one of several boxes, `x.7` or `x[]`, and one of a row, `x_2`, are of it. */
export function fieldsOf({ input, confirm, rows = {} }: Taken): (name: string) => boolean {
  const names = new Set([...OWN, ...fieldsOfAll(input), ...(confirm ? [confirm] : [])]);
  const inRows = new Set(Object.keys(rows));
  return (name) => names.has(name.replace(/(?:\[\]|\.[^.]*)$/, '')) || inRows.has(/^(.*?)_/.exec(name)?.[1] ?? '');
}

/**
 * What the fields of a form have to be, read from what is asked of its command's input. `empty` is what an empty field
 * posts: required is what is refused then.
 */
export function demandsOf({ input, confirm, rows = {} }: Taken) {
  const shape = shapeOf(input);
  return (name: string, empty: '' | undefined): Demand => {
    if (name === confirm) return { required: true };
    const field = shape[name];
    if (field) return { required: !z.safeParse(field, empty).success, ...length(field) };
    const row = rows[name.replace(/_.*$/, '')];
    return { required: false, ...(row && length(row)) };
  };
}
