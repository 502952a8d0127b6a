//! A tab with a profile of its own, so that no test sees another.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::tree::Tree;

/// What is listened to: loading, the console, requests, violations of the policy.
const DOMAINS: [&str; 6] = [
    "Page",
    "Runtime",
    "Network",
    "Log",
    "Audits",
    "Accessibility",
];

/// Events of which a page without a fault causes none.
const COMPLAINTS: [&str; 6] = [
    "Runtime.consoleAPICalled",
    "Runtime.exceptionThrown",
    "Network.loadingFailed",
    "Log.entryAdded",
    "Audits.issueAdded",
    "Page.javascriptDialogOpening",
];

/// Has a value when the page has been drawn.
const DRAWN: &str =
    "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(0))))";

/// The height of the window; its width is the test's.
const HEIGHT: u32 = 800;

/// A tab.
pub(crate) struct Tab {
    browser: Arc<Browser>,
    context: String,
    session: String,
    runs_scripts: bool,
}

/// A key, as a keyboard sends it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    Tab,
    Enter,
    Space,
    Right,
}

impl Tab {
    /// An empty one, 1280 pixels wide.
    pub(crate) fn new() -> Self {
        let browser = Browser::shared();
        let ask = |method: &str, parameters: Value, wanted: &str| {
            let answer = browser.connection.call(None, method, &parameters);
            answer[wanted].as_str().unwrap().to_owned()
        };
        let context = ask("Target.createBrowserContext", json!({}), "browserContextId");
        let blank = json!({ "url": "about:blank", "browserContextId": context, "newWindow": true });
        let target = ask("Target.createTarget", blank, "targetId");
        let flat = json!({ "targetId": target, "flatten": true });
        let session = ask("Target.attachToTarget", flat, "sessionId");
        let tab = Self {
            browser,
            context,
            session,
            runs_scripts: true,
        };
        for domain in DOMAINS {
            tab.call(&format!("{domain}.enable"), json!({}));
        }
        tab.call("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        // Each tab behaves as the one that is looked at.
        tab.call(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        );
        tab.widen(1280);
        tab
    }

    /// The same for who has turned JavaScript off.
    pub(crate) fn without_scripts() -> Self {
        let mut tab = Self::new();
        tab.runs_scripts = false;
        tab.emulate("setScriptExecutionDisabled", json!({ "value": true }));
        tab
    }

    /// An ordinary one, showing that file.
    pub(crate) fn of(page: &Path) -> Self {
        let tab = Self::new();
        tab.go(page);
        tab
    }

    /// Loads a file, and waits until it has been loaded and drawn.
    pub(crate) fn go(&self, page: &Path) {
        let url = format!("file://{}", page.display());
        let answer = self.call("Page.navigate", json!({ "url": url }));
        assert!(answer.get("errorText").is_none(), "{url}: {answer}");
        // The empty page that a tab begins with may still say that it has been loaded.
        self.wait_for_load(|loads| loads.contains(&&answer["loaderId"]));
    }

    /// Does what leads to another page, and waits until it has been loaded and drawn.
    pub(crate) fn until_loaded(&self, work: impl FnOnce()) {
        let before = self.browser.connection.events(&self.session);
        let before = loads(&before).len();
        work();
        self.wait_for_load(|loads| loads.len() > before);
    }

    fn wait_for_load(&self, is_there: impl Fn(&[&Value]) -> bool) {
        let connection = &self.browser.connection;
        connection.wait_for("load", &self.session, |events| is_there(&loads(events)));
        if self.runs_scripts {
            self.evaluate(DRAWN);
        }
    }

    /// Changes what the browser makes the page believe.
    pub(crate) fn emulate(&self, what: &str, parameters: Value) {
        self.call(&format!("Emulation.{what}"), parameters);
    }

    /// A window of so many pixels.
    pub(crate) fn widen(&self, width: u32) {
        let size =
            json!({ "width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
        self.emulate("setDeviceMetricsOverride", size);
    }

    /// A medium, and one of its features.
    pub(crate) fn media(&self, medium: &str, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.emulate(
            "setEmulatedMedia",
            json!({ "media": medium, "features": features }),
        );
    }

    /// The value of an expression in the page.
    pub(crate) fn evaluate(&self, expression: &str) -> Value {
        let asked =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.call("Runtime.evaluate", asked);
        if let Some(thrown) = answer.get("exceptionDetails") {
            panic!("`{expression}` threw {thrown}");
        }
        answer["result"]["value"].take()
    }

    /// The same, as lines of text: what a script of these tests has found.
    pub(crate) fn list(&self, expression: &str) -> Vec<String> {
        let list = self.evaluate(expression);
        let list = list
            .as_array()
            .unwrap_or_else(|| panic!("`{expression}` is no list: {list}"));
        list.iter()
            .map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned))
            .collect()
    }

    /// Presses a key and lets it go.
    pub(crate) fn press(&self, key: Key) {
        let (name, code, number, text) = match key {
            Key::Tab => ("Tab", "Tab", 9, ""),
            Key::Enter => ("Enter", "Enter", 13, "\r"),
            Key::Space => (" ", "Space", 32, " "),
            Key::Right => ("ArrowRight", "ArrowRight", 39, ""),
        };
        for kind in [
            if text.is_empty() {
                "rawKeyDown"
            } else {
                "keyDown"
            },
            "keyUp",
        ] {
            let mut event =
                json!({ "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number });
            if kind == "keyDown" {
                event["text"] = text.into();
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// The page as a screen reader gets it.
    pub(crate) fn tree(&self) -> Tree {
        Tree::of(&self.call("Accessibility.getFullAXTree", json!({})))
    }

    /// All events of that name so far.
    pub(crate) fn events(&self, name: &str) -> Vec<Value> {
        let events = self.browser.connection.events(&self.session);
        events
            .into_iter()
            .filter(|event| event["method"] == name)
            .collect()
    }

    /// What the page has said, thrown, failed to load, or done against its policy.
    pub(crate) fn complaints(&self) -> Vec<Value> {
        COMPLAINTS
            .iter()
            .flat_map(|name| self.events(name))
            .collect()
    }

    fn call(&self, method: &str, parameters: Value) -> Value {
        self.browser
            .connection
            .call(Some(&self.session), method, &parameters)
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        let own = json!({ "browserContextId": self.context });
        self.browser
            .connection
            .send(None, "Target.disposeBrowserContext", &own);
    }
}

/// The documents that have been loaded, in their order.
fn loads(events: &[Value]) -> Vec<&Value> {
    let steps = events
        .iter()
        .filter(|it| it["method"] == "Page.lifecycleEvent");
    let loaded = steps.filter(|it| it["params"]["name"] == "load");
    loaded.map(|it| &it["params"]["loaderId"]).collect()
}
