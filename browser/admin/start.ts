import { type Entry, entryOf, type FormFacts, fileOf } from "../../src/web-editor/format.ts";

/*
 * Runs in the editor's page before the editor's own program: teaches it to read and write our
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

/**
 * Makes the editor begin in Vietnamese, because it would follow the language of the browser. A
 * language that somebody has chosen stays.
 */
function speakVietnamese(): void {
  const name = "sveltia-cms.prefs";
  try {
    const wishes = JSON.parse(localStorage.getItem(name) ?? "{}") as Record<string, unknown>;
    if (wishes.locale === undefined)
      localStorage.setItem(name, JSON.stringify({ ...wishes, locale: "vi" }));
  } catch {
    // Where the browser stores nothing, the editor follows the language of the browser.
  }
}
