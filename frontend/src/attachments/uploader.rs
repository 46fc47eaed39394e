//! The part of a form that takes documents: a place to choose, drop, paste or photograph them, and the list of them.

use shared::attachments::{ACCEPT, LIMITS, Refusal, check_name};
use shared::ids::AttachmentId;
use shared::lang::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, File};
use yew::prelude::*;

use super::device;
use super::item::{Act, Item};
use super::pages::Pages;
use super::queue::{Change, Entry, Queue, Stage};
use super::sending::{Sender, UnderWay};
use super::text::{reason, texts};
use crate::browser;
use crate::events;
use crate::i18n::use_lang;
use crate::remote::AGAIN_MS;
use crate::session::use_session;
use crate::ui::FileDrop;

/// Bytes that a person calls a megabyte.
const MEBIBYTE: u64 = 1024 * 1024;

/// Props of [`Uploader`].
#[derive(PartialEq, Properties)]
pub struct UploaderProps {
    /// The uploads that the message has, such as a draft brings them: those that are new here are asked for.
    pub value: Vec<AttachmentId>,
    /// Called with the uploads of the message whenever one begins or goes: a draft keeps those under way as well.
    pub on_change: Callback<Vec<AttachmentId>>,
    /// Called with whether all of them are there and may be sent: before, the message has to wait.
    #[prop_or_default]
    pub on_ready: Callback<bool>,
}

/// Takes the documents of a message.
#[component]
pub fn Uploader(props: &UploaderProps) -> Html {
    let (lang, session) = (use_lang(), use_session());
    let words = texts(lang);
    let queue = use_reducer(Queue::default);
    let under_way = use_mut_ref(UnderWay::default);
    let root = use_node_ref();
    let sender =
        Sender { queue: queue.dispatcher(), session, lang, under_way: under_way.borrow().clone() };
    use_known(&queue, &sender, &props.value);
    use_told(&queue, props);
    let take = {
        let (queue, sender) = (queue.clone(), sender.clone());
        Callback::from(move |files: Vec<File>| take(&queue, &sender, files))
    };
    let take = use_bare(take);
    use_started(&queue, &sender);
    use_resumed(&queue, &sender);
    use_handed(take.clone());
    let on_act = {
        let (queue, root) = (queue.clone(), root.clone());
        Callback::from(move |(key, act): (u32, Act)| perform(&queue, &sender, key, act, &root))
    };
    let helper = (words.limits)(LIMITS.files as u64, LIMITS.bytes / MEBIBYTE);
    let on_document = take.reform(|file: File| vec![file]);
    html! {
        <div class="stack" ref={root}>
            <FileDrop label={words.label} helper={helper} accept={ACCEPT} multiple={true} onfiles={take} />
            <Pages {on_document} full={taken(&queue) >= LIMITS.files} />
            <ul class="file-list" role="list" aria-label={words.list}>
                { for queue.entries.iter().map(|entry| html! { <Item key={entry.key} entry={entry.clone()} on_act={on_act.clone()} /> }) }
            </ul>
            <p class="sr-only" role="status" aria-live="polite">{ summary(&queue, lang) }</p>
        </div>
    }
}

/// Asks for the uploads that the form brings and the list does not have.
#[hook]
fn use_known(queue: &UseReducerHandle<Queue>, sender: &Sender, value: &[AttachmentId]) {
    let known = queue.entries.iter().filter_map(|entry| entry.id).collect::<Vec<_>>();
    let asked = use_mut_ref(Vec::<AttachmentId>::new);
    let sender = sender.clone();
    use_effect_with(value.to_vec(), move |value| {
        let mut asked = asked.borrow_mut();
        let new: Vec<AttachmentId> =
            value.iter().filter(|id| !known.contains(id) && !asked.contains(id)).copied().collect();
        if !new.is_empty() {
            asked.extend(&new);
            sender.ask(new);
        }
    });
}

/// Tells the form what it has.
#[hook]
fn use_told(queue: &UseReducerHandle<Queue>, props: &UploaderProps) {
    let told = use_mut_ref(|| props.value.clone());
    let (on_change, on_ready) = (props.on_change.clone(), props.on_ready.clone());
    let was = use_mut_ref(|| false);
    use_effect_with((queue.ids(), !queue.entries.is_empty()), move |(ids, has)| {
        // An empty list that was never filled is one that is not asked for yet, and no news.
        let had = was.replace(*has);
        if (*has || had) && *told.borrow() != *ids {
            told.replace(ids.clone());
            on_change.emit(ids.clone());
        }
    });
    use_effect_with(queue.is_ready(), move |ready| on_ready.emit(*ready));
}

/// Sends what was chosen as soon as it is in the list.
#[hook]
fn use_started(queue: &UseReducerHandle<Queue>, sender: &Sender) {
    let sent = use_mut_ref(Vec::<u32>::new);
    let new: Vec<_> = queue
        .entries
        .iter()
        .filter(|entry| entry.stage == Stage::Preparing && entry.file.is_some())
        .filter(|entry| entry.id.is_none() && !sent.borrow().contains(&entry.key))
        .cloned()
        .collect();
    let sender = sender.clone();
    use_effect_with(new.iter().map(|entry| entry.key).collect::<Vec<_>>(), move |_| {
        for entry in new {
            if let Some(file) = entry.file {
                sent.borrow_mut().push(entry.key);
                sender.send(entry.key, file, None);
            }
        }
    });
}

/// Takes what cameras note beside photographs away from files, before anything else is done about them.
#[hook]
fn use_bare(take: Callback<Vec<File>>) -> Callback<Vec<File>> {
    // The list may be another one by the time that it is done.
    let latest = use_mut_ref(|| take.clone());
    latest.replace(take);
    Callback::from(move |files: Vec<File>| {
        let latest = latest.clone();
        spawn_local(async move {
            let mut bare = Vec::with_capacity(files.len());
            for file in files {
                bare.push(device::bare(file).await);
            }
            let take = latest.borrow().clone();
            take.emit(bare);
        });
    })
}

/// Goes on with what stopped for want of a network, as soon as there may be one.
#[hook]
fn use_resumed(queue: &UseReducerHandle<Queue>, sender: &Sender) {
    let stopped: Vec<_> =
        queue.entries.iter().filter(|entry| entry.stage == Stage::Offline).cloned().collect();
    let keys: Vec<u32> = stopped.iter().map(|entry| entry.key).collect();
    let (queue, sender) = (queue.dispatcher(), sender.clone());
    use_effect_with(keys, move |keys| {
        let again = Callback::from(move |()| {
            stopped.iter().for_each(|entry| go_on(&queue, &sender, entry));
        });
        let waits = (!keys.is_empty()).then(|| {
            let online = again.clone();
            let timer = events::after(AGAIN_MS, move || again.emit(()));
            (timer, events::on_window("online", move |_| online.emit(())))
        });
        move || drop(waits)
    });
}

/// Goes on with a file where it stopped; of one that this page does not have, it is asked again how it stands.
fn go_on(queue: &UseReducerDispatcher<Queue>, sender: &Sender, entry: &Entry) {
    match (&entry.file, entry.id) {
        (Some(file), id) => sender.send(entry.key, file.clone(), id),
        (None, Some(id)) => {
            queue.dispatch(Change::Stage(entry.key, Stage::Preparing));
            sender.ask_one(id);
        }
        (None, None) => {}
    }
}

/// Takes files that are pasted or dropped anywhere on the page: one dropped beside its place the browser would open instead, and what
/// was written would be gone.
#[hook]
fn use_handed(take: Callback<Vec<File>>) {
    let latest = use_mut_ref(|| take.clone());
    latest.replace(take);
    use_effect_with((), move |()| {
        let heard = move |event: Event| {
            // The place for files took them already.
            if event.default_prevented() {
                return;
            }
            let files = handed(&event).and_then(|data| data.files());
            let files: Vec<File> = files
                .iter()
                .flat_map(|list| (0..list.length()).filter_map(|at| list.get(at)))
                .collect();
            // A text is none of ours.
            if !files.is_empty() {
                event.prevent_default();
                latest.borrow().emit(files);
            }
        };
        let over = |event: Event| {
            let kinds = handed(&event).map(|data| data.types());
            if kinds.is_some_and(|kinds| kinds.includes(&JsValue::from_str("Files"), 0)) {
                event.prevent_default();
            }
        };
        let listening = [
            events::on_window("paste", heard.clone()),
            events::on_window("drop", heard),
            events::on_window("dragover", over),
        ];
        move || drop(listening)
    });
}

/// What is pasted or dropped.
fn handed(event: &Event) -> Option<DataTransfer> {
    match event.dyn_ref::<ClipboardEvent>() {
        Some(pasted) => pasted.clipboard_data(),
        None => event.dyn_ref::<DragEvent>()?.data_transfer(),
    }
}

/// How many go with the message, or will.
fn taken(queue: &Queue) -> usize {
    queue.entries.iter().filter(|entry| !matches!(entry.stage, Stage::Refused(_))).count()
}

/// Takes files into the list: those that an upload of before waits for go on with it, the others are begun or refused.
fn take(queue: &UseReducerHandle<Queue>, sender: &Sender, files: Vec<File>) {
    let words = texts(sender.lang);
    let mut taken = taken(queue);
    let mut chosen = Vec::new();
    for file in files {
        if let Some(key) = queue.waits_for(&file.name(), file.size() as u64) {
            let id = queue.get(key).and_then(|entry| entry.id);
            queue.dispatch(Change::Found(key, file.clone()));
            sender.send(key, file, id);
            continue;
        }
        let stage = judged(&file, sender.lang);
        let stage = match stage {
            Stage::Refused(_) => stage,
            _ if taken >= LIMITS.files => {
                Stage::Refused((words.too_many)(LIMITS.files as u64).into())
            }
            _ => {
                taken += 1;
                stage
            }
        };
        chosen.push((file, stage));
    }
    if !chosen.is_empty() {
        queue.dispatch(Change::Chosen(chosen));
    }
}

/// What can be said of a file before a byte of it is sent.
fn judged(file: &File, lang: Lang) -> Stage {
    let words = texts(lang);
    let kind = match check_name(&file.name()) {
        Ok((_, kind)) => kind,
        Err(problem) => return Stage::Refused(reason("name", problem.name(), words)),
    };
    match file.size() as u64 {
        0 => Stage::Refused(reason("file", Refusal::Empty.name(), words)),
        size if size <= LIMITS.bytes => Stage::Preparing,
        _ if kind.is_photo() => Stage::LargePhoto,
        _ => Stage::Refused(reason("file", Refusal::TooLarge.name(), words)),
    }
}

fn perform(queue: &UseReducerHandle<Queue>, sender: &Sender, key: u32, act: Act, root: &NodeRef) {
    let Some(entry) = queue.get(key).cloned() else { return };
    // Whether it is there could not be asked.
    let is_unknown = entry.name.is_empty();
    match (act, entry.file.clone()) {
        (Act::Pause, _) => {
            sender.stop(key);
            let percent = if let Stage::Sending(percent) = entry.stage { percent } else { 0 };
            queue.dispatch(Change::Stage(key, Stage::Paused(percent)));
        }
        (Act::Resume, file) if file.is_some() || is_unknown => {
            go_on(&queue.dispatcher(), sender, &entry);
        }
        (Act::Shrink, Some(file)) => {
            let (queue, words) = (queue.dispatcher(), texts(sender.lang));
            queue.dispatch(Change::Stage(key, Stage::Shrinking));
            spawn_local(async move {
                queue.dispatch(match device::smaller(&file).await {
                    Some(small) => Change::Found(key, small),
                    None => Change::Stage(key, Stage::Refused(AttrValue::Static(words.no_smaller))),
                });
            });
        }
        (Act::Resume, _) | (Act::Shrink, None) | (Act::Choose, _) => {
            // The one file button of this part of the form.
            let input = root.cast::<web_sys::Element>();
            let input = input.and_then(|root| root.query_selector("input[type=file]").ok()?);
            if let Some(input) =
                input.and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok())
            {
                input.click();
            }
        }
        (Act::Remove, _) => {
            sender.discard(key, entry.id);
            browser::focus(".file-drop input");
        }
    }
}

/// What is told to those who do not see the list.
fn summary(queue: &Queue, lang: Lang) -> String {
    let ready = queue.entries.iter().filter(|entry| entry.stage == Stage::Ready).count();
    let words = texts(lang);
    match queue.entries.is_empty() {
        true => String::new(),
        false => (words.summary)(ready as u64, queue.entries.len() as u64),
    }
}
