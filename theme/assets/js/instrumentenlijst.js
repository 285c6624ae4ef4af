// Het overzicht van instrumenten.

import { begin } from "./overzicht.js";

begin();
