/** The site's own facts, from content/site.yaml. */
export type Settings = {
  readonly name: string;
  /** One sentence under the name and in descriptions. */
  readonly description: string;
  /** Where the site is served, without the last slash: `https://example.vn` or `https://example.github.io/ban-tin`. */
  readonly origin: string;
  /** The path of that address: "" at the root of a host, else `/ban-tin`. */
  readonly basePath: string;
  /** The organisation that owns the site. */
  readonly owner: string;
  /** The person responsible for the content. */
  readonly responsible: string;
  readonly contact: {
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
  };
};
