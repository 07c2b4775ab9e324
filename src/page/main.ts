// The page's first script: builds the state from what was stored and wires every part to it. The
// library, the worker and the samples follow after the first paint.
import { wireAmountControl } from "./amount-control.ts";
import { wireCounts } from "./counts.ts";
import { wireDeviceBadge } from "./device-badge.ts";
import { Engine } from "./engine.ts";
import { wireFailure } from "./failure.ts";
import { wireFiles } from "./files.ts";
import { wireGrains } from "./grains.ts";
import { wireIncomingModel } from "./incoming-model.ts";
import { wireInstallOffer } from "./install-offer.ts";
import { keepWork } from "./keep-work.ts";
import { wireModelChooser } from "./model-chooser.ts";
import { observable } from "./observable.ts";
import { createOffline } from "./offline.ts";
import { wireOfflineNotice } from "./offline-notice.ts";
import { wireOptionsPanel } from "./options-panel.ts";
import { wireProgress } from "./progress.ts";
import { wireQuestionField } from "./question-field.ts";
import { createReading } from "./reading.ts";
import { wireResultPane } from "./result-pane.ts";
import { prefetchSamples, wireSamples } from "./samples.ts";
import { createSelection } from "./selection.ts";
import type { Settings } from "./settings.ts";
import { parsePins, parseSettings } from "./settings-json.ts";
import { SourceDocument } from "./source-document.ts";
import { wireSourcePane } from "./source-pane.ts";
import { createStore } from "./store.ts";
import { wireTextFace } from "./text-face.ts";
import { wireTheme } from "./theme.ts";
import { wireUndoBar } from "./undo-bar.ts";
import { wireUpdateNotice } from "./update-notice.ts";
import { wireWarnings } from "./warnings.ts";

const store = createStore(() => window.localStorage);
const settings = observable<Settings>(parseSettings(store.read("settings")));
const text = store.read("text") ?? "";
const source = new SourceDocument(text, parsePins(store.read("pins"), text.length));
const engine = new Engine();
const reading = createReading(engine, settings, source);
const selection = createSelection(engine, settings, source);

wireTheme(settings);
wireQuestionField(engine, settings, reading);
wireAmountControl(settings, selection.outcome);
wireOptionsPanel(settings, source);
wireCounts(settings, selection.outcome);
wireGrains(selection.outcome);
wireResultPane(selection.outcome, source, reading);
wireTextFace(selection.outcome);
wireProgress(engine);
wireFailure(engine, selection, reading);
wireDeviceBadge(engine);
wireIncomingModel(engine, settings);
wireModelChooser(engine, settings);
wireUndoBar(source);
wireFiles(source);
wireSamples(source);
const saveWork = keepWork(store, settings, source);
const goTo = wireSourcePane(settings, selection, source);
wireWarnings(selection.outcome, goTo);
const offline = createOffline(engine);
wireOfflineNotice(offline, engine);
wireUpdateNotice(offline, saveWork);
wireInstallOffer();

// A frame and a task later the first paint is done.
requestAnimationFrame(() => {
	setTimeout(() => {
		reading.now();
		void prefetchSamples();
	});
});
