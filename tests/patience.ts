/**
 * Milliseconds after which a test gives up waiting for something that should have happened: the one
 * limit of all of them, so far above what anything takes that only what never happens meets it.
 */
export const patience = 300_000;

/** Milliseconds from one look to the next. */
export const interval = 50;
