/*
 * Runs only in the preview on the writer's machine. It shows the problems of the content over the
 * page as soon as a file is saved, and reloads the page when there is a newer one.
 */

/** What the preview's server sends after each build. */
type State = {
  /** Number of the build; grows with each. */
  readonly build: number;
  /** Version of the site that this page would be served from now. */
  readonly version: number;
  /** True when the page shown is older than the content. */
  readonly isOld: boolean;
  readonly summary: string;
  readonly problems: readonly {
    readonly place: string;
    readonly severity: "error" | "warning";
    readonly name: string;
    readonly message: string;
    readonly hint: string;
    readonly code: string;
    readonly excerpt?: { readonly line: string; readonly marks: string };
  }[];
};

/** At most this many problems are shown; the terminal lists them all. */
const mostProblems = 30;

const panel = document.createElement("details");
panel.className = "preview-problems";
panel.setAttribute("role", "region");
panel.setAttribute("aria-label", "Lỗi của nội dung");
panel.setAttribute("aria-live", "polite");

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") panel.open = false;
});

void follow();

async function follow(): Promise<void> {
  const page = encodeURIComponent(location.pathname);
  let version = ownVersion();
  for (let build = -1; ; ) {
    try {
      const answer = await fetch(
        `/_xem-thu/problems.json?page=${page}&build=${build}&version=${version}`,
      );
      const state = (await answer.json()) as State;
      version ??= state.version;
      if (state.version !== version) {
        location.reload();
        return;
      }
      build = state.build;
      show(state);
    } catch {
      // The server is restarting.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/**
 * Returns the version of the site that this page was served from; undefined in a browser that does
 * not report `Server-Timing`.
 */
function ownVersion(): number | undefined {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const told = page?.serverTiming?.find(({ name }) => name === "ban-tin");
  return told && Number(told.description);
}

function show({ summary, isOld, problems }: State): void {
  if (problems.length === 0) {
    panel.remove();
    return;
  }
  const head = element("summary", "", summary);
  head.prepend(element("span", isOld ? "preview-error" : "preview-warning", isOld ? "✕" : "!"));
  const list = element("ol", "");
  for (const found of problems.slice(0, mostProblems)) {
    const item = element("li", `preview-${found.severity}`);
    item.append(element("p", "preview-place", `${found.name} · ${found.place}`));
    item.append(element("p", "", found.message));
    if (found.excerpt) {
      const { line, marks } = found.excerpt;
      item.append(element("pre", "", `${line}\n${marks}`));
    }
    item.append(element("p", "preview-hint", found.hint), element("p", "preview-code", found.code));
    list.append(item);
  }
  panel.replaceChildren(head, list);
  if (problems.length > mostProblems)
    panel.append(
      element("p", "", `… và ${problems.length - mostProblems} chỗ khác; xem ở cửa sổ lệnh.`),
    );
  panel.classList.toggle("has-errors", isOld);
  // Errors open the panel by themselves; warnings wait until somebody opens it.
  panel.open = isOld;
  document.body.append(panel);
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
