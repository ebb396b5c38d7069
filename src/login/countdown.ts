import type { Machine } from "./machine.ts";

/** A line that says how long there is left, each second, on a terminal alone; call the result to end it. */
export function countdown(
  { isTerminal, write, now }: Machine,
  { text, until }: { text: string; until: Date },
): () => void {
  if (!isTerminal("stderr")) return () => {};
  const show = () => {
    const left = Math.max(
      0,
      Math.round((until.getTime() - now().getTime()) / 1000),
    );
    const seconds = String(left % 60).padStart(2, "0");
    write(
      "stderr",
      `\r\u001b[K${text} (${Math.floor(left / 60)}:${seconds} left)`,
    );
  };
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    write("stderr", "\r\u001b[K");
  };
}
