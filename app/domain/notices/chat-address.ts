/** The one host of 企业微信群机器人; further origins are a setting. */
export const WECOM_ORIGIN = "https://qyapi.weixin.qq.com";

/**
 * Whether notices may be sent to this address: of an allowed origin, nobody's name and password in it, and at WeCom the
 * robots' own path with a key. So nobody makes the server call machines inside its own network.
 */
export function mayBeSentTo(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!origins.includes(url.origin) || url.username || url.password) return false;
  if (url.origin !== WECOM_ORIGIN) return true;
  return url.pathname === "/cgi-bin/webhook/send" && Boolean(url.searchParams.get("key"));
}
