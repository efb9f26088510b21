/** The steps of a build that take time, in their order. */
export type Step = "read" | "pictures" | "write";

/** Is called as a step advances; `done` and `total` count what the step works on. */
export type Progress = (step: Step, done: number, total?: number) => void;

export const noProgress: Progress = () => {};
