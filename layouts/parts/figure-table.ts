import type { Article } from "../../src/article.ts";
import { type Figure, formatWhole, isTarget } from "../../src/figure.ts";
import { periodName, yearOfPeriod, yearPeriod } from "../../src/period.ts";
import { formatQuantity } from "../../src/quantity.ts";
import { type Html, html } from "./html.ts";
import type { Link, Shared } from "./shared.ts";
import { scrolling } from "./table.ts";

/** A figure as an article shows it. */
export type FigureLine = Figure & {
  /** The page of its series, where it has one. */
  readonly series?: Link;
  /** The unit that it is of, where that is not the article's. */
  readonly ofUnit?: Link;
};

/** Returns the lines of an article's own figures. */
export function figureLines({ figures, date }: Article, shared: Shared): FigureLine[] {
  return figures.map((figure) => {
    const series = shared.seriesLink(figure);
    return {
      ...figure,
      ...(series ? { series } : {}),
      ...(figure.about ? { ofUnit: shared.unitLinkOn(figure.about, date) } : {}),
    };
  });
}

/** The figures of an article as a table. */
export function figuresTable({
  figures,
}: {
  readonly figures: readonly FigureLine[];
}): Html | false {
  return (
    figures.length > 0 &&
    html`<section class="part" aria-labelledby="so-lieu"><h2 id="so-lieu">Số liệu</h2>
    ${figureRows(figures)}
    </section>`
  );
}

/**
 * Figures as a table, without a heading of its own. On a phone the stylesheet lays each row out as
 * a block, without the headings: hence the labels.
 */
export function figureRows(figures: readonly FigureLine[]): Html {
  const periods = figures.flatMap(({ period }) => period ?? []);
  const withWhole = figures.some(({ of, part }) => of !== undefined || part !== undefined);
  const withYears = periods.every((period) => {
    const year = yearOfPeriod(period);
    return year !== undefined && period.to === yearPeriod(year).to && period.from.endsWith("01");
  });
  const when = withYears ? "Năm" : "Kỳ";
  return scrolling(
    "Số liệu",
    html`<table class="figures">
    <thead><tr><th scope="col">Nội dung</th><th scope="col" class="num">Giá trị</th><th scope="col">Đơn vị tính</th>${withWhole && html`<th scope="col">Tính trên</th>`}${periods.length > 0 && html`<th scope="col">${when}</th>`}</tr></thead>
    <tbody>${figures.map(
      (figure) => html`<tr>
        <th scope="row">${nameOf(figure)}</th>
        <td class="num">${formatQuantity(figure.value)}</td>
        <td>${figure.unit}</td>
        ${withWhole && (figure.of || figure.part ? html`<td data-label="Tính trên">${whole(figure)}</td>` : html`<td></td>`)}
        ${periods.length > 0 && (figure.period ? html`<td class="when" data-label="${when}">${periodName(figure.period)}</td>` : html`<td></td>`)}
        </tr>`,
    )}</tbody>
    </table>`,
  );
}

function nameOf(figure: FigureLine): Html {
  const { name, series, cumulative, partOf, ofUnit } = figure;
  const notes = [
    isTarget(figure) && "chỉ tiêu",
    cumulative !== undefined && (cumulative ? "gồm cả các mức cao hơn" : "chỉ riêng mức này"),
    partOf !== undefined && `một phần của: ${partOf}`,
  ].filter((note) => note !== false);
  return html`${series ? html`<a href="${series.url}">${name}</a>` : name}${
    notes.length > 0 && html`<small>${notes.join("; ")}</small>`
  }${ofUnit && html`<small>của <a href="${ofUnit.url}">${ofUnit.name}</a></small>`}`;
}

function whole({ of, part }: FigureLine): Html {
  return html`${of && formatWhole(of)}${part && html`<small>tương ứng ${formatQuantity(part)}</small>`}`;
}
