import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ordinal, publicationPath } from "#app/domain/publications/address.ts";
import { getPublication } from "#app/domain/publications/get.server.ts";
import { found } from "#app/session/found.server.ts";

/** An issue without a version leads to the one that holds now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization = "", issue } = params;
  const { version, ...publication } = await found(request, getPublication(organization, ordinal(issue)));
  return redirect(publicationPath({ organization, issue: publication.issue, version }));
}
