/**
 * The stylesheet of a book. E-readers have fonts, sizes and colours of their own, which their
 * readers have chosen; so it says little.
 */
export const bookStyle = `h1, h2, h3, h4 { line-height: 1.3; page-break-after: avoid; break-after: avoid; text-align: left; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.2em; }
.lead { font-weight: bold; }
.byline, .address, .mention-line, figcaption, small { font-size: 0.85em; }
.byline span::after { content: " · "; }
.address { overflow-wrap: anywhere; }
small { display: block; }
figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
caption { text-align: left; font-weight: bold; }
th, td { border-bottom: 1px solid; padding: 0.2em 0.4em 0.2em 0; text-align: left; vertical-align: top; }
.num { text-align: right; }
tr { page-break-inside: avoid; break-inside: avoid; }
.corrections { border-left: 3px solid; padding-left: 1em; }
.title-page { margin-top: 15%; }
.unseen { display: none; }
`;
