/** The steps of a build that take time, in their order. */
export type Step = "read" | "pictures" | "write";

/** Is told how far a step has come. */
export type Progress = (step: Step, done: number, total?: number) => void;

export const noProgress: Progress = () => {};
