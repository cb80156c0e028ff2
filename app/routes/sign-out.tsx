import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "#app/domain/people/session.server.ts";
import { sessionSecretOf, signedOutCookie } from "#app/session/session-cookie.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const secret = await sessionSecretOf(request);
  if (secret !== null) await endSession(secret);
  return redirect("/", { headers: { "Set-Cookie": await signedOutCookie() } });
}

export function loader() {
  return redirect("/");
}
