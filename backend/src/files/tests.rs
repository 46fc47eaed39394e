use super::*;

fn brought(files: &Files, name: &str, content: &[u8]) -> Hash {
    let part = files.part(name).unwrap();
    io::Write::write_all(&mut open_part(&part).unwrap(), content).unwrap();
    let hash = Hash::from(Sha256::digest(content));
    files.adopt(&part, &hash).unwrap();
    hash
}

#[test]
fn a_file_lies_under_its_hash_and_is_read_only_as_it_was_written() {
    let data = tempfile::tempdir().unwrap();
    let files = Files::of(Some(data.path()));
    assert_eq!(files.all().unwrap(), Vec::<Hash>::new());
    let hash = brought(&files, "a", b"uno");
    brought(&files, "b", b"uno");
    assert_eq!(files.all().unwrap(), [hash]);
    assert!(files.parts().unwrap().is_empty());
    assert_eq!(files.read(&hash).unwrap(), Ok(b"uno".to_vec()));
    assert_eq!(parse(&hexadecimal(&hash)), Some(hash));
    fs::write(files.place(&hash), "due").unwrap();
    assert_eq!(files.read(&hash).unwrap(), Err(Damage::Changed));
    files.remove(&hash).unwrap();
    files.remove(&hash).unwrap();
    assert_eq!(files.read(&hash).unwrap(), Err(Damage::Missing));
}

#[test]
fn files_of_an_app_in_memory_go_with_it() {
    let files = Files::of(None);
    brought(&files, "a", b"uno");
    let folder = files.folder().to_owned();
    assert!(folder.exists());
    drop(files);
    assert!(!folder.exists());
}

#[test]
fn a_backup_has_its_files_and_gives_them_back() {
    let (data, backups) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let files = Files::of(Some(data.path()));
    let (first, second) = (backups.path().join("1.redb"), backups.path().join("2.redb"));
    let one = brought(&files, "a", b"uno");
    assert_eq!(back_up(&files, &first).unwrap(), 1);
    files.remove(&one).unwrap();
    let two = brought(&files, "b", b"due");
    assert_eq!(back_up(&files, &second).unwrap(), 1);

    let restored = tempfile::tempdir().unwrap();
    assert_eq!(restore(&first, restored.path()).unwrap(), 1);
    let there = Files::of(Some(restored.path()));
    assert_eq!(there.read(&one).unwrap(), Ok(b"uno".to_vec()));
    assert_eq!(restore(&backups.path().join("none"), restored.path()).unwrap(), 0);

    prune(&first).unwrap();
    assert!(!backups.path().join(FOLDER).join(relative(&one)).exists());
    let kept = backups.path().join(FOLDER).join(relative(&two));
    assert!(kept.exists(), "the second backup lists it");
    fs::write(&kept, "tre").unwrap();
    let empty = tempfile::tempdir().unwrap();
    assert!(restore(&second, empty.path()).unwrap_err().to_string().contains("damaged"));
}
