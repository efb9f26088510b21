import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import {
  type Cut,
  cutIn,
  cutText,
  fillingPart,
  isWhole,
  type Point,
  pointIn,
  pointInCut,
  pointText,
  regionOf,
  type Size,
  usualFocus,
  wholePicture,
} from "../../src/cut.ts";
import type { FormContext } from "./form-context.ts";
import { update } from "./store.ts";
import { textAt, type Way } from "./values.ts";

/*
 * The cut of a picture and the point that stays in sight, on the picture itself: to be dragged by
 * mouse or finger, or moved by arrow keys. Both are texts of the form, as in the file.
 */

type Edge = "left" | "right" | "top" | "bottom";

/** The sides of a cut, each in percent from the left or from the top. */
type Sides = Readonly<Record<Edge, number>>;

/** In percent: what is left of a picture must be worth looking at. */
const leastSize = 5;

/** Pixels across that a picture needs to be sharp in an article: `minCutWidth` in src/limits.ts. */
const sharpWidth = 640;

const edges: readonly { readonly edge: Edge; readonly name: string }[] = [
  { edge: "left", name: "Mép trái" },
  { edge: "top", name: "Mép trên" },
  { edge: "right", name: "Mép phải" },
  { edge: "bottom", name: "Mép dưới" },
];
const corners = ["left top", "right top", "left bottom", "right bottom"];

/** The sizes of pictures, by address, as soon as the browser knows them. */
const sizes = new Map<string, Size>();

/**
 * The tool for one picture.
 *
 * @param way the way to the picture in the form
 */
export function framingView(way: Way, context: FormContext): TemplateResult | typeof nothing {
  const { values, pictures, pictureUrl, set } = context;
  const name = textAt(values, [...way, "src"]);
  if (!pictures.includes(name)) return nothing;
  const written = textAt(values, [...way, "crop"]);
  const cut = cutIn(written) ?? wholePicture;
  const focus = pointIn(textAt(values, [...way, "focus"]));
  const frame: Frame = {
    cut,
    focus,
    setCut: (next) => set([...way, "crop"], isWhole(next) ? "" : cutText(next)),
    setFocus: (next) => set([...way, "focus"], next === undefined ? "" : pointText(next)),
  };
  const url = pictureUrl(name);
  const size = sizes.get(url);
  const isCut = written !== "" && !isWhole(cut);
  return html`<details class="framing">
    <summary>Cắt ảnh, chọn điểm chính${isCut || focus ? html` <span class="count">${[isCut ? "đã cắt" : "", focus ? "có điểm chính" : ""].filter(Boolean).join(", ")}</span>` : nothing}</summary>
    <p class="help">Kéo mép hay góc khung để cắt, bấm vào chỗ có người để đặt điểm chính. Bằng bàn phím: Tab đến mép hay điểm, rồi dùng phím mũi tên (thêm Shift thì đi nhanh). Tệp ảnh không bị đổi.</p>
    <div class="framed" @pointerdown=${(event: PointerEvent) => drag(event, frame)}>
      <img src=${url} alt="" draggable="false" @load=${({ target }: Event) => learnSize(url, target as HTMLImageElement)}>
      <div class="shade"><div ${placed(boxOf(cut))}></div></div>
      <div class="kept ${isCut ? "is-cut" : ""}" data-part="kept" ${placed(boxOf(cut))}>
        ${corners.map((corner) => html`<span class="corner ${corner}" data-part=${corner}></span>`)}
        ${edges.map(({ edge, name: label }) => edgeView(edge, label, frame))}
      </div>
      ${pointView(frame)}
    </div>
    <p class="help" role="status">${sizeWords(cut, isCut, size)}</p>
    <p class="row-tools">
      <button type="button" class="quiet" ?disabled=${written === ""} @click=${() => set([...way, "crop"], "")}>Bỏ cắt</button>
      <button type="button" class="quiet" ?disabled=${focus === undefined} @click=${() => frame.setFocus(undefined)}>Bỏ điểm chính</button>
    </p>
    ${size === undefined ? nothing : samplesView(url, size, cut, focus)}
  </details>`;
}

/** What the tool works on. */
type Frame = {
  readonly cut: Cut;
  readonly focus: Point | undefined;
  readonly setCut: (cut: Cut) => void;
  readonly setFocus: (point: Point | undefined) => void;
};

function learnSize(url: string, { naturalWidth: width, naturalHeight: height }: HTMLImageElement) {
  const known = sizes.get(url);
  if (width === 0 || (known?.width === width && known.height === height)) return;
  sizes.set(url, { width, height });
  update({});
}

function sizeWords(cut: Cut, isCut: boolean, size: Size | undefined): string {
  if (size === undefined) return "";
  const { width, height } = regionOf(cut, size);
  const words = `${isCut ? "Phần giữ lại" : "Cả ảnh"}: ${thousands(width)} × ${thousands(height)} điểm ảnh.`;
  if (!isCut || width >= sharpWidth) return words;
  return `${words} Hẹp hơn ${sharpWidth} điểm ảnh thì trên trang bị nhòe.`;
}

function thousands(value: number): string {
  return value.toLocaleString("vi-VN");
}

function edgeView(edge: Edge, label: string, frame: Frame): TemplateResult {
  const sides = sidesOf(frame.cut);
  const off = edge === "left" || edge === "top" ? sides[edge] : 100 - sides[edge];
  const isUpright = edge === "left" || edge === "right";
  return html`<span class="edge ${edge}" data-part=${edge} role="slider" tabindex="0" aria-label=${label}
    aria-orientation=${isUpright ? "horizontal" : "vertical"} aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round(off)} aria-valuetext="cắt bớt ${percent(off)}"
    @keydown=${(event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      const by = isUpright ? step.x : step.y;
      frame.setCut(cutOf(moved(sides, [edge], by, by)));
    }}></span>`;
}

function pointView({ cut, focus, setFocus }: Frame): TemplateResult {
  const shown = focus ?? { x: cut.left + cut.width / 2, y: cut.top + cut.height / 2 };
  return html`<span class="point ${focus ? "" : "is-unset"}" data-part="point" role="slider" tabindex="0"
    aria-label="Điểm chính" aria-roledescription="điểm kéo hai chiều" aria-valuemin="0" aria-valuemax="100"
    aria-valuenow=${Math.round(shown.x)}
    aria-valuetext=${focus ? `cách trái ${percent(shown.x)}, cách trên ${percent(shown.y)}` : "chưa đặt, đang ở giữa"}
    ${placed({ left: `${shown.x}%`, top: `${shown.y}%` })}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        setFocus(undefined);
        return;
      }
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      setFocus(pointWithin(cut, shown.x + step.x, shown.y + step.y));
    }}></span>`;
}

function percent(value: number): string {
  return `${(Math.round(value * 10) / 10).toLocaleString("vi-VN")}%`;
}

/** Returns how far a key moves something, in percent; undefined for keys that move nothing. */
function stepOf({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): Point | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const by = shiftKey ? 10 : 1;
  switch (key) {
    case "ArrowLeft":
      return { x: -by, y: 0 };
    case "ArrowRight":
      return { x: by, y: 0 };
    case "ArrowUp":
      return { x: 0, y: -by };
    case "ArrowDown":
      return { x: 0, y: by };
    case "PageUp":
      return { x: -10, y: -10 };
    case "PageDown":
      return { x: 10, y: 10 };
    case "Home":
      return { x: -100, y: -100 };
    case "End":
      return { x: 100, y: 100 };
    default:
      return undefined;
  }
}

/** Follows the pointer from where it went down until it goes up. */
function drag(event: PointerEvent, frame: Frame): void {
  if (event.button !== 0) return;
  const area = event.currentTarget as HTMLElement;
  const { part = "" } = (event.target as HTMLElement).dataset;
  const start = placeIn(area, event);
  const before = sidesOf(frame.cut);
  const { focus } = frame;
  let hasMoved = false;
  event.preventDefault();
  (event.target as HTMLElement).focus();
  area.setPointerCapture(event.pointerId);
  const follow = (now: PointerEvent) => {
    const at = placeIn(area, now);
    const [x, y] = [at.x - start.x, at.y - start.y];
    // A click with an unsteady hand is no drag.
    hasMoved ||= Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) > 4;
    if (!hasMoved) return;
    if (part === "point") frame.setFocus(pointWithin(frame.cut, at.x, at.y));
    else if (part === "kept") frame.setCut(cutOf(shifted(before, x, y)));
    else if (part !== "") frame.setCut(cutOf(moved(before, part.split(" ") as Edge[], x, y)));
  };
  const end = (now: PointerEvent) => {
    area.removeEventListener("pointermove", follow);
    area.removeEventListener("pointerup", end);
    area.removeEventListener("pointercancel", end);
    if (now.type === "pointercancel") {
      frame.setCut(cutOf(before));
      frame.setFocus(focus);
    } else if (!hasMoved && (part === "kept" || part === ""))
      frame.setFocus(pointWithin(frame.cut, start.x, start.y));
  };
  area.addEventListener("pointermove", follow);
  area.addEventListener("pointerup", end);
  area.addEventListener("pointercancel", end);
}

/** Returns where a pointer is, in percent of the picture. */
function placeIn(area: HTMLElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = area.getBoundingClientRect();
  return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 };
}

function sidesOf({ left, top, width, height }: Cut): Sides {
  return { left, top, right: left + width, bottom: top + height };
}

function cutOf({ left, top, right, bottom }: Sides): Cut {
  return { left, top, width: right - left, height: bottom - top };
}

/** Moves some sides by percents to whole ones; none over the picture or over its opposite. */
function moved(sides: Sides, which: readonly Edge[], x: number, y: number): Sides {
  const next = { ...sides };
  for (const edge of which) {
    const to = Math.round(sides[edge] + (edge === "left" || edge === "right" ? x : y));
    if (edge === "left") next.left = between(0, to, sides.right - leastSize);
    if (edge === "top") next.top = between(0, to, sides.bottom - leastSize);
    if (edge === "right") next.right = between(sides.left + leastSize, to, 100);
    if (edge === "bottom") next.bottom = between(sides.top + leastSize, to, 100);
  }
  return next;
}

/** Moves a cut as a whole, within the picture. */
function shifted({ left, top, right, bottom }: Sides, x: number, y: number): Sides {
  const byX = between(-left, Math.round(x), 100 - right);
  const byY = between(-top, Math.round(y), 100 - bottom);
  return { left: left + byX, top: top + byY, right: right + byX, bottom: bottom + byY };
}

/** Returns the whole percents of a point, within what is kept. */
function pointWithin({ left, top, width, height }: Cut, x: number, y: number): Point {
  return {
    x: between(left, Math.round(x), left + width),
    y: between(top, Math.round(y), top + height),
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

const samples = [
  { name: "Tin chính ở trang chủ", kind: "wide", ratio: 16 / 9 },
  { name: "Tin có ảnh nhỏ", kind: "small", ratio: 3 / 2 },
  { name: "Thẻ chia sẻ", kind: "upright", ratio: 450 / 630 },
] as const;

/** The picture in the places that cut it to a shape of their own. */
function samplesView(url: string, size: Size, cut: Cut, focus: Point | undefined): TemplateResult {
  const kept = regionOf(cut, size);
  const point = focus ? pointInCut(focus, cut) : usualFocus(kept);
  return html`<div class="samples">${samples.map(({ name, kind, ratio }) => {
    const part = fillingPart(kept, ratio, point);
    const width = (part.width * cut.width) / 100;
    const height = (part.height * cut.height) / 100;
    const left = cut.left + (part.left * cut.width) / 100;
    const top = cut.top + (part.top * cut.height) / 100;
    return html`<figure><div class=${kind}><img src=${url} alt="" ${placed({
      left: `${(-left / width) * 100}%`,
      top: `${(-top / height) * 100}%`,
      width: `${(100 / width) * 100}%`,
      height: `${(100 / height) * 100}%`,
    })}></div><figcaption>${name}</figcaption></figure>`;
  })}</div>`;
}

function boxOf({ left, top, width, height }: Cut): Readonly<Record<string, string>> {
  return { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` };
}

/** Places an element. The policy of the page allows no style attribute, but this. */
function placed(style: Readonly<Record<string, string>>) {
  return ref((element) => {
    for (const [name, value] of Object.entries(style))
      (element as HTMLElement | undefined)?.style.setProperty(name, value);
  });
}
