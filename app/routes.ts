import {
  UNSAFE_flatRoutes as flatRoutes,
  UNSAFE_getRouteConfigAppDirectory as appDirectory,
  UNSAFE_routeManifestToRouteConfig as toRouteConfig,
} from "@remix-run/dev";

/** One file in app/routes per URL. What `@remix-run/fs-routes` does, without the package. */
export default toRouteConfig(flatRoutes(appDirectory(), [], "routes"));
