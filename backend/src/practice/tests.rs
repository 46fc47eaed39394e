//! What is kept in memory says what the data say.

use std::sync::Arc;

use super::grid::{self, Memory};
use super::summary::Summaries;
use crate::access::Caller;
use crate::app::App;
use crate::clock::{Clock, TestClock};
use crate::demo;
use crate::evidence::Board;
use crate::people::service as people;
use crate::store::Store;
use shared::ids::SessionId;

#[tokio::test]
async fn the_demo_consultant_has_a_furnished_desk_and_kept_summaries_are_those_made_anew() {
    let clock = Arc::<TestClock>::default();
    let app =
        App::over(Store::in_memory().unwrap()).clock(Arc::clone(&clock) as Arc<dyn Clock>).build();
    demo::fill(&app, 24, demo::SEED).await.unwrap();
    let (today, at) = (app.today(), app.now());
    let read = |memory: Memory<'_>| {
        app.store()
            .read(|tx| {
                let person = people::by_persona(tx, "consulente")?.expect("the consultant");
                let caller = Caller::of(&person, SessionId::default());
                grid::clients(tx, memory, &caller, today, at)
            })
            .unwrap()
    };
    let kept = Memory::of(&app);
    let grid = read(kept);
    assert_eq!(grid, read(kept));
    let (summaries, evidence) = (Summaries::default(), Board::default());
    assert_eq!(grid, read(Memory { summaries: &summaries, evidence: &evidence, ..kept }));
    assert!(grid.len() >= 10 && grid.tags.len() == 5 && grid.staff.len() == 1);
    assert!(grid.changes.iter().any(|count| *count > 0), "some changes are new");
    assert!(grid.changes.contains(&0), "and some were seen");
    assert!(grid.tagged.iter().any(|tags| !tags.is_empty()));
    assert!(grid.assigned.iter().any(|staff| !staff.is_empty()));
    assert!(grid.delegation.iter().any(Option::is_some));
    assert!(grid.evidence.iter().any(|count| *count > 0), "some have open evidence");
    let durc = grid.evidence.iter().zip(&grid.evidence_durc);
    assert!(durc.clone().all(|(open, durc)| durc <= open) && durc.count() == grid.len());
    assert!(grid.requests.iter().any(|count| *count > 0), "some asked their office");
    let mut names = grid.name.clone();
    names.sort_by_key(|name| shared::practice::fold(name));
    assert_eq!(names, grid.name);
}
