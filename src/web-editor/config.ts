import { stringify } from "yaml";
import { type Backend, hasSignIn } from "../backend.ts";
import type { Field, Input } from "../front-matter/field.ts";
import { headForm } from "../front-matter/form.ts";
import { preparedSide } from "../limits.ts";

/*
 * The settings of the editor, Sveltia CMS, made from the schema of the front matter. Decap CMS
 * knows them too, but would write the files in its own manner.
 */

/** The part of a site that the settings need. */
export type EditorSite = {
  readonly name: string;
  /** Where the site is served, without the last slash. */
  readonly origin: string;
  /** Root-relative address of the site's mark. */
  readonly logo: string;
  readonly backend: Backend;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** The topics that are in use, the commonest first. */
  readonly tags: readonly string[];
  /** The names of the series of figures.yaml. */
  readonly series: readonly string[];
  /** True when there are articles that have no folder of their own. */
  readonly hasLoose: boolean;
};

/**
 * The editor's name for our file format. The script in the editor's page replaces the reading and
 * writing of this format with our own.
 */
export const formatName = "yaml-frontmatter";

/** Returns config.yml as text. */
export function configText(site: EditorSite): string {
  return `# Bản tin tạo tệp này từ khóa web_editor trong content/site.yaml. Xin đừng sửa ở đây.\n${stringify(configOf(site), { lineWidth: 0 })}`;
}

function configOf(site: EditorSite) {
  return {
    backend: backendOf(site.backend),
    // Each article is reviewed before it is published: first a request with its checks, then the
    // site.
    ...(site.backend.name === "gitea" ? {} : { publish_mode: "editorial_workflow" }),
    app_title: `Soạn bài – ${site.name}`,
    site_url: site.origin,
    logo: { src: site.logo },
    media_folder: "content",
    // No stock pictures of strangers: what is shown has happened here.
    media_libraries: {
      default: { config: { slugify_filename: true, transformations: { raster_image: drawnAnew } } },
      stock_assets: { providers: [] },
    },
    show_preview_links: false,
    editor: { preview: false },
    slug: { encoding: "ascii", clean_accents: true, maxlength: 80, timezone: "local" },
    output: { omit_empty_optional_fields: true },
    collections: collectionsOf(site),
  };
}

/**
 * How the editor draws each picture anew before it is sent, which leaves behind where it was taken.
 * WebP is the one format that it writes. Browsers that cannot write it send the file as it is, and
 * the check of the request warns of what is in it.
 */
const drawnAnew = { format: "webp", quality: 90, width: preparedSide, height: preparedSide };

/**
 * Returns one collection for articles that have a folder of their own, as all new ones have, and
 * another for those that are a file beside others.
 */
function collectionsOf(site: EditorSite) {
  const inFolder = "{{date | date('YYYY')}}/{{slug}}";
  const shared = {
    label_singular: "bài viết",
    folder: "content",
    // The name of the folder is the end of the address, which is a promise.
    slug: { template: "{{title}}", editable: false },
    extension: "md",
    format: formatName,
    // A picture lies beside its article and is called by its name alone.
    media_folder: "",
    public_folder: "",
    summary: "{{title}} ({{date | date('DD/MM/YYYY')}})",
    sortable_fields: {
      fields: ["date", "title"],
      default: { field: "date", direction: "descending" },
    },
    thumbnail: "images.*.src",
    fields: [...headForm.map((field) => fieldOf(field, site)), bodyField],
  };
  return [
    {
      name: "bai-viet",
      label: "Bài viết",
      icon: "article",
      path: `${inFolder}/index`,
      ...shared,
    },
    ...(site.hasLoose
      ? [
          {
            name: "bai-khong-thu-muc",
            label: "Bài không có thư mục riêng",
            icon: "draft",
            path: inFolder,
            create: false,
            ...shared,
          },
        ]
      : []),
  ];
}

function backendOf(backend: Backend) {
  const { name, repo, branch, baseUrl, apiRoot, appId } = backend;
  return {
    name,
    repo,
    branch,
    ...(baseUrl && { base_url: baseUrl }),
    ...(apiRoot && { api_root: apiRoot }),
    ...(appId && { app_id: appId }),
    ...(name === "gitlab" && appId && { auth_type: "pkce" }),
    ...(hasSignIn(backend) ? {} : { auth_methods: ["token"] }),
  };
}

const bodyField = {
  name: "body",
  label: "Nội dung bài",
  hint: "Viết theo phần 4 của hướng dẫn. Chế độ soạn như Word không giữ được bảng căn phải và chú thích cuối bài.",
  widget: "markdown",
  required: true,
  // Markdown first: anyone who only opens an article and saves it changes no letter of its text.
  modes: ["raw", "rich_text"],
  // All but the largest heading, which is the title. The rich-text mode does not know, and spoils,
  // what has no button.
  buttons: [
    "bold",
    "italic",
    "strikethrough",
    "code",
    "link",
    "heading-two",
    "heading-three",
    "heading-four",
    "heading-five",
    "heading-six",
    "quote",
    "bulleted-list",
    "numbered-list",
  ],
  editor_components: ["image"],
  linked_images: false,
  use_emoji_autocomplete: false,
};

type Names = Pick<EditorSite, "units" | "tags" | "series">;

/** Returns a field of our form as one of the editor's. */
function fieldOf({ key, label, help, one, isRequired, input }: Field, names: Names) {
  const hint = hintOf(help, input, names);
  return {
    name: key,
    label,
    ...(hint === "" ? {} : { hint }),
    required: isRequired,
    ...widgetOf(input, names),
    ...(input.kind === "list" ? { label_singular: one, ...(isRequired ? { min: 1 } : {}) } : {}),
  };
}

function hintOf(help: string, input: Input, { tags, series }: Names): string {
  // The editor's list takes any text and shows none to choose from, so the topics are named beside
  // it.
  if (input.kind === "list" && input.item.kind === "tag" && tags.length > 0)
    return `${help} Đang dùng: ${tags.slice(0, mostTopics).join(", ")}.`;
  if (input.kind === "series" && series.length > 0)
    return `${help} Đang theo dõi: ${series.slice(0, mostTopics).join("; ")}.`;
  // The other drawer holds what lies in content/ itself, where no article is.
  if (input.kind === "picture")
    return `${help} Chọn ảnh trong ngăn “Tệp thuộc bài viết”.`.trimStart();
  return help;
}

/** At most this many topics or series are named; nobody reads through more. */
const mostTopics = 30;

function widgetOf(input: Input, names: Names): Readonly<Record<string, unknown>> {
  switch (input.kind) {
    case "list": {
      if (input.item.kind !== "group") return { widget: "list" };
      const [first] = input.item.fields;
      return {
        widget: "list",
        collapsed: "auto",
        summary: `{{fields.${first!.key}}}`,
        fields: input.item.fields.map((field) => fieldOf(field, names)),
      };
    }
    case "group":
      return { widget: "object", fields: input.fields.map((field) => fieldOf(field, names)) };
    case "prose":
      return { widget: "text", use_emoji_autocomplete: false };
    case "day":
      return { widget: "datetime", type: "date", format: "YYYY-MM-DD", time_format: false };
    case "whole":
      return { widget: "number", value_type: "int", min: 1 };
    case "year":
      return { widget: "number", value_type: "int", min: 1930, max: 2100 };
    case "decimal":
      return { widget: "number", value_type: "float" };
    case "yesNo":
      // A switch would say no where nothing was said.
      return {
        widget: "select",
        options: [
          { label: "Có", value: true },
          { label: "Không", value: false },
        ],
      };
    case "unit":
      return {
        widget: "select",
        options: names.units.map(({ id, name }) => ({ label: name, value: id })),
      };
    case "choice":
      return { widget: "select", options: [...input.choices] };
    case "picture":
      return {
        widget: "image",
        choose_url: false,
        accept: "image/jpeg,image/png,image/webp,image/avif",
      };
    case "address":
      return {
        ...line,
        type: "url",
        pattern: ["^https?://", "Địa chỉ đầy đủ, bắt đầu bằng https://"],
      };
    case "years":
      return {
        ...line,
        pattern: [
          "^\\d{4}(?:\\s*[-–]\\s*\\d{4})?$",
          "Một năm như 2021, hoặc khoảng năm như 2017-2021.",
        ],
      };
    case "crop":
      return { ...line, pattern: [percents(4), "Bốn tỷ lệ như 10% 5% 80% 60%."] };
    case "focus":
      return { ...line, pattern: [percents(2), "Hai tỷ lệ như 30% 40%."] };
    case "line":
    case "partialDay":
    // Its widget for files would offer all of them, and a check of the file comes too late there.
    case "pdf":
    case "quantity":
    case "series":
    case "tag":
      return line;
  }
}

/** Matches this many percentages with blanks between them. */
function percents(count: number): string {
  const one = "\\d{1,3}(?:[.,]\\d+)?%?";
  return `^${one}(?:[,;\\s]\\s*${one}){${count - 1}}$`;
}

const line = { widget: "string", use_emoji_autocomplete: false } as const;
