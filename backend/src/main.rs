//! `cassetto`: the server and its tool, in one executable.

use std::process::ExitCode;

fn main() -> ExitCode {
    backend::command::run()
}
