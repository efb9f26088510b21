import * as z from "zod";
import { type Award, awardForms, formatSteps, type Steps } from "./award.ts";
import type { SourceFile } from "./content/source-file.ts";
import type { Day } from "./day.ts";
import type { Place, Problem } from "./problems/problem.ts";
import { problem } from "./problems/problem.ts";
import { fold } from "./text/vietnamese.ts";
import { type Unit, unitOn } from "./unit.ts";
import { check } from "./yaml/check.ts";
import { whole } from "./yaml/numbers.ts";
import { listOf, oneOf, partialDay, text } from "./yaml/schema.ts";
import { parseYaml } from "./yaml/yaml.ts";

/**
 * Who may give which award, and at which years of membership a badge is due. Norms change, so they
 * are dated data (content/norms.yaml) and none is in the code.
 */
export type Norm = z.output<typeof schema>[number];

const schema = z.array(
  z.strictObject({
    number: text,
    valid_from: partialDay,
    valid_to: partialDay.optional(),
    badge_steps: listOf(whole).optional(),
    levels: listOf(
      z.strictObject({ kinds: listOf(text), forms: listOf(oneOf(awardForms)) }),
    ).optional(),
  }),
);

/** Reads content/norms.yaml; without the file nothing is checked against a norm. */
export function readNorms(file: SourceFile | undefined): {
  value: readonly Norm[];
  problems: readonly Problem[];
} {
  if (file === undefined) return { value: [], problems: [] };
  const { value = [], problems } = check(schema, parseYaml(file.text, file));
  return { value, problems };
}

/**
 * Checks one award against the norm in force on a day. Finds only warnings, because the norm's own
 * exceptions are not data.
 */
export function normProblems(
  award: Award,
  giver: Unit | undefined,
  on: Day,
  norms: readonly Norm[],
  place: Place,
): Problem[] {
  const norm = norms.findLast(
    ({ valid_from, valid_to }) =>
      valid_from <= on && (valid_to === undefined || on.slice(0, valid_to.length) <= valid_to),
  );
  if (norm === undefined) return [];
  const found: Problem[] = [];
  const steps = stepsOf(award);
  const isKnown = (step: number) => norm.badge_steps?.includes(step) ?? true;
  if (steps !== undefined && !(isKnown(steps.from) && isKnown(steps.to))) {
    found.push(
      problem("award-badge-step", place, {
        value: formatSteps(steps),
        norm: norm.number,
        allowed: norm.badge_steps!.join(", "),
      }),
    );
  }
  const ofGiver = giver && unitOn(giver, award.decision?.date ?? on).kind;
  const level = norm.levels?.find(({ kinds }) =>
    kinds.some((kind) => ofGiver !== undefined && fold(kind) === fold(ofGiver)),
  );
  // The norm says nothing about a form that no level gives, or about a line whose form is unknown.
  const isGoverned = norm.levels?.some(({ forms }) => forms.includes(award.form));
  if (level && isGoverned && !level.forms.includes(award.form)) {
    found.push(
      problem("award-wrong-level", place, {
        norm: norm.number,
        kind: ofGiver!,
        form: award.form,
        allowed: level.forms.join(", "),
      }),
    );
  }
  return found;
}

/**
 * Returns the years of membership that a badge honours: `step`, or as people write it, "40 năm tuổi
 * Đảng".
 */
function stepsOf(award: Award): Steps | undefined {
  if (award.form !== "Huy hiệu Đảng") return undefined;
  if (award.step !== undefined) return award.step;
  const years = /(\d{2,3}) nam tuoi dang/u.exec(fold(award.for ?? ""))?.[1];
  return years === undefined ? undefined : { from: Number(years), to: Number(years) };
}
