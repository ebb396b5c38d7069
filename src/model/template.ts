/** Whether a text holds the markup of a template that has not been filled in. */
export function isTemplate(text: string): boolean {
  return text.includes("{{") && text.includes("}}") ||
    text.includes("<%") && text.includes("%>") ||
    text.includes("{%") && text.includes("%}");
}
