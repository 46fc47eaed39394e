//! Finding a topic by one's own words: whatever accents, case and endings, up to one typo, in any of the three languages.

use super::Topic;
use crate::lang::Lang;
use crate::requests::Words;

/// Characters that are read of what was said.
const MOST_READ: usize = 400;
/// Words that are read of it.
const MOST_WORDS: usize = 40;
/// Letters from which on a word may have a typo.
const TYPO_FROM: usize = 5;

/// What a word is worth where it stands.
const IN_TITLE: u32 = 10;
const IN_WORDS: u32 = 7;
const IN_EXAMPLE: u32 = 4;
/// A word is worth so much, shared by the topics that it fits and two more.
const COMMON: u32 = 60;

/// Words that say nothing about a topic, without accents.
const EMPTY: &str = " a ad al alla alle ai agli anche avete aver avere c ce che chi ci come con cosa da dal dalla dalle de dei del della \
    delle di do dove e ed era ero fa fare gia gli ha hanno hai ho i il in io l la le lo ma me mi mia mio miei ne nel nella no noi non \
    nostra nostro o per perche piu puo posso riesco quale quali quando quanta quante quanti quanto questa questo qui se si sia sono su sua sul \
    sulla suo ti tra tutto un una uno vi voglio vorrei vostra vostro devo dopo ancora molto mesi mese buongiorno grazie salve aiuto \
    bisogno \
    about am an and any are as at be been but by can cannot do does for from get had has have how i if is it its me my no not of on or our so \
    still that the their there they this to us was we what when where which who why will with would want you your must please need help \
    hello thanks some \
    aber als am an auch auf aus bei bin bitte da das dass dem den der des die doch ein eine einem einen einer er es fur habe haben hat \
    ich ihr im in ist ja kann kein keine man mein meine mir mit nach nicht noch nur oder schon sich sie sind so um und uns unser unsere \
    von vor war warum was wenn wer wie wir wird wo zu zum zur will muss mochte brauche hallo danke hilfe ";

/// What a topic is found by, read once.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// Of its title and of its examples, in the order of the languages.
    said: [(Vec<String>, Vec<String>); 3],
    words: Vec<String>,
}

impl Terms {
    pub(super) fn of(topic: &Topic) -> Self {
        let said = Lang::ALL.map(|lang| {
            let examples = topic.examples.iter().flat_map(|one: &Words| all_words(one.of(lang)));
            (all_words(topic.title.of(lang)), examples.collect())
        });
        Self { said, words: all_words(&topic.words) }
    }
}

/// How well `text` fits each topic; only to be compared. A word counts the less, the more topics it fits.
pub(super) fn scores(terms: &[Terms], text: &str, lang: Lang) -> Vec<u32> {
    let mut scores = vec![0; terms.len()];
    for word in words(text) {
        let worths: Vec<u32> = terms.iter().map(|terms| worth(&word, terms, lang)).collect();
        let fits = worths.iter().filter(|worth| **worth > 0).count() as u32;
        for (score, worth) in scores.iter_mut().zip(worths) {
            *score += worth * COMMON / (fits + 2);
        }
    }
    scores
}

/// All words of a text, without case and accents.
fn all_words(text: &str) -> Vec<String> {
    split(&text.chars().map(plain).collect::<String>()).map(str::to_owned).collect()
}

/// The words of a text that say something.
fn words(text: &str) -> Vec<String> {
    let read: String = text.chars().take(MOST_READ).map(plain).collect();
    let mut said: Vec<String> = Vec::new();
    for word in split(&read).filter(|word| word.len() > 1).take(MOST_WORDS) {
        let empty = EMPTY.contains(&[" ", word, " "].concat());
        if !empty && said.iter().all(|known| known != word) {
            said.push(word.to_owned());
        }
    }
    said
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The letter in lower case, without its accent.
fn plain(letter: char) -> char {
    let letter = letter.to_lowercase().next().unwrap_or(letter);
    match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ß' => 's',
        other => other,
    }
}

/// What a word tells for a topic: the best place it stands in, more in the language of the person, more the likelier it is meant.
fn worth(word: &str, terms: &Terms, lang: Lang) -> u32 {
    let best = Lang::ALL.into_iter().zip(&terms.said).map(|(of, (title, examples))| {
        let title = likeness(word, title) * IN_TITLE;
        let own = u32::from(of == lang && title > 0);
        title.max(likeness(word, examples) * IN_EXAMPLE) + own
    });
    best.max().unwrap_or_default().max(likeness(word, &terms.words) * IN_WORDS)
}

/// How like a word is to one of others: 4 the same, 3 another form of it, 2 with one typo, 0 otherwise.
fn likeness(word: &str, others: &[String]) -> u32 {
    others.iter().map(|known| alike(word, known)).max().unwrap_or_default()
}

fn alike(word: &str, known: &str) -> u32 {
    if word == known {
        return 4;
    }
    let (shorter, longer) = if word.len() <= known.len() { (word, known) } else { (known, word) };
    let stem = shorter.len().saturating_sub(ending(shorter));
    // Both are forms of one word: they begin alike, and what differs is an ending.
    let begins = shorter.get(..stem).is_some_and(|stem| longer.starts_with(stem));
    if stem >= 4 && begins && longer.len() - stem <= 5 {
        return 3;
    }
    if shorter.len() >= TYPO_FROM && one_typo(word, known) { 2 } else { 0 }
}

/// Letters that a word form may end in: more of longer words.
const fn ending(word: &str) -> usize {
    match word.len() {
        0..=4 => 0,
        5..=6 => 1,
        7..=9 => 2,
        _ => 3,
    }
}

/// Whether one letter was added, left out, changed, or swapped with its neighbour.
fn one_typo(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (Some(one), Some(other)) = (one.get(same..), other.get(same..)) else { return false };
    match (one, other) {
        ([], [_]) | ([_], []) => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([_, rest @ ..], whole) if rest == whole => true,
        (whole, [_, rest @ ..]) => whole == rest,
        _ => false,
    }
}
