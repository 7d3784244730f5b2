// Loaded before Azurite, to count its requests.
import { countRequests } from "./count-traffic";

countRequests(() => true);
