/** What every page does once it is shown; each part does nothing where its elements are missing. */

import { offerFind } from './arrival.ts';
import { forgetPlaces, offerWayBack } from './back.ts';
import { keepChoices } from './choices.ts';
import { offerCitations } from './cite.ts';
import { inTurn } from './frame.ts';
import { footSheets } from './imprint.ts';
import { placeNotes } from './notes.ts';
import { offlineWhenShown } from './offline.ts';
import { followOutline } from './outline.ts';
import { foldOutline } from './outline-folds.ts';
import { topBlock } from './place.ts';
import { followProgress } from './progress.ts';
import { quoteWords } from './quote.ts';
import { fillReport } from './report.ts';
import { copyOriginals, showScript } from './script.ts';
import { foldText } from './text-folds.ts';

keepChoices(document, (key, value) => {
  if (key === 'script') showScript(document, value);
});
document.querySelector('[data-reset]')?.addEventListener('click', forgetPlaces);
const outlinePlace = followOutline(document);
const here = () => topBlock(document) || outlinePlace();
offerCitations(document, here);
offerWayBack(document, here);
copyOriginals(document);
placeNotes(document);
footSheets(document);
inTurn(
  () => foldOutline(document),
  () => foldText(document),
  () => followProgress(document),
);
offerFind(document);
quoteWords(document);
fillReport(document);
offlineWhenShown();
