//! Mail into a folder.

use std::path::PathBuf;

use shared::notifications::Why;

use super::{Carried, Carrier, Letter, Trouble};

/// Writes each mail into a file of a folder, from where a mail system or a person may take it.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The folder; made when it is needed.
    pub folder: PathBuf,
    /// The sender's address.
    pub from: String,
}

impl Carrier for Folder {
    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let message = letter.message(&self.from)?.formatted();
            let file = self.folder.join(format!("{}.eml", letter.key));
            let unfinished = file.with_extension("part");
            let trouble =
                |error: std::io::Error| Trouble::new(Why::Unreachable, error.kind().to_string());
            tokio::fs::create_dir_all(&self.folder).await.map_err(trouble)?;
            tokio::fs::write(&unfinished, message).await.map_err(trouble)?;
            tokio::fs::rename(&unfinished, &file).await.map_err(trouble)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Carrier, Folder, Letter};
    use shared::calendar::Instant;

    #[tokio::test]
    async fn the_same_letter_is_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let carrier =
            Folder { folder: folder.path().join("mail"), from: "cassetto@example.org".into() };
        let letter = Letter {
            key: "00000003".to_owned(),
            since: Instant::from_millis(0),
            to: "anna@example.org".to_owned(),
            subject: "Hello".to_owned(),
            body: "Text".to_owned(),
        };
        for _ in 0..2 {
            carrier.carry(&letter).await.unwrap();
        }
        let files: Vec<_> = std::fs::read_dir(&carrier.folder)
            .unwrap()
            .map(|file| file.unwrap().file_name())
            .collect();
        assert_eq!(files, ["00000003.eml"]);
    }
}
