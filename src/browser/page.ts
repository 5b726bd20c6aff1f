/** What every page does once it is shown; each part does nothing where its elements are missing. */

import { markArrival } from './arrival.ts';
import { keepChoices } from './choices.ts';
import { copyPlace } from './cite.ts';
import { followOutline } from './outline.ts';

keepChoices(document);
const place = followOutline(document);
copyPlace(document, place);
markArrival(location);
