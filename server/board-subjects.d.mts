export function reaches(changed: string, shown: string): boolean;
export function subjectIndex(): {
  add(key: string, subjects: readonly string[]): void;
  remove(key: string, subjects: readonly string[]): void;
  reachedBy(changed: readonly string[]): Set<string>;
  readonly size: number;
};
