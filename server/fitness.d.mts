interface Connected {
  query(text: string, values: unknown[]): Promise<{ rows: never[] }>;
}
export function problems(settings: Record<string, string | undefined>): string[];
export function problemsOfDatabase(client: Connected): Promise<string[]>;
