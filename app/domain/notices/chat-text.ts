/** What a group chat takes as one text, in bytes of UTF-8. */
export const CHAT_BYTES = 2048;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * As many of these paragraphs, in their order, as one message holds; `used` says how many. The first is cut when it is
 * too long by itself, so that it never stands in the way of the rest.
 */
export function chatText(paragraphs: readonly string[]): { text: string; used: number } {
  let text = "";
  for (const [used, paragraph] of paragraphs.entries()) {
    const longer = used === 0 ? paragraph : `${text}\n\n${paragraph}`;
    if (bytesOf(longer) > CHAT_BYTES) return used === 0 ? { text: cut(paragraph), used: 1 } : { text, used };
    text = longer;
  }
  return { text, used: paragraphs.length };
}

function cut(text: string): string {
  const characters = Array.from(text);
  while (bytesOf(characters.join("")) > CHAT_BYTES - bytesOf("…")) characters.pop();
  return `${characters.join("")}…`;
}
