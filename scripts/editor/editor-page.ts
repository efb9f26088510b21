import { html } from "../../layouts/parts/html.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";

/**
 * Returns the page of the form editor, which its script fills. It is served on this machine only
 * and is not a part of the site.
 */
export function editorPage(token: string, styleNonce: string): string {
  return String(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="khoa" content="${token}">
<title>Soạn bài</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${editorFolder}soan.css" nonce="${styleNonce}">
<script type="module" src="${editorFolder}soan.js"></script>
</head>
<body>
<noscript>Trình soạn bài cần JavaScript.</noscript>
</body>
</html>
`);
}
