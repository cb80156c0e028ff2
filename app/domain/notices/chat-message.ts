import type { ChatKind } from "./chat-address.ts";

/** 钉钉 lets only messages with the robot's own keyword through; this is the one to set there. */
export const CHAT_KEYWORD = "接力";

/**
 * What is posted to a robot for one text. 企业微信 https://developer.work.weixin.qq.com/document/path/91770 · 钉钉
 * https://open.dingtalk.com/document/robots/custom-robot-access · 飞书
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export function chatMessage(kind: ChatKind, text: string): object {
  if (kind === "feishu") return { msg_type: "text", content: { text } };
  const content = kind === "dingtalk" && !text.includes(CHAT_KEYWORD) ? `${CHAT_KEYWORD}\n${text}` : text;
  return { msgtype: "text", text: { content } };
}

/** Why a robot refused, from the JSON it answered; null when it took the message. */
export function chatRefusal(kind: ChatKind, answer: unknown): string | null {
  const { errcode, errmsg, code, msg } = Object(answer);
  const [number, words] = kind === "feishu" ? [code, msg] : [errcode, errmsg];
  return number === 0 ? null : `${number} ${words}`.slice(0, 200);
}
