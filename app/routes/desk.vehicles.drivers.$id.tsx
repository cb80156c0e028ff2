import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { DriverForm } from "#app/components/runs/driver-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { getDriver } from "#app/domain/runs/list-fleet.server.ts";
import { EditDriver } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "vehicle.edit");
  const driver = await found(request, getDriver(actor, params.id ?? ""));
  return {
    driver,
    requestId: uuidv7(),
    title: pageTitle(request, ({ runs }) => runs.drivers.editTitle(driver.name)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "vehicle.edit");
  const form = await request.formData();
  form.set("driverId", params.id ?? "");
  const edit = (id: string, input: EditDriver) => editDriver(actor, id, input);
  const submitted = await submit(request, EditDriver, edit, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect("/desk/vehicles?done=driverEdited");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditDriverPage() {
  const { driver, requestId } = useLoaderData<typeof loader>();
  const { drivers: words } = useMessages().runs;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.editTitle(driver.name)} />
      <Panel title={driver.name} padded>
        <DriverForm driver={driver} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
