/** Group robots that notices can be sent to; further origins are a setting and speak as WeCom does. */
export const WECOM_ORIGIN = "https://qyapi.weixin.qq.com";
const DINGTALK_ORIGIN = "https://oapi.dingtalk.com";
const FEISHU_ORIGIN = "https://open.feishu.cn";

/** 企业微信, 钉钉, 飞书: what the setting allows unless it says otherwise. */
export const CHAT_ORIGINS = [WECOM_ORIGIN, DINGTALK_ORIGIN, FEISHU_ORIGIN] as const;

/** At a known chat only its robots' own path with a key is an address. */
const isRobot: Readonly<Record<string, (url: URL) => boolean>> = {
  [WECOM_ORIGIN]: ({ pathname, searchParams }) =>
    pathname === "/cgi-bin/webhook/send" && Boolean(searchParams.get("key")),
  [DINGTALK_ORIGIN]: ({ pathname, searchParams }) =>
    pathname === "/robot/send" && Boolean(searchParams.get("access_token")),
  [FEISHU_ORIGIN]: ({ pathname }) => /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(pathname),
};

/**
 * Whether notices may be sent to this address: of an allowed origin, nobody's name and password in it, and at a known
 * chat the robots' own path with a key. So nobody makes the server call machines inside its own network.
 */
export function mayBeSentTo(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!origins.includes(url.origin) || url.username || url.password) return false;
  return isRobot[url.origin]?.(url) ?? true;
}

/** How a chat is spoken to. */
export type ChatKind = "wecom" | "dingtalk" | "feishu";

export function chatKindOf(address: string): ChatKind {
  const { origin } = new URL(address);
  if (origin === DINGTALK_ORIGIN) return "dingtalk";
  return origin === FEISHU_ORIGIN ? "feishu" : "wecom";
}
