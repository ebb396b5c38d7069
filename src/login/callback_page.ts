/** A page without anything that is loaded, run or sent on. */
export function callbackPage(
  { title, text }: { title: string; text: string },
): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>awscfg: ${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (char) => `&#${char.charCodeAt(0)};`,
  );
}
