export interface Made {
  status: number;
  type: string;
  body: string;
  location?: string;
  turnsAt: number;
  shows?: string[];
}
export interface Page extends Omit<Made, 'body'> {
  etag: string;
  encoded(coding: 'identity' | 'br' | 'gzip'): Promise<Buffer>;
}
export interface BoardCache {
  page(edition: string, path: string, id?: string): Promise<Page>;
  takeDown(changed: readonly string[]): void;
  hear(now: boolean): void;
  readonly size: number;
}
export function withoutScripts(html: string): string;
export function boardCache(options: {
  render: (edition: string, path: string, id: string) => Promise<Made>;
  clock?: () => number;
  bytes?: number;
}): BoardCache;
