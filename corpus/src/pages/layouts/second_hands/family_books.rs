//! Pages of family books: the wedding, a child, both on a spread.
//!
//! Not responsible for the acts that they are extracts of.

use super::Page;
use super::civil_acts::{Parents, parents};
use super::civil_kit::{Card, card, look, mid, para, rows, say, seal, signed};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, of, spelled, written};
use crate::rng::Rng;
use crate::text::words;

pub(super) const PAGES: &[Page] = &[Page { name: "livret_famille", sheet: book_sheet, set: family_book }];

fn book_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    match rng.below(3) {
        0 => Some((420.0, 595.0)),
        1 => Some((842.0, 595.0)),
        _ => None,
    }
}

fn family_book(d: &mut Desk<'_, '_>) {
    let child = Someone::born(&mut d.rng, 1968, 2020);
    let mut p = parents(&child, &mut d.rng);
    p.mother.birth.0 = p.mother.birth.0.max(p.father.birth.0 - 6);
    let wedding =
        day(&mut d.rng, (child.birth.0 - 5).max(p.mother.birth.0 + 19).min(child.birth.0 - 1), child.birth.0 - 1);
    let (w, h) = (d.c.width, d.c.height);
    if w > h {
        // Two pages of the open book: the wedding, the first child.
        let half = w / 2.0 - 14.0;
        let c = card(d, [14.0, 30.0, half, h - 60.0]);
        wedding_page(d, c, &p, wedding);
        let c = card(d, [14.0 + half, 30.0, half, h - 60.0]);
        child_page(d, c, &child, &p);
    } else if d.rng.chance(0.7) || w > 500.0 {
        let side = if w > 500.0 { 100.0 } else { 14.0 };
        let c = card(d, [side, 24.0, w - side * 2.0, (h - 48.0).min(600.0)]);
        wedding_page(d, c, &p, wedding);
    } else {
        let c = card(d, [14.0, 24.0, w - 28.0, h - 48.0]);
        child_page(d, c, &child, &p);
    }
}

fn wedding_page(d: &mut Desk<'_, '_>, c: Card, p: &Parents, wedding: Day) {
    let l = look(d, 9.4);
    let (x, w) = (c.x + 20.0, c.w - 40.0);
    let (code, town) = d.rng.choose(words::TOWNS);
    let title = d.rng.pick(&["LIVRET DE FAMILLE", "Livret de famille"]);
    mid(d, (c.x + c.w / 2.0, c.y + 30.0), w, title, &l.bold.sized(13.0), &[]);
    let number = d.rng.between(1, 160);
    let head = d.rng.pick(&[
        "MARIAGE - Extrait de l'acte n°",
        "EXTRAIT DE L'ACTE DE MARIAGE N°",
        "Époux - extrait de l'acte de mariage n°",
    ]);
    mid(d, (c.x + c.w / 2.0, c.y + 52.0), w, &format!("{head} {number}"), &l.bold, &[]);
    let date = match d.rng.below(3) {
        0 => spelled(wedding),
        1 => written(wedding),
        _ => figures(wedding, "/"),
    };
    let place = format!("Mairie {} ({})", of(town), &code[..if code.starts_with("97") { 3 } else { 2 }]);
    let mut y = c.y + 78.0;
    say(d, (x, y), w, &place, &l.body, &[]);
    y += 20.0;
    let lead = d.rng.pick(&["Le", "Mariage célébré le", "Date du mariage :"]);
    y = para(d, (x, y), w, &format!("{lead} {date}"), &l.body, &[("wedding_date", &date)]) + 8.0;
    let titles = d.rng.choose(&[
        ["ÉPOUX", "ÉPOUSE"],
        ["Époux ou père", "Épouse ou mère"],
        ["Premier conjoint", "Second conjoint"],
    ]);
    let kin = [Someone::random(&mut d.rng), Someone::random(&mut d.rng)];
    for (i, one) in [&p.father, &p.mother].iter().enumerate() {
        d.rule(x, y - 4.0, x + w, y - 4.0, 0.5);
        say(d, (x, y + 14.0), w, titles[i], &l.bold, &[]);
        let names = one.surname();
        let given = one.given(", ");
        let born = figures(one.birth, "/");
        let place = format!("{} ({})", one.born_at.1, one.department());
        let of_father = format!("{} {}", if kin[i].sex == 'M' { &kin[i].firsts[0] } else { "Louis" }, one.surname());
        let of_mother = format!("{} {}", if i == 0 { "Simone" } else { "Paulette" }, kin[i].surname());
        let list = [
            ("", "Nom", names.as_str()),
            ("", "Prénoms", &given),
            ("", d.rng.pick(&["Né(e) le", "Date de naissance"]), &born),
            ("", "à", &place),
            ("", d.rng.pick(&["Fils/fille de", "Père"]), &of_father),
            ("", d.rng.pick(&["et de", "Mère"]), &of_mother),
        ];
        y = rows(d, (x, y + 32.0), x + 84.0, 17.0, &list, (&l.body, &l.bold)) + 12.0;
    }
    let text = d.rng.pick(&[
        "Contrat de mariage : néant.",
        "Un contrat de mariage a été reçu par notaire.",
        "Il n'a pas été fait de contrat de mariage.",
    ]);
    say(d, (x, y), w, text, &l.body, &[]);
    let when = figures(wedding, "/");
    say(d, (x, y + 20.0), w, &format!("Délivré le {when}"), &l.body, &[]);
    say(d, (x, y + 34.0), w * 0.6, "L'officier de l'état civil (sceau et signature)", &l.small, &[]);
    signed(d, x + 10.0, y + 64.0);
    seal(d, x + w - 50.0, y + 58.0, 28.0, &["MAIRIE", town]);
}

fn child_page(d: &mut Desk<'_, '_>, c: Card, child: &Someone, p: &Parents) {
    let l = look(d, 9.4);
    let (x, w) = (c.x + 20.0, c.w - 40.0);
    let half = c.x + c.w / 2.0;
    let chosen = d.rng.pick(&["LIVRET DE FAMILLE - ENFANTS", "Livret de famille - Enfant(s)"]);
    mid(d, (half, c.y + 30.0), w, chosen, &l.bold, &[]);
    let chosen = d.rng.pick(&["PREMIER ENFANT", "ENFANT (1)", "1er enfant"]);
    mid(d, (half, c.y + 56.0), w, chosen, &l.bold.sized(12.0), &[]);
    let number = format!("Extrait de l'acte de naissance n° {}", d.rng.between(1, 900));
    say(d, (x, c.y + 82.0), w, &number, &l.body, &[]);
    let born = written(child.birth);
    let (names, given) = (child.surname(), child.given(", "));
    let place = format!("{} ({})", child.born_at.1, child.department());
    let (father, mother) = (p.father.full(), p.mother.full());
    let list = [
        ("", "Nom", names.as_str()),
        ("", "Prénoms", &given),
        ("", "Né(e) le", &born),
        ("", "à", &place),
        ("", "Sexe", child.agree("masculin", "féminin")),
        ("", "Père", &father),
        ("", "Mère", &mother),
    ];
    let y = rows(d, (x, c.y + 106.0), x + 74.0, 19.0, &list, (&l.body, &l.bold)) + 10.0;
    let made = figures(child.birth, "/");
    say(d, (x, y), w, &format!("Certifié conforme, le {made}"), &l.body, &[]);
    say(d, (x, y + 16.0), w, "L'officier de l'état civil,", &l.body, &[]);
    signed(d, x + 10.0, y + 46.0);
    seal(d, x + w - 50.0, y + 40.0, 27.0, &["MAIRIE", child.born_at.1]);
    let low = y + 96.0;
    d.rule(x, low - 14.0, x + w, low - 14.0, 0.5);
    say(d, (x, low), w, "Mentions marginales", &l.bold, &[]);
    say(
        d,
        (x, low + 18.0),
        w,
        "Extrait de l'acte de décès n° ............... du ..............................",
        &l.body,
        &[],
    );
    say(
        d,
        (x, low + 40.0),
        w,
        "Le livret doit être mis à jour par l'officier de l'état civil à chaque événement.",
        &l.small,
        &[],
    );
}
