import { type Entry, entryOf, type FormFacts, fileOf } from "../../src/web-editor/format.ts";

/**
 * Stands in the editor's page before the editor's own program: teaches it to read and write our
 * files, and then starts it.
 */

type Editor = {
  readonly registerCustomFormat: (
    name: string,
    extension: string,
    format: {
      readonly fromFile: (text: string) => Entry;
      readonly toFile: (entry: Entry) => string;
    },
  ) => void;
  readonly init: () => void;
};

declare global {
  interface Window {
    CMS_MANUAL_INIT?: boolean;
    CMS?: Editor;
  }
}

window.CMS_MANUAL_INIT = true;
speakVietnamese();
document.addEventListener("DOMContentLoaded", () => {
  const data = document.getElementById("bieu-mau")!;
  const facts = JSON.parse(data.textContent ?? "") as FormFacts;
  window.CMS!.registerCustomFormat(data.dataset.format!, "md", {
    fromFile: (text) => entryOf(text, facts),
    toFile: (entry) => fileOf(entry, facts),
  });
  window.CMS!.init();
});

/** The editor goes by the language of the browser; here it begins in Vietnamese, until somebody chooses. */
function speakVietnamese(): void {
  const name = "sveltia-cms.prefs";
  try {
    const wishes = JSON.parse(localStorage.getItem(name) ?? "{}") as Record<string, unknown>;
    if (wishes.locale === undefined)
      localStorage.setItem(name, JSON.stringify({ ...wishes, locale: "vi" }));
  } catch {
    // Where nothing may be kept, the editor speaks as the browser does.
  }
}
