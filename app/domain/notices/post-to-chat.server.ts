import { chatKindOf, mayBeSentTo } from "./chat-address.ts";
import { chatMessage, chatRefusal } from "./chat-message.ts";

/** Milliseconds that a chat is waited for. */
const PATIENCE = 5_000;

/**
 * Sends one text to a group robot at an allowed address. Answers why it failed, or null. The address is the secret and
 * is in no reason.
 */
export async function postToChat(
  address: string,
  text: string,
  origins: readonly string[],
): Promise<string | null> {
  if (!mayBeSentTo(address, origins)) return "this host is not allowed";
  const kind = chatKindOf(address);
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(chatMessage(kind, text)),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) return `HTTP ${answer.status}`;
    return chatRefusal(kind, await answer.json());
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "no answer" : "not reached";
  }
}
