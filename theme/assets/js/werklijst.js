// De werklijst: kiezen wat u wilt doen, en sorteren. De termijnen moeten er staan voordat het overzicht begint.

import "./termijnen.js";
import { begin } from "./overzicht.js";

begin();
