import { describe, expect, it } from "vitest";
import type { Field, Input } from "../../../src/front-matter/field.ts";
import { fieldWords } from "../../../src/front-matter/field-words.ts";
import { headForm } from "../../../src/front-matter/form.ts";

/** The form that editors make of the schema of the front matter. */

function fieldAt(way: string): Field {
  let fields = headForm;
  let found: Field | undefined;
  for (const key of way.split(".")) {
    found = fields.find((field) => field.key === key);
    const group = found && groupOf(found.input);
    fields = group?.fields ?? [];
  }
  return found!;
}

function groupOf(input: Input): Extract<Input, { kind: "group" }> | undefined {
  if (input.kind === "list") return groupOf(input.item);
  return input.kind === "group" ? input : undefined;
}

function waysOf(fields: readonly Field[], before = ""): string[] {
  return fields.flatMap(({ key, input }) => [
    before + key,
    ...waysOf(groupOf(input)?.fields ?? [], `${before}${key}.`),
  ]);
}

describe("the form of the front matter", () => {
  it.each([
    ["title", { kind: "line" }],
    ["date", { kind: "day" }],
    ["unit", { kind: "unit" }],
    ["tags", { kind: "list", item: { kind: "tag" } }],
    ["summary", { kind: "prose" }],
    ["draft", { kind: "yesNo" }],
    ["awards.by", { kind: "unit" }],
    ["awards.count", { kind: "quantity" }],
    ["awards.step", { kind: "quantity" }],
    ["awards.proposed_by", { kind: "unit" }],
    ["awards.years", { kind: "years" }],
    ["awards.recipients", { kind: "list", item: { kind: "line" } }],
    ["figures.name", { kind: "series" }],
    ["figures.value", { kind: "quantity" }],
    ["figures.about", { kind: "unit" }],
    ["figures.unit", { kind: "line" }],
    ["images.src", { kind: "picture" }],
    ["documents.file", { kind: "pdf" }],
    ["documents.date", { kind: "partialDay" }],
    ["source.url", { kind: "address" }],
    ["corrections.kind", { kind: "choice", choices: ["đính chính", "cải chính", "bổ sung"] }],
  ])("has %s as %j", (way, input) => {
    expect(fieldAt(way).input).toEqual(input);
  });

  it.each([
    ["title", true],
    ["summary", false],
    ["images.alt", true],
    ["images.caption", false],
    ["awards.decision", false],
  ])("knows whether %s must be there", (way, isRequired) => {
    expect(fieldAt(way).isRequired).toBe(isRequired);
  });

  it("knows which groups may be a text alone", () => {
    const shorts = headForm.flatMap(({ key, input }) => {
      const short = groupOf(input)?.short;
      return short === undefined ? [] : [[key, short]];
    });
    expect(Object.fromEntries(shorts)).toEqual({
      approved_by: "name",
      author: "name",
      source: "name",
      images: "src",
      people: "name",
      documents: "number",
    });
  });

  it("has words for every field, and none for a field that is gone", () => {
    expect(waysOf(headForm).toSorted()).toEqual(Object.keys(fieldWords).toSorted());
  });
});
