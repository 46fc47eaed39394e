//! The files of one message and how far each is.

use std::rc::Rc;

use shared::attachments::Upload;
use shared::ids::AttachmentId;
use web_sys::File;
use yew::prelude::*;

/// How a file stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// It is being looked at, or the server is asked.
    Preparing,
    /// So many per cent are there.
    Sending(u8),
    /// Stopped by the person, with so many per cent there.
    Paused(u8),
    /// It stopped by itself: why, and it can be gone on with.
    Broken(AttrValue),
    /// It stopped for want of a network, and goes on by itself.
    Offline,
    /// Begun before the page was loaded anew, with so many per cent there: the same file has to be chosen again.
    Missing(u8),
    /// All of it is there, and the server examines it.
    Examining,
    /// It goes with the message.
    Ready,
    /// It does not, and why.
    Refused(AttrValue),
    /// A photograph that is too large; the device can make it smaller.
    LargePhoto,
    /// The device makes it smaller.
    Shrinking,
}

/// A file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Tells it from the others on this page.
    pub key: u32,
    pub name: AttrValue,
    pub size: u64,
    /// The file itself, where this page has it.
    pub file: Option<File>,
    /// Its upload, once it is begun.
    pub id: Option<AttachmentId>,
    pub stage: Stage,
}

/// All of them, in the order in which they were chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Queue {
    pub entries: Vec<Entry>,
    next: u32,
}

/// What happens to one.
pub(super) enum Change {
    /// Files were chosen.
    Chosen(Vec<(File, Stage)>),
    /// An upload of before, as the server has it, and why it was refused if it was.
    Known(Upload, Option<AttrValue>),
    /// An upload of before, of which the server cannot tell now, and how it stands therefore.
    Unknown(AttachmentId, Stage),
    /// An upload of before, that the server has not.
    Lost(AttachmentId),
    /// Uploads that belong to the message, of which nothing is known yet.
    Asked(Vec<AttachmentId>),
    /// The file of an upload of before was chosen again, or made smaller.
    Found(u32, File),
    /// It has an upload now.
    Opened(u32, AttachmentId),
    /// It stands otherwise.
    Stage(u32, Stage),
    /// It is taken away.
    Removed(u32),
}

impl Queue {
    /// The one with this key.
    pub fn get(&self, key: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The uploads that go with the message, or will.
    pub fn ids(&self) -> Vec<AttachmentId> {
        let kept = self.entries.iter().filter(|entry| !matches!(entry.stage, Stage::Refused(_)));
        kept.filter_map(|entry| entry.id).collect()
    }

    /// Whether all that go with the message are there.
    pub fn is_ready(&self) -> bool {
        self.entries.iter().all(|entry| matches!(entry.stage, Stage::Ready))
    }

    /// An upload of before that waits for this file.
    pub fn waits_for(&self, name: &str, size: u64) -> Option<u32> {
        let waits = |entry: &&Entry| {
            matches!(entry.stage, Stage::Missing(_)) && entry.name == name && entry.size == size
        };
        self.entries.iter().find(waits).map(|entry| entry.key)
    }

    fn add(&mut self, name: AttrValue, size: u64, stage: Stage) -> &mut Entry {
        let key = self.next;
        self.next += 1;
        self.entries.push(Entry { key, name, size, file: None, id: None, stage });
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }

    fn with(&mut self, key: u32, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.key == key) {
            change(entry);
        }
    }
}

impl Reducible for Queue {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut queue = (*self).clone();
        match change {
            Change::Chosen(files) => {
                for (file, stage) in files {
                    let entry = queue.add(file.name().into(), file.size() as u64, stage);
                    entry.file = Some(file);
                }
            }
            Change::Asked(ids) => {
                for id in ids {
                    queue.add(AttrValue::Static(""), 0, Stage::Preparing).id = Some(id);
                }
            }
            Change::Known(upload, refused) => {
                let entries = queue.entries.iter_mut();
                for entry in entries.filter(|entry| entry.id == Some(upload.id)) {
                    entry.name = upload.name.clone().into();
                    entry.size = upload.size;
                    entry.stage = match (&refused, upload.ready) {
                        (Some(why), _) => Stage::Refused(why.clone()),
                        (None, true) => Stage::Ready,
                        (None, false) => Stage::Missing(percent(upload.offset, upload.size)),
                    };
                }
            }
            Change::Unknown(id, stage) => {
                for entry in queue.entries.iter_mut().filter(|entry| entry.id == Some(id)) {
                    entry.stage = stage.clone();
                }
            }
            Change::Lost(id) => queue.entries.retain(|entry| entry.id != Some(id)),
            Change::Found(key, file) => queue.with(key, |entry| {
                entry.name = file.name().into();
                entry.size = file.size() as u64;
                entry.file = Some(file);
                entry.stage = Stage::Preparing;
            }),
            Change::Opened(key, id) => queue.with(key, |entry| entry.id = Some(id)),
            Change::Stage(key, stage) => queue.with(key, |entry| entry.stage = stage),
            Change::Removed(key) => queue.entries.retain(|entry| entry.key != key),
        }
        Rc::new(queue)
    }
}

/// How much of a file is there.
pub(super) fn percent(offset: u64, size: u64) -> u8 {
    u8::try_from(offset.min(size) * 100 / size.max(1)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use shared::attachments::Kind;

    use super::*;

    fn upload(id: u128, offset: u64, ready: bool) -> Upload {
        let id = AttachmentId::from_u128(id);
        let name = "f24.pdf".to_owned();
        Upload { id, name, kind: Kind::Pdf, size: 200, offset, ready, refused: None }
    }

    #[test]
    fn uploads_of_before_are_gone_on_with_and_only_with_their_own_file() {
        let ids: Vec<AttachmentId> = (1..=3).map(AttachmentId::from_u128).collect();
        let mut queue = Rc::new(Queue::default()).reduce(Change::Asked(ids.clone()));
        assert!(!queue.is_ready());
        for change in [
            Change::Unknown(ids[0], Stage::Offline),
            Change::Known(upload(1, 50, false), None),
            Change::Known(upload(2, 200, true), None),
            Change::Lost(ids[2]),
        ] {
            queue = queue.reduce(change);
        }
        assert_eq!(queue.ids(), ids[..2]);
        assert_eq!(queue.entries[0].stage, Stage::Missing(25));
        assert_eq!(queue.waits_for("f24.pdf", 200), Some(queue.entries[0].key));
        assert_eq!(queue.waits_for("f24.pdf", 201), None);
        let first = queue.entries[0].key;
        queue = queue.reduce(Change::Stage(first, Stage::Refused("no".into())));
        assert_eq!(queue.ids(), ids[1..2], "what was refused goes with nothing");
        queue = queue.reduce(Change::Removed(first));
        assert!(queue.is_ready());
        assert_eq!((percent(0, 0), percent(9, 3)), (0, 100));
    }
}
