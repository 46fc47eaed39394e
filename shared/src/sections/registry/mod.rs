//! Who the company is: registry data, positions, persons, establishments (M10–M19, M32).
