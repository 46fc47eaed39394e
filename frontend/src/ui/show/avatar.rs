//! Avatar: the initials of a person, never a picture.

use yew::prelude::*;

/// Props of [`Avatar`].
#[derive(PartialEq, Properties)]
pub struct AvatarProps {
    /// The name the initials are taken from.
    pub name: AttrValue,
    /// Says the name to those who do not see the initials: where nothing around it does, as in a link.
    #[prop_or_default]
    pub spoken: bool,
}

/// Two initials in a round. The style sheet writes them, so that they are no part of the name of a link around them.
#[component]
pub fn Avatar(props: &AvatarProps) -> Html {
    html! {
        <>
            <span class="avatar" aria-hidden="true" data-initials={initials(&props.name)}></span>
            if props.spoken {
                <span class="sr-only">{ &props.name }</span>
            }
        </>
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let (first, last) = (words.next(), words.next_back());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_the_first_and_last_word() {
        let cases = [
            ("Maria Rossi", "MR"),
            ("anna maria de luca", "AL"),
            ("Forno", "F"),
            ("", ""),
            ("«Èlia» ßx", "ÈSS"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
