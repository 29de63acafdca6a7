import fs from 'node:fs';
import path from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

const named = ({ location, title }: TestCase) =>
  `${path.relative(process.cwd(), location.file)}:${location.line} ${title}`;

/** Counts and seconds of the journeys, written as the reporter of node:test writes its own; each step is a sign of life. */
export default class Counts implements Reporter {
  private all: Suite | undefined;
  private readonly took: { name: string; seconds: number }[] = [];

  printsToStdio() {
    return false;
  }

  onBegin(_config: FullConfig, all: Suite) {
    this.all = all;
  }

  onStepEnd() {
    process.send?.('on');
  }

  onTestEnd(test: TestCase, { duration }: TestResult) {
    this.took.push({ name: named(test), seconds: duration / 1000 });
  }

  onEnd() {
    const outcomes = (this.all?.allTests() ?? []).map((test) => test.outcome());
    const of = (...those: string[]) => outcomes.filter((one) => those.includes(one)).length;
    const failures = (this.all?.allTests() ?? [])
      .filter((test) => test.outcome() === 'unexpected')
      .map((test) => ({ name: named(test), error: test.results.at(-1)?.error?.message ?? '' }));
    const counts = { passed: of('expected', 'flaky'), failed: of('unexpected'), skipped: of('skipped') };
    if (process.env.TONGXIN_COUNTS)
      fs.writeFileSync(process.env.TONGXIN_COUNTS, JSON.stringify({ ...counts, took: this.took, failures }));
  }
}
