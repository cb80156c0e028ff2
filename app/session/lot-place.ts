/** Which lot, and where it stands, from the address: `?warehouse=…&lot=…&at=…`. */
export function lotPlaceIn(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    warehouseId: searchParams.get("warehouse") ?? "",
    assetId: searchParams.get("lot") ?? "",
    accountId: searchParams.get("at") ?? "",
  };
}
