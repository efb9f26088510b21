const escaped = (text) =>
  String(text).replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );

export const rowOf = ({ url, data }) =>
  `<li><article><h3><a href="${url}">${escaped(data.title)}</a></h3><p>${escaped(data.units[data.unit])}</p><time datetime="${data.day}">${data.day}</time></article></li>`;

export { escaped };

/** The frame of every page. */
export function render({ title, content, page, summary = title }) {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Bản tin mẫu</title>
<meta name="description" content="${escaped(summary)}">
<link rel="stylesheet" href="/style.css">
<link rel="canonical" href="https://mau.example${page.url}">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:url" content="https://mau.example${page.url}">
</head>
<body>
<a class="skip" href="#main">Chuyển đến nội dung chính</a>
<header><p><a href="/">Bản tin mẫu</a></p>
<nav aria-label="Chuyên mục"><ul><li><a href="/chu-de/">Chủ đề</a></li><li><a href="/don-vi/">Đơn vị</a></li><li><a href="/khen-thuong/">Khen thưởng</a></li></ul></nav></header>
<main id="main">
${content}
</main>
<footer><p>Bản tin mẫu</p><p>Cơ quan chủ quản: Cơ quan mẫu</p></footer>
</body>
</html>
`;
}
