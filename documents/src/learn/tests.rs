use super::*;
use crate::page::{Embedding, Word};
use crate::types::Hints;
use liasse_geometry::Quad;

/// A page with a title in large letters, where one is given, and lines below it.
fn sample(title: &str, lines: &[&str]) -> Page {
    let words = |y: f32, height: f32, text: &str| -> Vec<Word> {
        let mut at = 100.0;
        text.split(' ')
            .map(|t| {
                let width = 0.5 * height * t.chars().count() as f32;
                let quad = Quad::from_rect(at, y, at + width, y + height);
                at += width + 0.5 * height;
                Word { text: t.to_owned(), confidence: 0.95, quad }
            })
            .collect()
    };
    let mut all = Vec::new();
    if !title.is_empty() {
        all.push(words(80.0, 40.0, title));
    }
    all.extend(lines.iter().enumerate().map(|(i, text)| words(200.0 + 40.0 * i as f32, 20.0, text)));
    Page::new(1000.0, 1400.0, all).unwrap()
}

const NAMES: [&str; 8] = ["Martin", "Bernard", "Petit", "Durand", "Leroy", "Moreau", "Girard", "Lambert"];

fn canteen(i: usize) -> Page {
    let name = format!("Nom de l'enfant : {}", NAMES[i % 8]);
    let quotient = format!("Quotient familial : {}", 300 + i);
    let lines =
        [name.as_str(), &quotient, "Restauration scolaire, jours réservés par semaine", "Régime alimentaire sans porc"];
    sample("INSCRIPTION À LA CANTINE", &lines)
}

fn pool(i: usize) -> Page {
    let name = format!("Nom du baigneur : {}", NAMES[i % 8]);
    let lines =
        [name.as_str(), "Bassin nordique, créneau horaire et abonnement", "Certificat de natation joint au dossier"];
    sample("ABONNEMENT PISCINE", &lines)
}

fn named(make: fn(usize) -> Page, numbers: std::ops::Range<usize>) -> Vec<(String, Page)> {
    numbers.map(|i| (format!("page {i}"), make(i))).collect()
}

fn learned(set: &TypeSet, name: &str, pages: &[(String, Page)]) -> Result<Learned, LearnError> {
    let pages: Vec<(String, &Page)> = pages.iter().map(|(source, page)| (source.clone(), page)).collect();
    learn(set, name, None, &pages)
}

fn with(files: &[&Learned]) -> TypeSet {
    TypeSet::from_texts(files.iter().map(|l| (l.examples.file_name(), l.examples.to_toml()))).unwrap()
}

#[test]
fn five_pages_make_a_type() {
    let empty = TypeSet::from_texts([]).unwrap();
    let canteens = learned(&empty, "inscription_cantine", &named(canteen, 0..5)).unwrap();
    assert_eq!((canteens.added, canteens.known, canteens.dropped), (5, 0, 0));
    assert_eq!(canteens.examples.label, "Inscription cantine");
    assert!(canteens.is_coherent(), "{:?}", canteens.coherence);
    let pools = learned(&empty, "piscine", &named(pool, 0..5)).unwrap();
    let set = with(&[&canteens, &pools]);
    for i in 5..8 {
        let told = set.classify(&canteen(i), &Hints::default());
        assert_eq!(told.type_name, "inscription_cantine");
        assert!(told.confidence >= 0.9, "{told:?}");
        assert!(told.reasons[0].what.starts_with("examples "), "{told:?}");
        assert_eq!(told.sha256.len(), 64);
        assert_eq!(set.classify(&pool(i), &Hints::default()).type_name, "piscine");
    }
    let other = sample("RAPPORT D'ACTIVITÉ", &["Le conseil a délibéré sur le budget primitif", "Recettes et dépenses"]);
    assert_eq!(set.classify(&other, &Hints::default()).type_name, OTHER);
    assert_eq!(set.classify(&Page::new(10.0, 10.0, vec![]).unwrap(), &Hints::default()).type_name, OTHER);
}

#[test]
fn a_title_misread_is_still_the_title_and_another_is_not() {
    let empty = TypeSet::from_texts([]).unwrap();
    let set = with(&[&learned(&empty, "cantine", &named(canteen, 0..5)).unwrap()]);
    let retitled = |title: &str| {
        let lines = [
            "Nom de l'enfant : Robert",
            "Quotient familial : 400",
            "Restauration scolaire, jours réservés par semaine",
            "Régime alimentaire sans porc",
        ];
        set.classify(&sample(title, &lines), &Hints::default())
    };
    assert_eq!(retitled("INSCRIPTlON A LA CANTINE").type_name, "cantine");
    let other = retitled("RÉCLAMATION");
    assert!(other.type_name == OTHER || other.confidence < 0.9, "{other:?}");
    // A page without any title may have lost it: it is for a person, and more likely of the type than one with another title.
    let worn = retitled("");
    assert!(worn.type_name == "cantine" && worn.confidence < 0.9, "{worn:?}");
    assert!(other.type_name == OTHER || other.confidence < worn.confidence, "{other:?} {worn:?}");
}

#[test]
fn too_few_pages_and_too_little_on_them_are_refused() {
    let empty = TypeSet::from_texts([]).unwrap();
    let told = |result: Result<Learned, LearnError>| result.unwrap_err().to_string();
    assert!(told(learned(&empty, "cantine", &named(canteen, 0..4))).contains("would have 4 different examples"));
    let mut twice = named(canteen, 0..4);
    twice.extend(named(canteen, 0..4));
    assert!(told(learned(&empty, "cantine", &twice)).contains("would have 4"), "the same page is one example");
    let blank = vec![("vide.jpg".to_owned(), sample("ANNEXE", &["page blanche"]))];
    assert!(told(learned(&empty, "cantine", &blank)).contains("vide.jpg"));
    assert!(told(learned(&empty, "autre", &[])).contains("autre"));
    assert!(told(learned(&empty, "Cantine", &[])).contains("lower-case"));
    assert!(told(learned(&empty, "cantine", &named(canteen, 0..31))).contains("31 pages"));
    let label = learn(&empty, "cantine", Some(" "), &[]).unwrap_err();
    assert!(matches!(label, LearnError::Label(_)));
}

#[test]
fn a_type_with_rules_is_sharpened_a_page_at_a_time() {
    let rules = "name = \"cantine\"\nlabel = \"Notre cantine\"\n[[phrase]]\ntext = \"quotient familial\"\nweight = 2\n";
    let mut files = vec![("cantine.toml".to_owned(), rules.to_owned())];
    let mut set = TypeSet::from_texts(files.clone()).unwrap();
    let before = set.sha256().to_owned();
    assert_eq!(set.classify(&canteen(7), &Hints::default()).type_name, OTHER);
    for i in 0..5 {
        let learned = learned(&set, "cantine", &named(canteen, i..i + 1)).unwrap();
        assert_eq!((learned.added, learned.examples.examples.len()), (1, i + 1));
        assert_eq!((learned.coherence.is_some(), learned.examples.label.as_str()), (i == 4, "Notre cantine"));
        files.truncate(1);
        files.push((learned.examples.file_name(), learned.examples.to_toml()));
        set = TypeSet::from_texts(files.clone()).unwrap();
    }
    let told = set.classify(&canteen(7), &Hints::default());
    assert_eq!((told.type_name.as_str(), told.label.as_str()), ("cantine", "Notre cantine"));
    assert_eq!(told.reasons.len(), 2, "the phrase and the examples: {told:?}");
    assert_ne!(set.sha256(), before, "the examples are part of the version");
    assert_eq!(learned(&set, "cantine", &named(canteen, 0..1)).unwrap().known, 1);
}

#[test]
fn the_oldest_examples_give_way() {
    let rules = "name = \"cantine\"\nlabel = \"C\"\n[[phrase]]\ntext = \"quotient\"\nweight = 2\n".to_owned();
    let varied = |i: usize| sample("CANTINE", &["Nom Prénom Adresse Téléphone Courriel Ville", &"mot".repeat(1 + i)]);
    let pages: Vec<(String, Page)> = (0..20).map(|i| (i.to_string(), varied(i))).collect();
    let set = TypeSet::from_texts([("cantine.toml".to_owned(), rules.clone())]).unwrap();
    let first = learned(&set, "cantine", &pages).unwrap();
    let files = [("cantine.toml".to_owned(), rules), (first.examples.file_name(), first.examples.to_toml())];
    let set = TypeSet::from_texts(files).unwrap();
    let more: Vec<(String, Page)> = (20..35).map(|i| (i.to_string(), varied(i))).collect();
    let second = learned(&set, "cantine", &more).unwrap();
    assert_eq!((second.dropped, second.examples.examples.len()), (5, MAX_EXAMPLES));
    assert_eq!(second.examples.examples[0].source, "5");
    assert!(second.examples.to_toml().len() < MAX_BYTES);
}

#[test]
fn pages_with_nothing_in_common_never_make_a_page_sure() {
    let texts = [
        "alpha bravo charlie delta echo foxtrot golf hotel",
        "india juliett kilo lima mike november oscar papa",
        "quebec romeo sierra tango uniform victor whisky xray",
        "pomme poire cerise abricot prune raisin melon figue",
        "rouge vert bleu jaune orange violet marron gris",
        "lundi mardi mercredi jeudi vendredi samedi dimanche midi",
    ];
    let empty = TypeSet::from_texts([]).unwrap();
    // They look as if they were one page.
    let looks = |x: i8, y: i8| Some(Embedding::new("look 1", vec![x, y]).unwrap());
    let page = |text: &str| sample("X", &[text]).looking_like(looks(127, 0));
    let pages: Vec<(String, Page)> = texts[..5].iter().map(|t| ((*t).to_owned(), page(t))).collect();
    let learned = learned(&empty, "divers", &pages).unwrap();
    assert!(!learned.is_coherent(), "{:?}", learned.coherence);
    let set = with(&[&learned]);
    for text in texts {
        let told = set.classify(&page(text), &Hints::default());
        assert!(told.type_name == "divers" && told.confidence < 0.9, "a look proposes and is never sure: {told:?}");
        let other = set.classify(&sample("X", &[text]).looking_like(looks(0, 127)), &Hints::default());
        assert_eq!(other.type_name, OTHER, "words in common by chance tell nothing");
    }
}

#[test]
fn a_look_tells_pages_that_share_their_words() {
    let looks = |x: i8, y: i8| Some(Embedding::new("look 1", vec![x, y]).unwrap());
    let empty = TypeSet::from_texts([]).unwrap();
    let bare = named(canteen, 0..5);
    let alike: Vec<(String, Page)> =
        bare.iter().map(|(source, page)| (source.clone(), page.clone().looking_like(looks(120, 40)))).collect();
    let first = learned(&empty, "cantine", &bare).unwrap();
    let blind = with(&[&first]);
    // The same pages with their looks: none is new.
    let second = learned(&blind, "cantine", &alike).unwrap();
    assert_eq!((second.added, second.known), (0, 5));
    let set = with(&[&second]);
    let told = |set: &TypeSet, look| set.classify(&canteen(6).looking_like(look), &Hints::default());
    let (same, other, unknown) = (told(&set, looks(120, 40)), told(&set, looks(-120, 40)), told(&set, None));
    assert!(same.confidence >= unknown.confidence, "{same:?} {unknown:?}");
    assert!(other.type_name == OTHER || other.confidence < same.confidence, "{other:?}");
    assert!(same.reasons[0].what.contains("looks 100 %") && !unknown.reasons[0].what.contains("looks"));
    assert_eq!(
        told(&blind, looks(-120, 40)),
        told(&blind, None),
        "examples whose looks are not known say nothing of them"
    );
}
