mod clock;
mod draft;
mod model;
