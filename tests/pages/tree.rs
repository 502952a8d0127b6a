//! The accessibility tree: what a screen reader gets of a page.

use std::collections::HashMap;

use serde_json::Value;

/// The whole tree.
pub(crate) struct Tree {
    nodes: HashMap<String, Node>,
    root: String,
}

/// A node of it.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// In the browser's own words: `columnheader`, `heading`, `main`.
    pub(crate) role: String,
    /// What is read out.
    pub(crate) name: String,
    /// What is read out behind it.
    pub(crate) description: String,
    /// Of a heading.
    pub(crate) level: u64,
    /// Whether the keyboard can get there.
    pub(crate) focusable: bool,
    ignored: bool,
    children: Vec<String>,
}

impl Tree {
    /// What `Accessibility.getFullAXTree` answers.
    pub(crate) fn of(answer: &Value) -> Self {
        let list = answer["nodes"].as_array().unwrap();
        let id = |node: &Value| node["nodeId"].as_str().unwrap().to_owned();
        let nodes = list.iter().map(|node| (id(node), Node::of(node)));
        Self {
            nodes: nodes.collect(),
            root: id(&list[0]),
        }
    }

    /// The page itself.
    pub(crate) fn root(&self) -> &Node {
        &self.nodes[&self.root]
    }

    /// All nodes of that role, in the order of the page.
    pub(crate) fn all(&self, role: &str) -> Vec<&Node> {
        self.below(self.root(), role)
    }

    /// What the keyboard can get to, but for the page itself.
    pub(crate) fn stops(&self) -> Vec<&Node> {
        let nodes = self.nodes.values();
        nodes
            .filter(|node| node.focusable && !node.ignored && node.role != self.root().role)
            .collect()
    }

    /// Those below a node.
    pub(crate) fn below<'a>(&'a self, node: &'a Node, role: &str) -> Vec<&'a Node> {
        let mut found = Vec::new();
        self.collect(node, role, &mut found);
        found
    }

    /// The only one of that role whose name begins so.
    pub(crate) fn one(&self, role: &str, name: &str) -> &Node {
        let all = self.all(role);
        let named: Vec<&&Node> = all
            .iter()
            .filter(|node| node.name.starts_with(name))
            .collect();
        assert_eq!(named.len(), 1, "one {role} `{name}` among {all:#?}");
        named[0]
    }

    /// All that is read out below a node, one behind the other.
    pub(crate) fn text(&self, node: &Node) -> String {
        let texts = self.below(node, "StaticText");
        texts
            .iter()
            .map(|text| text.name.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn collect<'a>(&'a self, node: &'a Node, role: &str, found: &mut Vec<&'a Node>) {
        for child in node.children.iter().filter_map(|id| self.nodes.get(id)) {
            if child.role == role && !child.ignored {
                found.push(child);
            }
            self.collect(child, role, found);
        }
    }
}

impl Node {
    fn of(node: &Value) -> Self {
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let property = |name: &str| {
            let mut all = node["properties"].as_array().into_iter().flatten();
            all.find(|it| it["name"] == name)
                .map(|it| it["value"]["value"].clone())
        };
        let children = node["childIds"].as_array().into_iter().flatten();
        Self {
            role: text(&node["role"]),
            name: text(&node["name"]),
            description: text(&node["description"]),
            level: property("level").and_then(|it| it.as_u64()).unwrap_or(0),
            focusable: property("focusable").is_some_and(|it| it == true),
            ignored: node["ignored"] == true,
            children: children
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        }
    }
}
