import { vi } from "vitest";
import { interval, patience } from "./patience.ts";

/**
 * Tries until an attempt no longer throws, and returns what it returned. For a value that changes,
 * `expect.poll` prints more when it fails; its limit is the same.
 */
export function until<T>(attempt: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(attempt, { timeout: patience, interval });
}

/**
 * The limit of one attempt among many, for a step that would otherwise wait as long as them all.
 * A slow machine makes more attempts, and comes to the same end.
 */
export const briefly = { timeout: 1_000 };
