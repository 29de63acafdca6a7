/** Several cases by their numbers, one alone as the number it is; as a refusal's details have them. */
export function named(numbers: readonly number[]): string | number {
  const [first = 0, ...others] = numbers;
  return others.length === 0 ? first : numbers.join(' ');
}

/** The same for a reader. */
export const numbersSaid = (cases: string | number, comma: string): string => String(cases).replaceAll(' ', comma);
