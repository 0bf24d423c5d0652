import { startLanguage, onLanguage } from './language.js';
import { startTheme } from './theme.js';
import { useZone } from './format.js';
import { onSelection, selection } from './selection.js';
import { Feed } from './feed.js';
import { offerToFollow, startFollow } from './panels/follow.js';
import { offer, startChooser } from './panels/chooser.js';
import { showTiles } from './panels/tiles.js';
import { showSeries, startSeries } from './panels/series.js';
import { showSentiment, startSentiment } from './panels/sentiment.js';
import { showBars, startBars } from './panels/bars.js';
import { showPeople } from './panels/people.js';
import { showExports } from './panels/exports.js';
import { startSearch } from './panels/search.js';
import { showSystem } from './panels/system.js';
import { announce, say, showEmptiness, startStatus, status } from './panels/status.js';

let latest = null;

function show(snapshot) {
  latest = snapshot;
  useZone(snapshot.zone);
  showEmptiness(snapshot);
  offer(snapshot);
  offerToFollow(snapshot);
  showTiles(snapshot);
  showSeries(snapshot);
  showSentiment(snapshot);
  showBars(snapshot);
  showPeople(snapshot);
  showSystem(snapshot);
  showExports(snapshot);
  announce(snapshot);
}

startLanguage();
startTheme();
startStatus();
startChooser(say);
startFollow();
startSeries();
startSentiment();
startBars();
startSearch();
onLanguage(() => latest && show(latest));

const feed = new Feed({ snapshot: show, status });
onSelection(chosen => feed.follow(chosen));
feed.follow(selection());
