/**
 * Milliseconds after which a test gives up waiting for something that should have happened. All
 * tests have this one limit, so far above what anything takes that only what never happens reaches
 * it.
 */
export const patience = 300_000;

/** Milliseconds between two attempts. */
export const interval = 50;
