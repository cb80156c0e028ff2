import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { preferenceCookie } from "#app/session/cookie.server.ts";
import { safeReturnPath } from "#app/session/return-path.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const size = form.get("text") === "large" ? "large" : "normal";
  const headers = { "Set-Cookie": preferenceCookie("text", size) };
  return redirect(safeReturnPath(form.get("returnTo")), { headers, status: 303 });
}

export function loader() {
  return redirect("/");
}
