/** A promise of the program that is tried many times over; docs/reliability.md has the figures. */
export type Trial = {
  /** What is tried, in the words of the table of figures. */
  readonly what: string;
  /** How many times it is tried for the table. */
  readonly usual: number;
  readonly run: (wish: TrialWish) => Promise<Tally>;
  /**
   * Tries the same with the guard taken away. When nothing fails here, the trial cannot see a
   * failure, and proves nothing.
   */
  readonly control: (wish: TrialWish) => Promise<Tally>;
};

export type TrialWish = {
  readonly count: number;
  /** The same seed makes the same attempts. */
  readonly seed: number;
  /** A folder of inputs that somebody else has made, for trials that take one. */
  readonly from?: string | undefined;
};

export type Tally = {
  /** Number of attempts. */
  readonly tried: number;
  /** A line for each attempt that failed, from which it can be tried again. */
  readonly failed: readonly string[];
  /** What else was measured, by name; units in the name. */
  readonly figures?: Readonly<Record<string, number | string>>;
};

/** Returns a line of the table in docs/reliability.md. */
export function trialRow(name: string, { what }: Trial, run: Tally, control: Tally): string {
  const figures = Object.entries(run.figures ?? {}).map(([key, value]) => `${key}: ${value}`);
  const cells = [
    what,
    String(run.tried),
    [String(run.failed.length), ...figures].join("; "),
    `${control.failed.length} of ${control.tried}`,
    `\`npm run trial -- ${name}\``,
  ];
  return `| ${cells.join(" | ")} |`;
}
