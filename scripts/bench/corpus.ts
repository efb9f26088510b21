import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { addDays, type Day, monthNumber, parseDay, yearOf } from "../../src/day.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { mapBounded } from "../../src/work/map-bounded.ts";
import { Random } from "../../src/work/random.ts";
import {
  authorNames,
  closings,
  events,
  figureNames,
  headings,
  officialNames,
  openings,
  placeNames,
  reasons,
  sentences,
  tagNames,
} from "./words.ts";

/**
 * Writes a content folder of `count` articles to measure builds with, the same bytes on every
 * machine. Each article follows from its number alone, so a larger corpus begins with the articles
 * of a smaller one, and the two differ in size only.
 *
 * @param pictures the first articles that get a picture
 */
export async function writeCorpus(directory: string, count: number, pictures = 0): Promise<void> {
  const files = new Map(dataFiles);
  for (let number = 0; number < count; number += 1) {
    const article = corpusArticle(number, number < pictures);
    files.set(article.path, `---\n${yamlOf(article.head)}---\n\n${article.body}`);
  }
  const folders = new Set([...files.keys()].map((path) => join(directory, dirname(path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await mapBounded([...files], 32, ([path, text]) => writeFile(join(directory, path), text));
  for (let number = 0; number < Math.min(pictures, count); number += 1) {
    const path = corpusArticle(number, true).path.replace(/\.md$/u, ".jpg");
    await writeFile(join(directory, path), await drawPicture(number));
  }
}

export type CorpusArticle = {
  /** Path of its Markdown file: `2010/03/le-ket-nap-dang-vien-17.md`. */
  readonly path: string;
  readonly slug: string;
  readonly head: CorpusHead;
  /** Markdown, without the head. */
  readonly body: string;
};

/** The head of an article, with the keys of our front matter. */
export type CorpusHead = ReturnType<typeof headOf>;

/** Makes the article with a number, which counts from 0. */
export function corpusArticle(number: number, hasPicture = false): CorpusArticle {
  const random = new Random(number);
  const date = dateOf(number);
  const unit = random.pick(corpusUnits);
  const event = random.pick(events);
  const slug = `${slugOf(event)}-${number}`;
  const head = headOf(
    random,
    date,
    unit,
    `${event} tại ${unit.name}`,
    hasPicture ? slug : undefined,
  );
  return {
    path: `${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.md`,
    slug,
    head,
    body: bodyOf(random),
  };
}

export type CorpusUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string;
};

/** A tree of 300 units: one province, 19 blocs, 80 grassroots committees, 200 cells. */
export const corpusUnits: readonly CorpusUnit[] = makeUnits();

/**
 * Returns a group as YAML: scalars and lists of groups, all texts quoted. JSON is YAML, so values
 * need no rules of their own.
 */
export function yamlOf(group: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const [key, value] of Object.entries(group)) {
    if (Array.isArray(value) && typeof value[0] === "object") {
      text += `${key}:\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join("")}`;
    } else if (value !== undefined) text += `${key}: ${JSON.stringify(value)}\n`;
  }
  return text;
}

function makeUnits(): CorpusUnit[] {
  const units: CorpusUnit[] = [];
  const add = (kind: string, prefix: string, parent?: CorpusUnit) => {
    const name = `${prefix} ${placeNames[units.length % placeNames.length]}`;
    units.push({ id: slugOf(name), name, kind, ...(parent ? { parent: parent.id } : {}) });
  };
  add("tỉnh ủy", "Đảng bộ tỉnh");
  for (let n = 0; n < 19; n += 1) add("đảng bộ khối", "Đảng bộ khối", units[0]);
  for (let n = 0; n < 80; n += 1) add("đảng bộ cơ sở", "Đảng bộ cơ sở", units[1 + (n % 19)]);
  // The 200 cells go through the hundred places twice, so each place has two.
  for (let n = 0; n < 200; n += 1)
    add("chi bộ", n < 100 ? "Chi bộ 1" : "Chi bộ 2", units[20 + (n % 80)]);
  return units;
}

const firstDay = parseDay("2010-01-01")!;
const dayCount = 5479;

/**
 * Returns the day of an article. Steps of the golden ratio spread any number of articles evenly
 * over the fifteen years from 2010 to 2024.
 */
function dateOf(number: number): Day {
  return addDays(firstDay, Math.floor(((number * 0.618_033_988_749_895) % 1) * dayCount));
}

function headOf(
  random: Random,
  date: Day,
  unit: CorpusUnit,
  title: string,
  picture: string | undefined,
) {
  const year = yearOf(date);
  return {
    title,
    date,
    author: random.pickSome(authorNames, random.once(6) ? 2 : 1),
    unit: unit.id,
    tags: random.pickSome(tagNames, random.whole(2, 4)),
    summary: random.pick(sentences),
    ...(picture === undefined
      ? {}
      : {
          images: [
            {
              src: `${picture}.jpg`,
              alt: "Những hình tròn nhiều màu trên nền nhạt",
              caption: "Hình vẽ mẫu",
              credit: "Hình vẽ minh họa",
            },
          ],
        }),
    ...(random.once(3)
      ? {
          people: [
            { name: random.pick(corpusOfficials(unit)), role: "chủ trì" },
            { name: random.pick(authorNames), post: ["Đảng ủy viên"], role: "phát biểu" },
          ],
        }
      : {}),
    ...(random.once(4) ? { event: eventOf(date) } : {}),
    ...(random.once(5) ? { awards: awardsOf(random, unit, year) } : {}),
    ...(random.once(4)
      ? { documents: [{ number: `${random.whole(1, 400)}-KH/ĐU`, relation: "triển khai" }] }
      : {}),
    ...(random.once(4)
      ? {
          figures: random.pickSome(figureNames, 3).map((figure) => ({
            name: figure[0],
            value: figureOf(unit, figure, year),
            unit: figure[1],
            year,
          })),
        }
      : {}),
  };
}

/** Returns the meeting of the quarter of a day: a unit has twenty of them in a term. */
function eventOf(date: Day) {
  const year = yearOf(date);
  const start = year - (year % 5);
  return {
    name: "Hội nghị Ban Chấp hành",
    body: "Ban Chấp hành",
    ordinal: (year - start) * 4 + Math.ceil(monthNumber(date) / 3),
    term: `${start}-${start + 5}`,
  };
}

/** Returns the ids of the two people who have been secretaries of a unit, one after the other. */
function corpusOfficials(unit: CorpusUnit): readonly string[] {
  return ["1", "2"].map((number) => `bi-thu-${unit.id}-${number}`);
}

/** Two office holders for each unit. */
function peopleText(): string {
  return corpusUnits
    .flatMap((unit, at) =>
      corpusOfficials(unit).map((id, turn) => ({
        id,
        name: officialNames[2 * at + turn],
        posts: [
          {
            post: `Bí thư ${unit.name}`,
            unit: unit.id,
            ...(turn === 0 ? { to: "2017-06" } : { from: "2017-07" }),
          },
        ],
      })),
    )
    .map((person) => `- ${JSON.stringify(person)}\n`)
    .join("");
}

/** Returns what all articles say of a figure of a unit in a year; none contradicts another. */
function figureOf(unit: CorpusUnit, figure: (typeof figureNames)[number], year: number): number {
  const series = corpusUnits.indexOf(unit) * figureNames.length + figureNames.indexOf(figure);
  return new Random(series * 10_000 + year).whole(10, 990) / 10;
}

function awardsOf(random: Random, unit: CorpusUnit, year: number) {
  return Array.from({ length: random.whole(1, 3) }, () => ({
    form: random.pick(["Giấy khen", "Biểu dương", "Bằng khen"] as const),
    status: random.pick(["đã trao", "đã trao", "công bố quyết định", "đề xuất"] as const),
    by: unit.parent ?? unit.id,
    to: random.pick(["tổ chức cơ sở đảng", "đảng viên"] as const),
    count: random.whole(1, 40),
    for: random.pick(reasons),
    years: year,
  }));
}

function bodyOf(random: Random): string {
  const told = random.pickSome(sentences, 22);
  const paragraph = (count: number) => told.splice(0, count).join(" ");
  const [first, second] = random.pickSome(headings, 2);
  return [
    random.pick(openings),
    paragraph(5),
    `## ${first}`,
    paragraph(5),
    paragraph(3)
      .split(/(?<=\.) /u)
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
    `## ${second}`,
    paragraph(6),
    `**${random.pick(closings)}** ${paragraph(3)}`,
    "",
  ].join("\n\n");
}

function drawPicture(number: number): Promise<Buffer> {
  const random = new Random(-1 - number);
  const circles = Array.from({ length: 12 }, () => {
    const [x, y, radius] = [random.whole(0, 1600), random.whole(0, 900), random.whole(60, 240)];
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${random.whole(0, 359)} 40% 60%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#f4efe4"/>${circles.join("")}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}

const dataFiles: readonly (readonly [path: string, text: string])[] = [
  [
    "site.yaml",
    yamlOf({
      name: "Bản tin mẫu",
      description: "Bài viết do máy ghép ra để đo tốc độ",
      url: "https://mau.example",
      owner: "Cơ quan mẫu",
      responsible: "Người mẫu",
    }),
  ],
  ["people.yaml", peopleText()],
  ["units.yaml", corpusUnits.map((unit) => `- ${JSON.stringify(unit)}\n`).join("")],
  [
    "abbreviations.yaml",
    [
      { short: "BTV", long: "Ban Thường vụ" },
      { short: "BCH", long: "Ban Chấp hành" },
      { short: "UBKT", long: "Ủy ban Kiểm tra" },
      { short: "HĐND", long: "Hội đồng nhân dân" },
      { short: "UBND", long: "Ủy ban nhân dân" },
    ]
      .map((row) => `- ${JSON.stringify(row)}\n`)
      .join(""),
  ],
];

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: "string", default: "0" } },
  });
  const [directory, count] = positionals;
  const [articles, pictures] = [Number(count), Number(values.pictures)];
  if (directory === undefined || !Number.isInteger(articles) || !Number.isInteger(pictures)) {
    console.error("Usage: node scripts/bench/corpus.ts DIR COUNT [--pictures COUNT]");
    process.exitCode = 2;
  } else {
    await writeCorpus(directory, articles, pictures);
    console.log(
      `${articles} articles and ${Math.min(pictures, articles)} pictures in ${directory}`,
    );
  }
}
