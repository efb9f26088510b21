import * as z from "zod";
import { maxLetters } from "../limits.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { compose } from "../text/compose.ts";
import { dataCatalogueUrl, dataSchemaUrl, dataUrl } from "../urls.ts";
import type { PortalSite } from "./portal-file.ts";
import { type ReadName, readDatasets, readNames } from "./published-rows.ts";
import { oddIn, oneLine } from "./row-faults.ts";
import { parsed, placeIn } from "./site-copy.ts";

const address = z.string().max(maxLetters.address);
const catalogueSchema = z.object({
  name: z.string().max(maxLetters.line),
  publisher: z.string().max(maxLetters.line),
  url: address,
  datasets: z
    .array(
      z.object({
        id: z.string().max(100),
        files: z.array(z.object({ url: address, format: z.string(), rows: z.int() })).max(2_000),
      }),
    )
    .max(200),
});

export const catalogueName = dataCatalogueUrl.slice(dataUrl.length);

/** The files of a site's open data that a portal reads, as its catalogue lists them. */
export type PublishedFiles = {
  readonly base: string;
  readonly publisher: string;
  readonly schemas: Readonly<Record<ReadName, string>>;
  readonly files: Readonly<Record<ReadName, readonly string[]>>;
};

/** Reads the catalogue of a site: which files there are to read. */
export function readCatalogue(
  site: PortalSite,
  text: string | undefined,
): { readonly value?: PublishedFiles; readonly problems: readonly Problem[] } {
  const faulty = (code: Problem["code"], args: Readonly<Record<string, string>>) => ({
    problems: [problem(code, placeIn(site, catalogueName), { site: site.name, ...args })],
  });
  const { success, data } = catalogueSchema.safeParse(parsed(text));
  if (!success) return faulty("portal-data-unreadable", { file: catalogueName });
  const base = baseOf(data.url);
  if (base === undefined || (site.url !== undefined && site.url !== base))
    return faulty("portal-data-other-site", {
      value: oneLine(data.url),
      wanted: site.url ?? "https://…",
    });
  const publisher = compose(data.publisher);
  if (oddIn(publisher) !== undefined)
    return faulty("portal-data-unreadable", { file: catalogueName });
  const start = base + dataUrl;
  const filesOf = (id: string) =>
    data.datasets
      .filter((one) => one.id === id)
      .flatMap(({ files }) => files.filter(({ format }) => format === "json"))
      .map(({ url }) => (url.startsWith(start) ? url.slice(start.length) : ""));
  const entries = readNames.map((name) => {
    const { id } = readDatasets[name].dataset;
    return { name, id, files: [...new Set(filesOf(id))] };
  });
  for (const { id, files } of entries) {
    const isKnown = (file: string) => file === `${id}.json` || yearFile(id).test(file);
    const strange = files.find((file) => !isKnown(file));
    if (strange !== undefined)
      return faulty("portal-data-unreadable", { file: oneLine(strange) || id });
  }
  return {
    value: {
      base,
      publisher,
      schemas: recordOf(({ id }) => dataSchemaUrl(id).slice(dataUrl.length)),
      files: recordOf(({ files }) => files),
    },
    problems: [],
  };

  function recordOf<Value>(make: (entry: (typeof entries)[number]) => Value) {
    return Object.fromEntries(entries.map((one) => [one.name, make(one)])) as Record<
      ReadName,
      Value
    >;
  }
}

function yearFile(id: string): RegExp {
  return new RegExp(String.raw`^${id}/\d{4}\.json$`, "u");
}

/** Returns where a site is served whose catalogue has an address. */
function baseOf(catalogue: string): string | undefined {
  const url = URL.parse(catalogue);
  if (url === null || url.href !== catalogue || !/^https?:$/u.test(url.protocol)) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  return catalogue.endsWith(dataCatalogueUrl)
    ? catalogue.slice(0, -dataCatalogueUrl.length)
    : undefined;
}
