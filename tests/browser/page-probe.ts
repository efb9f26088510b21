/**
 * Functions that run inside the browser. Each is sent there as text, so it may use nothing from
 * outside itself. The few types of the browser that they need are declared here, because the
 * project's own code must not see them.
 */

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
};
type Style = {
  readonly visibility: string;
  readonly fontSize: string;
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly boxShadow: string;
  readonly content: string;
  readonly overflowX: string;
};
type PageElement = {
  readonly tagName: string;
  readonly className: string;
  readonly id: string;
  readonly textContent: string;
  readonly innerText: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly parentElement: PageElement | null;
  readonly style: { fontSize: string };
  getBoundingClientRect(): Box;
  querySelectorAll(selector: string): Iterable<PageElement>;
  matches(selector: string): boolean;
  contains(other: PageElement | null): boolean;
  closest(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
  checkVisibility(): boolean;
  // From here on for pictures only.
  loading: string;
  readonly currentSrc: string;
  readonly naturalWidth: number;
  decode(): Promise<void>;
};
declare const document: PageElement & {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly activeElement: PageElement | null;
  readonly fonts: { readonly ready: Promise<unknown> };
};
declare const window: { readonly innerWidth: number; readonly innerHeight: number };
type Loaded = {
  readonly name: string;
  readonly renderBlockingStatus?: string;
  readonly encodedBodySize: number;
};
declare const performance: { getEntriesByType(type: string): Loaded[] };
declare class PerformanceObserver {
  constructor(callback: () => void);
  observe(options: { readonly type: string; readonly buffered: boolean }): void;
  takeRecords(): { readonly value: number }[];
}
declare function requestAnimationFrame(draw: () => void): void;
declare function getComputedStyle(element: PageElement, pseudo?: string): Style;

/** Returns at most five elements that make the page wider than the window; none when it fits. */
export function overflowing(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return wide.length === 0
    ? [`page: ${root.scrollWidth} > ${root.clientWidth}`]
    : wide.slice(0, 5).map(({ tagName, className }) => `${tagName}.${className}`);
}

/**
 * Returns at most five elements whose text is wider than they are and cannot be scrolled to: cut
 * short on purpose are only the steps of the breadcrumb.
 */
export function cutOff(): string[] {
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isHidden = overflowX === "hidden" || overflowX === "clip";
      return isHidden && element.scrollWidth > element.clientWidth + 1;
    })
    .filter((element) => !element.matches(".unseen, .crumbs *") && element.clientWidth > 1)
    .slice(0, 5)
    .map(({ tagName, className }) => `${tagName}.${className}`);
}

/** Loads every picture, the lazy ones too, and returns what is wrong with them. */
export async function brokenPictures(): Promise<string[]> {
  const wrong: string[] = [];
  for (const picture of document.querySelectorAll("img")) {
    picture.loading = "eager";
    const src = picture.getAttribute("src") ?? "";
    await picture.decode().catch(() => undefined);
    if (!(picture.naturalWidth > 0)) wrong.push(`${src} does not load`);
    for (const attribute of ["width", "height"]) {
      if (!/^[1-9]\d*$/u.test(picture.getAttribute(attribute) ?? ""))
        wrong.push(`${src} has no ${attribute}`);
    }
    if (picture.getAttribute("alt") === null) wrong.push(`${src} has no alt`);
  }
  return wrong;
}

export type Focus = {
  readonly name: string;
  readonly isSkipLink: boolean;
  readonly isMarked: boolean;
  readonly isInView: boolean;
};

/** Waits until fonts and pictures are loaded and drawn. */
export async function settled(): Promise<void> {
  await document.fonts.ready;
  const pictures = [...document.querySelectorAll("img")].filter(({ currentSrc }) => currentSrc);
  await Promise.all(pictures.map((picture) => picture.decode()));
  await new Promise<void>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
}

export type LoadCost = {
  /** Addresses of the files without which the browser draws nothing. */
  readonly blocking: string[];
  /** Number of requests, including the one for the page itself. */
  readonly requests: number;
  /** Bytes of all bodies, as the host sends them. */
  readonly bytes: number;
  readonly elements: number;
};

/** Returns what the page has made the browser load, and how many elements it has. */
export function loadCost(): LoadCost {
  const loaded = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ];
  return {
    blocking: loaded
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking")
      .map(({ name }) => name),
    requests: loaded.length,
    bytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    elements: [...document.querySelectorAll("*")].length,
  };
}

/** Returns how far things have moved since the page began: the sum of all layout shifts. */
export function shifts(): number {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  return observer.takeRecords().reduce((sum, { value }) => sum + value, 0);
}

/** Returns the element that has the focus, and whether that can be seen; undefined for none. */
export function focused(): Focus | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return {
    name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
    isSkipLink: element.matches('a[href^="#"]'),
    isMarked:
      element.matches(":focus-visible") &&
      ((outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none"),
    isInView:
      width > 1 &&
      height > 1 &&
      bottom > 0 &&
      right > 0 &&
      top < window.innerHeight &&
      left < window.innerWidth,
  };
}

/** True when the focus is on the main part or inside it. */
export function isFocusInMain(): boolean {
  const main = [...document.querySelectorAll("main")][0];
  return main?.contains(document.activeElement) ?? false;
}

/** Returns whether the element that has the focus matches a selector. */
export function isFocusOn(selector: string): boolean {
  return document.activeElement?.matches(selector) ?? false;
}

/**
 * Waits until two more frames are drawn. Only when it draws a frame does the browser move the
 * starting point of the Tab key to a fragment.
 */
export function nextFrames(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
}

/** Returns the size of text at the root of the page, in pixels. */
export function rootTextSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Sets the size of the text, as readers do in the settings of the browser. */
export function setTextSize(size: string): void {
  document.documentElement.style.fontSize = size;
}

/** Returns the navigation that a printed page still shows, and its text with what CSS adds. */
export function printed(): { navigation: string[]; text: string } {
  const added = [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility())
    .flatMap((element) =>
      ["::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).content),
    );
  // `innerText` has only the text that is drawn.
  const drawn = document.body.innerText;
  return {
    // The contents of a booklet are a page of it.
    navigation: [...document.querySelectorAll("nav:not(.booklet-contents), .skip")]
      .filter((element) => element.checkVisibility())
      .map(({ className, tagName }) => `${tagName}.${className}`),
    text: `${drawn}\n${added.filter((text) => text !== "none" && text !== "normal").join("\n")}`,
  };
}
