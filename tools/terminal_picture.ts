const colors: Readonly<Record<string, string>> = {
  30: "#6e7681",
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#76e3ea",
  37: "#e6edf3",
  90: "#8b949e",
  91: "#ffa198",
  92: "#aff5b4",
  93: "#f8e3a1",
  94: "#a5d6ff",
  95: "#e2c5ff",
  96: "#b3f0ff",
  97: "#ffffff",
};

interface Style {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
}

const width = 8.43;
const height = 19;
const margin = 16;

/** Text with the colours of a terminal as an SVG picture. */
export function terminalPicture(text: string): string {
  const lines = text.trimEnd().split("\n").map(pieces);
  const columns = Math.max(
    ...lines.map((line) =>
      line.reduce((sum, { text }) => sum + text.length, 0)
    ),
  );
  const size = {
    x: Math.ceil(columns * width + 2 * margin),
    y: lines.length * height + 2 * margin,
  };
  const rows = lines.map((line, index) => {
    let column = 0;
    const spans = line.map(({ text, style }) => {
      const x = (margin + column * width).toFixed(1);
      column += text.length;
      return text.trim() === ""
        ? ""
        : `<tspan x="${x}"${attributes(style)}>${escaped(text)}</tspan>`;
    }).join("");
    const y = margin + (index + 0.75) * height;
    return spans && `<text y="${y}">${spans}</text>\n`;
  }).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.x} ${size.y}" width="${size.x}" height="${size.y}" role="img" aria-label="A terminal that shows findings of awscfg">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${rows}</g>
</svg>
`;
}

/** A line's parts of one style each. */
function pieces(
  line: string,
): readonly { readonly text: string; readonly style: Style }[] {
  let style: Style = {};
  // deno-lint-ignore no-control-regex
  return line.split(/(\x1b\[[\d;]*m)/).flatMap((part) => {
    // deno-lint-ignore no-control-regex
    const codes = /^\x1b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) return part ? [{ text: part, style }] : [];
    for (const code of codes.split(";")) style = styled(style, code);
    return [];
  });
}

function styled(style: Style, code: string): Style {
  if (code === "" || code === "0") return {};
  if (code === "1") return { ...style, bold: true };
  if (code === "2") return { ...style, dim: true };
  if (code === "22") return { ...style, bold: false, dim: false };
  if (code === "39") return { ...style, color: undefined };
  return code in colors ? { ...style, color: colors[code] } : style;
}

function attributes({ color, bold, dim }: Style): string {
  return [
    color ? ` fill="${color}"` : "",
    bold ? ' font-weight="bold"' : "",
    dim ? ' opacity="0.65"' : "",
  ].join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(
    ">",
    "&gt;",
  );
}
