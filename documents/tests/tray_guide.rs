//! The guide `docs/trays.md`, followed literally.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up has failed")]

use liasse_documents::trays::TraySet;
use liasse_documents::types::TypeSet;

fn guide() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/trays.md")).unwrap()
}

fn example() -> String {
    let guide = guide();
    let start = guide.find("```toml\n").unwrap() + "```toml\n".len();
    guide[start..].split("```").next().unwrap().to_owned()
}

#[test]
fn the_rules_of_the_guide_are_sound() {
    let trays = TraySet::parse("bannettes.toml", &example()).unwrap();
    trays.check(&TypeSet::shipped().unwrap()).unwrap();
    assert_eq!((trays.trays().len(), trays.rules().len()), (4, 5));
}

#[test]
fn the_errors_that_the_guide_shows_are_those_that_are_given() {
    let types = TypeSet::shipped().unwrap();
    let no_tray = example().replacen("tray = \"juridique\"\npriority = 1", "tray = \"compta\"\npriority = 1", 1);
    let no_field = example().replacen("name = \"total_ttc\"", "name = \"total\"", 1);
    let told = [
        TraySet::parse("bannettes.toml", &no_tray).unwrap_err().to_string(),
        TraySet::parse("bannettes.toml", &no_field).unwrap().check(&types).unwrap_err().to_string(),
    ];
    for error in told {
        assert!(guide().contains(&error), "write into docs/trays.md: {error}");
    }
}
