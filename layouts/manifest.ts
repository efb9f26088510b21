import { type Colour, ownAccent } from "../src/colour.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { manifestUrl } from "../src/urls.ts";
import { manifestIcons } from "./cards/icons.ts";

type Props = {
  readonly name: string;
  readonly description: string;
  readonly colour: Colour;
};

/**
 * What a phone needs to put the site on its home screen. It stays a website: nothing runs in the
 * background.
 */
export function manifestPages({ settings }: Pick<Site, "settings">): Page[] {
  const { name, description, accent: colour = ownAccent.light } = settings;
  return [page("manifest", manifestUrl, { name, description, colour }, manifestView)];
}

/** Addresses are relative to the manifest, so it works below any path. */
function manifestView({ name, description, colour }: Props): string {
  const manifest = {
    name,
    short_name: name,
    description,
    lang: "vi",
    start_url: "./",
    display: "minimal-ui",
    background_color: "#fbf8f2",
    theme_color: colour,
    icons: manifestIcons(colour).map(({ icon: { url, width }, purpose }) => ({
      src: `.${url}`,
      sizes: `${width}x${width}`,
      type: "image/png",
      purpose,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
