/** The look of a quotation. Its colours follow the `color-scheme` of the page around it, its size and measure too. */
export const style = `
:host {
  --quote-ink: light-dark(#22201d, #e9e4da);
  --quote-soft: light-dark(#5f5a52, #aea698);
  --quote-rule: light-dark(#8f877a, #847c70);
  --quote-seal: light-dark(#9c2b20, #ec9186);
  display: block;
  margin-block: 1em;
}
:host([hidden]) { display: none; }
figure { margin: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--quote-seal); color: var(--quote-ink); }
blockquote { margin: 0; font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; line-height: 1.8; }
p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
.title, .heading, .byline, .salutation, .omission p { text-indent: 0; }
.title, .heading { font-weight: 700; margin-block: 0.5em; }
.signature { text-align: end; }
.omission { margin-block: 0.8em; padding-block: 0.5em; border-block: 1px dashed var(--quote-rule); font: 0.9em/1.7 system-ui, sans-serif; }
.omission-size { color: var(--quote-seal); font-weight: 600; }
.omission-cause, .absent, figcaption, .note { color: var(--quote-soft); }
.redaction { position: relative; margin-inline: 0.12em; padding-inline: 0.4em; color: transparent; white-space: nowrap; }
.redaction::before {
  content: ""; position: absolute; inset: 50% 0 auto; height: 1.05em; transform: translateY(-50%); border: 1px solid var(--quote-rule);
  border-radius: 2px; background: repeating-linear-gradient(-45deg, var(--quote-rule) 0 1px, transparent 1px 4px);
}
.table-box { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.2em 0.6em; border: 1px solid var(--quote-rule); }
a { color: var(--quote-seal); text-underline-offset: 0.2em; }
a:focus-visible, .table-box:focus-visible { outline: 2px solid; outline-offset: 2px; }
figcaption, .failed { margin-block-start: 0.6em; font: 0.85em/1.6 system-ui, sans-serif; }
.failed { text-indent: 0; color: var(--quote-soft); }
@media (forced-colors: active) { .redaction::before { border: 3px double; } }
`;
