import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { IdCard, Truck, UserRound } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { DriverForm } from "#app/components/runs/driver-form.tsx";
import { DriverTable } from "#app/components/runs/driver-table.tsx";
import { EndForm } from "#app/components/runs/end-form.tsx";
import { PassForm } from "#app/components/runs/pass-form.tsx";
import { PassTable } from "#app/components/runs/pass-table.tsx";
import { VehicleForm } from "#app/components/runs/vehicle-form.tsx";
import { VehicleTable } from "#app/components/runs/vehicle-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { may } from "#app/domain/permissions.ts";
import { listTownships } from "#app/domain/places/list-townships.server.ts";
import { addDriver } from "#app/domain/runs/add-driver.server.ts";
import { addPass } from "#app/domain/runs/add-pass.server.ts";
import { addVehicle } from "#app/domain/runs/add-vehicle.server.ts";
import { listDrivers, listPasses, listVehicles } from "#app/domain/runs/list-fleet.server.ts";
import { retireVehicle } from "#app/domain/runs/retire-vehicle.server.ts";
import { revokePass } from "#app/domain/runs/revoke-pass.server.ts";
import { AddDriver, AddPass, AddVehicle, RetireVehicle, RevokePass } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [vehicles, passes, drivers, townships] = await Promise.all([
    listVehicles(actor),
    listPasses(actor),
    listDrivers(actor),
    listTownships(),
  ]);
  return {
    vehicles,
    passes,
    drivers,
    townships,
    mayEdit: may(actor, "vehicle.edit"),
    now: new Date(),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ runs }) => runs.vehicles.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "vehicle.edit");
  const form = await request.formData();
  const done = await act();
  if (!done.submitted.ok) return answerTo(done.intent, done.submitted);
  throw redirect(`/desk/vehicles?done=${done.intent}`);

  async function act() {
    switch (form.get("intent")) {
      case "retire": {
        const retire = (id: string, input: RetireVehicle) => retireVehicle(actor, id, input);
        return { intent: "retired" as const, submitted: await submit(request, RetireVehicle, retire, form) };
      }
      case "pass": {
        const add = (id: string, input: AddPass) => addPass(actor, id, input);
        return { intent: "pass" as const, submitted: await submit(request, AddPass, add, form) };
      }
      case "revoke": {
        const revoke = (id: string, input: RevokePass) => revokePass(actor, id, input);
        return { intent: "revoked" as const, submitted: await submit(request, RevokePass, revoke, form) };
      }
      case "driver": {
        const add = (id: string, input: AddDriver) => addDriver(actor, id, input);
        return { intent: "driver" as const, submitted: await submit(request, AddDriver, add, form) };
      }
      default: {
        const add = (id: string, input: AddVehicle) => addVehicle(actor, id, input);
        return { intent: "vehicle" as const, submitted: await submit(request, AddVehicle, add, form) };
      }
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FleetPage() {
  const { vehicles: words } = useMessages().runs;
  return (
    <>
      <PageHead title={words.title} actions={<LinkButton href="/desk/runs">{words.back}</LinkButton>} />
      <Outcome />
      <Passes />
      <Drivers />
      <Vehicles />
    </>
  );
}

type Form = "vehicle" | "pass" | "driver";

/** What is wrong with one of the forms; a form is emptied by its key when it was saved. */
function useErrorsOf(form: Form) {
  const answer = useActionData<typeof action>();
  return answer?.intent === form ? answer.errors : undefined;
}

function Passes() {
  const { passes, vehicles, townships, mayEdit, now, requestId } = useLoaderData<typeof loader>();
  const { passes: words } = useMessages().runs;
  const errors = useErrorsOf("pass");
  return (
    <>
      <Panel title={words.list}>
        <PassTable
          rows={passes}
          now={now}
          empty={
            <Empty icon={IdCard} title={words.none}>
              {words.noneHow}
            </Empty>
          }
          act={
            mayEdit
              ? ({ id, number }) => (
                  <EndForm
                    intent="revoke"
                    name="passId"
                    id={id}
                    requestId={requestId}
                    label={words.revoke}
                    how={words.revokeHow}
                    button={words.revokeButton(number)}
                  />
                )
              : undefined
          }
        />
      </Panel>
      {mayEdit && vehicles.length > 0 && (
        <Panel title={words.add} padded>
          <PassForm
            key={passes.length}
            vehicles={vehicles}
            townships={townships}
            errors={errors}
            requestId={requestId}
          />
        </Panel>
      )}
    </>
  );
}

function Drivers() {
  const { drivers, mayEdit, today, requestId } = useLoaderData<typeof loader>();
  const { drivers: words } = useMessages().runs;
  const errors = useErrorsOf("driver");
  return (
    <>
      <Panel title={words.list}>
        <DriverTable
          rows={drivers}
          today={today}
          mayEdit={mayEdit}
          empty={
            <Empty icon={UserRound} title={words.none}>
              {words.noneHow}
            </Empty>
          }
        />
      </Panel>
      {mayEdit && (
        <Panel title={words.add} padded>
          <DriverForm key={drivers.length} errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}

function Vehicles() {
  const { vehicles, mayEdit, requestId } = useLoaderData<typeof loader>();
  const { vehicles: words } = useMessages().runs;
  const errors = useErrorsOf("vehicle");
  return (
    <>
      <Panel title={words.list}>
        <VehicleTable
          rows={vehicles}
          empty={
            <Empty icon={Truck} title={words.none}>
              {words.noneHow}
            </Empty>
          }
          act={
            mayEdit
              ? ({ id, plate }) => (
                  <EndForm
                    intent="retire"
                    name="vehicleId"
                    id={id}
                    requestId={requestId}
                    label={words.retire}
                    how={words.retireHow}
                    button={words.retireButton(plate)}
                  />
                )
              : undefined
          }
        />
      </Panel>
      {mayEdit && (
        <Panel title={words.add} padded>
          <VehicleForm key={vehicles.length} errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}

function Outcome() {
  const { saved } = useMessages().runs.vehicles;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const refused =
    answer?.intent === "retired" || answer?.intent === "revoked" ? answer.errors?.form : undefined;
  if (refused) {
    return (
      <Note tone="bad" live>
        {refused}
      </Note>
    );
  }
  const said = Object.entries(saved).find(([intent]) => intent === done)?.[1];
  if (answer || !said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
